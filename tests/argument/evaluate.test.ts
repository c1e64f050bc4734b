import { beforeAll, describe, expect, test } from 'vitest'
import { isChoiceIn } from '../../server/argument/choices.ts'
import { choicesOf, dependenceOf, type IsChoice } from '../../server/argument/dependence.ts'
import { type Evaluation, evaluate } from '../../server/argument/evaluate.ts'
import type { Situation } from '../../server/argument/framework.ts'
import type { Outcome } from '../../server/argument/label.ts'
import type { Force } from '../../server/argument/strength.ts'
import { readKnowledge } from '../../server/graph/index.ts'
import type { Graph } from '../../server/graph/link.ts'
import { recordsOf } from '../../server/graph/questions.ts'
import type { Argument } from '../../server/kinds/argument.ts'
import { kinds } from '../../server/kinds/index.ts'

const [S1, S2, S3, S4]: Force[] = ['binding, on point', 'binding, by interpretation', 'persuasive', 'contested']

interface Row {
  readonly claim: string
  readonly byDefault: Outcome
  readonly factsAccepted: Outcome
  /** One of the smallest sets that make it stand; none, if it stands or nothing does. */
  readonly smallest: string
  /** Forces that the sheet of claims names for it. */
  readonly forces: readonly (Force | undefined)[]
}

// The table of outcomes and the strengths of the facts sheets.
const TABLE: readonly Row[] = [
  { claim: 'L-01', byDefault: 'stands', factsAccepted: 'stands', smallest: '', forces: [S1] },
  { claim: 'L-01a', byDefault: 'stands', factsAccepted: 'stands', smallest: '', forces: [S1] },
  { claim: 'L-01b', byDefault: 'stands', factsAccepted: 'stands', smallest: '', forces: [S1] },
  { claim: 'L-01c', byDefault: 'stands', factsAccepted: 'stands', smallest: '', forces: [S1] },
  { claim: 'L-01d', byDefault: 'stands', factsAccepted: 'stands', smallest: '', forces: [S1] },
  { claim: 'L-02', byDefault: 'contested', factsAccepted: 'stands', smallest: 'accept ARG-L02a-1/P4', forces: [S1] },
  { claim: 'L-02a', byDefault: 'contested', factsAccepted: 'stands', smallest: 'accept ARG-L02a-1/P4', forces: [S1] },
  {
    claim: 'L-02b',
    byDefault: 'contested',
    factsAccepted: 'contested',
    smallest: 'accept ARG-L02b-1/P4, accept ARG-L08-2/P1, accept ARG-L08-2/P2, reject CA-03',
    forces: [S1, S2],
  },
  {
    claim: 'L-02c',
    byDefault: 'contested',
    factsAccepted: 'contested',
    smallest: 'accept ARG-L02c-1/P2, accept ARG-L02c-1/P3, reject CA-09, reject CA-10',
    forces: [S2],
  },
  {
    claim: 'L-02d',
    byDefault: 'contested',
    factsAccepted: 'contested',
    smallest: 'accept ARG-L02d-1/P3, reject CA-09, reject CA-10',
    forces: [S2],
  },
  { claim: 'L-02e', byDefault: 'fails', factsAccepted: 'fails', smallest: '', forces: [S3] },
  { claim: 'L-02f', byDefault: 'contested', factsAccepted: 'contested', smallest: 'accept ARG-L02f-1/P3, reject CA-23', forces: [S2, S3] },
  {
    claim: 'L-02g',
    byDefault: 'contested',
    factsAccepted: 'contested',
    smallest: 'accept ARG-L02g-1/P2, accept ARG-L02g-1/P3',
    forces: [S3, S2],
  },
  { claim: 'L-02h', byDefault: 'contested', factsAccepted: 'contested', smallest: 'accept ARG-L02h-1/P2, reject CA-10', forces: [S2, S3] },
  {
    claim: 'L-02i',
    byDefault: 'contested',
    factsAccepted: 'contested',
    smallest: 'accept ARG-L02i-1/P2, accept ARG-L02i-1/P3, reject CA-10',
    forces: [S3],
  },
  {
    claim: 'L-03',
    byDefault: 'contested',
    factsAccepted: 'contested',
    smallest: 'accept ARG-L03-2/P1, accept ARG-L03-2/P2, reject CA-12, reject CA-28',
    forces: [S4],
  },
  { claim: 'L-04', byDefault: 'contested', factsAccepted: 'stands', smallest: 'accept ARG-L02a-1/P4', forces: [S1, S4] },
  {
    claim: 'L-05',
    byDefault: 'contested',
    factsAccepted: 'contested',
    smallest: 'accept ARG-L05b-1/P2, accept ARG-L05c-1/P2, reject CA-23',
    forces: [S4],
  },
  { claim: 'L-05a', byDefault: 'stands', factsAccepted: 'stands', smallest: '', forces: [S2] },
  { claim: 'L-05b', byDefault: 'contested', factsAccepted: 'contested', smallest: 'accept ARG-L05b-1/P2', forces: [S4] },
  { claim: 'L-05c', byDefault: 'contested', factsAccepted: 'contested', smallest: 'accept ARG-L05c-1/P2, reject CA-23', forces: [S4] },
  {
    claim: 'L-06',
    byDefault: 'contested',
    factsAccepted: 'contested',
    smallest: 'accept ARG-L06b-1/P3, reject CA-09, reject CA-10',
    forces: [S1, S2, S3],
  },
  { claim: 'L-06a', byDefault: 'stands', factsAccepted: 'stands', smallest: '', forces: [S1] },
  {
    claim: 'L-06b',
    byDefault: 'contested',
    factsAccepted: 'contested',
    smallest: 'accept ARG-L06b-1/P3, reject CA-09, reject CA-10',
    forces: [S2, S3],
  },
  { claim: 'A-01', byDefault: 'stands', factsAccepted: 'stands', smallest: '', forces: [S3] },
  { claim: 'A-02', byDefault: 'stands', factsAccepted: 'stands', smallest: '', forces: [S1] },
  { claim: 'L-07', byDefault: 'contested', factsAccepted: 'stands', smallest: 'accept ARG-L07-1/P2, accept ARG-L07-1/P4', forces: [S1] },
  {
    claim: 'L-08',
    byDefault: 'contested',
    factsAccepted: 'contested',
    smallest: 'accept ARG-L08-2/P1, accept ARG-L08-2/P2, reject CA-03',
    forces: [S2],
  },
  { claim: 'D-01', byDefault: 'fails', factsAccepted: 'fails', smallest: '', forces: [S3] },
  { claim: 'D-01a', byDefault: 'stands', factsAccepted: 'stands', smallest: '', forces: [S2] },
  { claim: 'D-01b', byDefault: 'contested', factsAccepted: 'contested', smallest: 'accept ARG-L02a-1/P4, reject CA-26', forces: [S2] },
  { claim: 'D-01c', byDefault: 'contested', factsAccepted: 'stands', smallest: 'accept ARG-L02a-1/P4', forces: [S1] },
]

