/** Random frameworks for property tests. */
import fc from 'fast-check'
import type { Choices, Framework, FrameworkPremise, Stance } from '../../server/argument/label.ts'

const stance = fc.constantFrom<Stance>('accepted', 'accepted', 'accepted', 'disputed', 'rejected')

/** A framework and a reader's choices in it. */
export interface Case {
  readonly framework: Framework
  readonly choices: Choices
}

/** Small frameworks with circles, rejected premises, partial answers and choices of every kind. */
export const cases: fc.Arbitrary<Case> = fc
  .record({
    claims: fc.integer({ min: 1, max: 4 }),
    counters: fc.array(fc.array(fc.record({ stance, follows: fc.option(fc.nat(5), { freq: 6 }) }), { minLength: 1, maxLength: 2 }), {
      maxLength: 3,
    }),
    arguments: fc.array(
      fc.record({
        claim: fc.nat(3),
        premises: fc.array(fc.record({ stance, follows: fc.option(fc.nat(5), { freq: 2 }) }), { minLength: 1, maxLength: 3 }),
        attacks: fc.array(
          fc.record({ counter: fc.nat(2), undermines: fc.option(fc.nat(2)), answers: fc.array(fc.boolean(), { maxLength: 2 }) }),
          { maxLength: 2 },
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    picks: fc.array(fc.tuple(fc.nat(40), fc.boolean()), { maxLength: 4 }),
  })
  .map((raw) => {
    const claims = Array.from({ length: raw.claims }, (_, at) => `C${at}`)
    const premises = (owner: string, list: { stance: Stance; follows: number | null }[]): FrameworkPremise[] =>
      list.map((item, at) => ({
        id: `${owner}/P${at}`,
        stance: item.stance,
        ...(item.follows === null ? {} : { follows: claims[item.follows % claims.length] ?? 'C0' }),
      }))
    const counters = new Map(raw.counters.map((list, at) => [`X${at}`, premises(`X${at}`, list)]))
    const names = [...counters.keys()]
    const args = raw.arguments.map((item, at) => {
      const own = premises(`A${at}`, item.premises)
      return {
        id: `A${at}`,
        claim: claims[item.claim % claims.length] ?? 'C0',
        premises: own,
        attacks:
          names.length === 0
            ? []
            : item.attacks.map((attack) => ({
                counter: names[attack.counter % names.length] ?? 'X0',
                ...(attack.undermines === null ? {} : { undermines: own[attack.undermines % own.length]?.id ?? 'A0/P0' }),
                answers: attack.answers,
              })),
      }
    })
    const ids = [...args.flatMap((argument) => argument.premises.map((premise) => premise.id)), ...names]
    const picked = new Map(raw.picks.map(([which, accept]) => [ids[which % ids.length] ?? 'A0/P0', accept]))
    const chosen = (wanted: boolean) => new Set([...picked].filter(([, accept]) => accept === wanted).map(([id]) => id))
    return { framework: { claims, arguments: args, counters }, choices: { accept: chosen(true), reject: chosen(false) } }
  })
