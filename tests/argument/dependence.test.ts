import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, choicesOf, dependenceOf, type IsChoice } from '../../server/argument/dependence.ts'
import { type Framework, labelFramework, type Outcome } from '../../server/argument/label.ts'
import { cases } from './frameworks.ts'

const ownPremise: IsChoice = (premise) => premise.follows === undefined

/** Every change that counts: what is rejected by default, because nothing was found for it, is not accepted. */
const changes = ({ arguments: args, counters }: Framework): Change[] => {
  const own = args.flatMap((argument) => argument.premises).filter((premise) => premise.follows === undefined)
  const accepts = own.filter((premise) => premise.stance !== 'rejected').map((premise) => premise.id)
  const rejects = own.map((premise) => premise.id)
  return [
    ...[...accepts, ...counters.keys()].map((id) => ({ what: 'accept' as const, id })),
    ...[...rejects, ...counters.keys()].map((id) => ({ what: 'reject' as const, id })),
  ]
}

const subsets = <T>(list: readonly T[], size: number): T[][] =>
  size === 0 ? [[]] : list.flatMap((item, at) => subsets(list.slice(at + 1), size - 1).map((rest) => [item, ...rest]))

const name = (set: readonly Change[]) =>
  set
    .map((change) => `${change.what} ${change.id}`)
    .sort()
    .join(', ')

const isConsistent = (set: readonly Change[]) => new Set(set.map((change) => change.id)).size === set.length

/** Sets of the smallest size up to `most`, by trying all. */
function byTrying(framework: Framework, claim: string, wanted: Outcome, most: number): Set<string> {
  for (let size = 1; size <= most; size++) {
    const found = subsets(changes(framework), size)
      .filter(isConsistent)
      .filter((set) => labelFramework(framework, choicesOf(set)).claims.get(claim) === wanted)
    if (found.length > 0) return new Set(found.map(name))
  }
  return new Set()
}

describe('dependenceOf', () => {
  test('finds the same smallest sets as trying all sets of up to two changes', { timeout: 120_000 }, () => {
    let tried = 0
    fc.assert(
      fc.property(cases, ({ framework }) => {
        fc.pre(changes(framework).length <= 30)
        const outcomes = labelFramework(framework).claims
        for (const claim of framework.claims) {
          const { stands, fails } = dependenceOf(framework, claim, ownPremise)
          for (const [wanted, found] of [
            ['stands', stands],
            ['fails', fails],
          ] as const) {
            if (outcomes.get(claim) === wanted) continue
            const expected = byTrying(framework, claim, wanted, 2)
            if (expected.size > 0) {
              expect(new Set(found.map(name))).toEqual(expected)
              tried++
            } else expect(found.every((set) => set.length > 2)).toBe(true)
          }
        }
      }),
      { numRuns: 300, seed: 1951 },
    )
    expect(tried).toBeGreaterThan(200)
  })

  test('lists only sets that lead there', () => {
    fc.assert(
      fc.property(cases, ({ framework }) => {
        for (const claim of framework.claims) {
          const { stands, fails } = dependenceOf(framework, claim, ownPremise)
          for (const set of stands) expect(labelFramework(framework, choicesOf(set)).claims.get(claim)).toBe('stands')
          for (const set of fails) expect(labelFramework(framework, choicesOf(set)).claims.get(claim)).toBe('fails')
        }
      }),
      { numRuns: 200, seed: 1984 },
    )
  })
})