let graph: Graph
let china: Situation
let evaluation: Evaluation
let isChoice: IsChoice

beforeAll(() => {
  graph = readKnowledge('knowledge', kinds).graph
  const state = graph.nodes.get('/states/CHN')
  if (!state) throw new Error('China has no record')
  china = { state, date: '2023-10-09' }
  evaluation = evaluate(graph, china)
  isChoice = isChoiceIn(graph)
})

const allFacts = () =>
  recordsOf(graph, 'argument').flatMap((node) => {
    const data = node.record.data as Argument
    return data.premises
      .filter((premise) => premise.kind === 'fact')
      .map((premise) => ({ what: 'accept' as const, id: `${data.id}/${premise.id}` }))
  })

describe('evaluate', () => {
  test.each(TABLE)('finds that $claim $byDefault by default', ({ claim, byDefault }) => {
    expect(evaluation.claims.get(claim)?.outcome).toBe(byDefault)
  })

  test.each(TABLE)('finds that $claim $factsAccepted once the facts are accepted', ({ claim, factsAccepted }) => {
    expect(evaluate(graph, china, choicesOf(allFacts())).claims.get(claim)?.outcome).toBe(factsAccepted)
  })

  test.each(TABLE)('derives for $claim a force that the sheet of claims names', ({ claim, forces }) => {
    const found = evaluation.claims.get(claim)
    expect(forces, found?.reasons.join('; ')).toContain(found?.force)
  })

  test('knows no argument for facts and provenance', () => {
    for (const id of ['F-01', 'F-12', 'P-01', 'P-02']) expect(evaluation.claims.get(id)?.outcome).toBe('no argument')
  })

  test('knows every claim that has an argument', () => {
    const argued = [...evaluation.claims.values()].filter((claim) => claim.outcome !== 'no argument').map((claim) => claim.id)
    expect(argued.sort()).toEqual(TABLE.map((row) => row.claim).sort())
  })

  test('computes every status premise to its stance in the record', () => {
    for (const node of recordsOf(graph, 'argument')) {
      const { id, premises } = node.record.data as Argument
      for (const premise of premises.filter((item) => item.status)) {
        const computed = evaluation.framework.arguments
          .find((argument) => argument.id === id)
          ?.premises.find((item) => item.id === `${id}/${premise.id}`)
        expect(computed?.stance, `${id}/${premise.id}`).toBe(premise.stance)
      }
    }
  })

  test('says that one fact is open for L-02a: personal danger', () => {
    expect(evaluation.claims.get('L-02a')?.openFacts).toEqual(['ARG-L02a-1/P4'])
  })
})

describe('dependenceOf', () => {
  test.each(TABLE.filter((row) => row.smallest !== ''))('finds for $claim the smallest change $smallest', ({ claim, smallest }) => {
    const { stands } = dependenceOf(evaluation.framework, claim, isChoice)
    const sets = stands.map((set) =>
      set
        .map((change) => `${change.what} ${change.id}`)
        .sort()
        .join(', '),
    )
    expect(sets).toContain(smallest)
    expect(new Set(stands.map((set) => set.length)).size).toBe(1)
  })

  test.each(TABLE.filter((row) => row.smallest === ''))('finds none for $claim', ({ claim }) => {
    expect(dependenceOf(evaluation.framework, claim, isChoice).stands).toEqual([])
  })
})
