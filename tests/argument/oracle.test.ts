import { init } from 'clingo-wasm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Choices, type Framework, type FrameworkPremise, type Labelling, labelFramework } from '../../server/argument/label.ts'
import { type Case, cases } from './frameworks.ts'

/** Node `id` of a Dung framework, and what attacks what. */
interface Dung {
  readonly nodes: Set<string>
  readonly attacks: [string, string][]
}

/**
 * The same matter as an abstract framework of Dung, in which only nodes attack nodes: support is an attack on an attacker, doubt an attack on oneself.
 * Another way to write the rules than that of the code under test, to be solved by a solver of another make.
 */
function asDung({ claims, arguments: args, counters }: Framework, choices: Choices): Dung {
  const dung: Dung = { nodes: new Set(), attacks: [] }
  const node = (id: string) => {
    dung.nodes.add(id)
    return id
  }
  const attack = (from: string, to: string) => dung.attacks.push([node(from), node(to)])
  const support = (from: string, to: string, name: string) => {
    attack(from, name)
    attack(name, to)
  }
  const premiseNode = (premise: FrameworkPremise, as = premise.id, granted = false) => {
    node(as)
    if (choices.reject.has(premise.id)) attack(`refuted ${as}`, as)
    else if (choices.accept.has(premise.id)) node(as)
    else if (premise.follows !== undefined) support(`claim ${premise.follows}`, as, `unless ${as}`)
    else if (premise.stance === 'rejected') attack(`refuted ${as}`, as)
    else if (premise.stance === 'disputed' && !granted) attack(as, as)
    return as
  }
  for (const claim of claims) {
    const own = args.filter((argument) => argument.claim === claim)
    if (own.length === 0) attack(`claim ${claim}`, `claim ${claim}`)
    else {
      attack(`not ${claim}`, `claim ${claim}`)
      for (const argument of own) attack(argument.id, `not ${claim}`)
    }
  }
  for (const argument of args) {
    node(argument.id)
    for (const premise of argument.premises) support(premiseNode(premise), argument.id, `lack of ${premise.id}`)
    for (const [at, { counter, undermines, answers }] of argument.attacks.entries()) {
      if (choices.reject.has(counter) || (undermines !== undefined && choices.accept.has(undermines))) continue
      const own = `${counter} on ${argument.id} ${at}`
      const granted = choices.accept.has(counter)
      attack(own, argument.id)
      for (const premise of counters.get(counter) ?? [])
        support(premiseNode(premise, `${premise.id} in ${own}`, granted), own, `lack of ${premise.id} in ${own}`)
      for (const [which, decisive] of answers.entries()) {
        if (decisive) attack(`answer ${which} to ${own}`, own)
        else if (!granted) {
          attack(`answer ${which} to ${own}`, own)
          attack(own, `answer ${which} to ${own}`)
        }
      }
    }
  }
  return dung
}

const RULES = `
in(F,X) :- node(F,X), out(F,Y) : attacks(F,Y,X).
out(F,X) :- in(F,Y), attacks(F,Y,X).
#show in/2. #show out/2.
`

// The package ships one thread only, but asks for more where Node has a navigator.
const clingo = init({ singleThreaded: true })

/** Grounded extensions of many frameworks, by clingo. */
async function solve(frameworks: readonly Dung[]): Promise<{ in: Set<string>; out: Set<string> }[]> {
  const numbers = frameworks.map((dung) => new Map([...dung.nodes].map((name, at) => [name, at])))
  const facts = frameworks.flatMap((dung, f) => [
    ...[...dung.nodes].map((name) => `node(${f},${numbers[f]?.get(name)}).`),
    ...dung.attacks.map(([from, to]) => `attacks(${f},${numbers[f]?.get(from)},${numbers[f]?.get(to)}).`),
  ])
  const run = await clingo
  const result = await run(`${facts.join('\n')}\n${RULES}`)
  if (!('Call' in result)) throw new Error(JSON.stringify(result))
  const atoms = new Set(result.Call[0]?.Witnesses[0]?.Value ?? [])
  return frameworks.map((dung, f) => {
    const those = (label: string) => new Set([...dung.nodes].filter((name) => atoms.has(`${label}(${f},${numbers[f]?.get(name)})`)))
    return { in: those('in'), out: those('out') }
  })
}

type Labeller = (framework: Framework, choices: Choices) => Labelling

/** Numbers of those cases on which a labeller and clingo disagree. */
async function disagreements(sample: readonly Case[], labeller: Labeller): Promise<number[]> {
  const extensions = await solve(sample.map((one) => asDung(one.framework, one.choices)))
  return sample.flatMap(({ framework, choices }, at) => {
    const ours = labeller(framework, choices)
    const theirs = extensions[at]
    const label = (name: string) => (theirs?.in.has(name) ? 'in' : theirs?.out.has(name) ? 'out' : 'undecided')
    const outcome = { stands: 'in', contested: 'undecided', 'no argument': 'undecided', fails: 'out' } as const
    const same =
      framework.arguments.every((argument) => ours.arguments.get(argument.id) === label(argument.id)) &&
      framework.claims.every((claim) => outcome[ours.claims.get(claim) ?? 'no argument'] === label(`claim ${claim}`))
    return same ? [] : [at]
  })
}

const hasCycle = ({ framework }: Case) => {
  const leads = (claim: string, path: readonly string[]): boolean =>
    path.includes(claim) ||
    framework.arguments
      .filter((argument) => argument.claim === claim)
      .flatMap((argument) => argument.premises.flatMap((premise) => premise.follows ?? []))
      .some((next) => leads(next, [...path, claim]))
  return framework.claims.some((claim) => leads(claim, []))
}

const SAMPLE = fc.sample(cases, { numRuns: 2500, seed: 20231013 })
const batches = (size: number) =>
  Array.from({ length: Math.ceil(SAMPLE.length / size) }, (_, at) => SAMPLE.slice(at * size, (at + 1) * size))

describe('labelFramework', () => {
  test('agrees with clingo on 2,500 random frameworks, many of them with circles', { timeout: 300_000 }, async () => {
    expect(SAMPLE.filter(hasCycle).length).toBeGreaterThan(300)
    for (const batch of batches(250)) expect(await disagreements(batch, labelFramework)).toEqual([])
  })

  test('would be found out if it took a partial answer for a decisive one', { timeout: 60_000 }, async () => {
    const lenient: Labeller = (framework, choices) =>
      labelFramework(
        {
          ...framework,
          arguments: framework.arguments.map((argument) => ({
            ...argument,
            attacks: argument.attacks.map((attack) => ({ ...attack, answers: attack.answers.map(() => true) })),
          })),
        },
        choices,
      )
    expect((await disagreements(SAMPLE.slice(0, 250), lenient)).length).toBeGreaterThan(10)
  })

  test('would be found out if a claim that rests on itself were let stand', { timeout: 60_000 }, async () => {
    const credulous: Labeller = (framework, choices) =>
      labelFramework(
        {
          ...framework,
          arguments: framework.arguments.map((argument) => ({
            ...argument,
            premises: argument.premises.filter((premise) => premise.follows !== argument.claim),
          })),
        },
        choices,
      )
    expect((await disagreements(SAMPLE.slice(0, 500), credulous)).length).toBeGreaterThan(5)
  })
})
