import { beforeAll, describe, expect, test } from 'vitest'
import { type Evaluation, evaluate } from '../../server/argument/evaluate.ts'
import { frameworkOf } from '../../server/argument/framework.ts'
import type { Framework, FrameworkArgument } from '../../server/argument/label.ts'
import { readKnowledge } from '../../server/graph/index.ts'
import type { Graph } from '../../server/graph/link.ts'
import { kinds } from '../../server/kinds/index.ts'
import { type Aif, aifOf, argdownOf, extractOf } from '../../server/site/exchange.ts'

let graph: Graph
let framework: Framework
let evaluation: Evaluation

beforeAll(() => {
  graph = readKnowledge('knowledge', kinds).graph
  const state = graph.nodes.get('/states/CHN')
  if (!state) throw new Error('China has no record')
  framework = frameworkOf(graph, { state, date: '2023-10-09' })
  evaluation = evaluate(graph, { state, date: '2023-10-09' })
})

/** Reads an AIF text back into the shape of a framework, by its edges alone. */
function readAif(text: string) {
  const { nodes, edges } = JSON.parse(text) as Aif
  const node = new Map(nodes.map((one) => [one.nodeID, one]))
  const into = (id: string) => edges.filter((edge) => edge.toID === id).map((edge) => edge.fromID)
  const out = (id: string) => edges.filter((edge) => edge.fromID === id).map((edge) => edge.toID)
  const isClaim = (id: string) => /^[A-Z]-\d{2}[a-z]?$/u.test(id)
  const args = nodes.filter((one) => one.type === 'RA' && one.scheme !== 'objection')
  return args.map((argument) => {
    const premises = into(argument.nodeID).filter((id) => node.get(id)?.type === 'I')
    const targets = [argument.nodeID, ...premises.filter((id) => !isClaim(id))]
    const conflicts = targets.flatMap((target) => into(target).filter((id) => node.get(id)?.type === 'CA'))
    return {
      id: argument.nodeID,
      claim: out(argument.nodeID)[0],
      premises: premises.map((id) => (isClaim(id) ? `follows ${id}` : id)).sort(),
      attacks: conflicts
        .map((conflict) => ({
          counter: into(conflict).find((id) => node.get(id)?.type === 'I'),
          undermines: out(conflict).find((id) => id.includes('/')),
          answers: into(conflict)
            .filter((id) => node.get(id)?.type === 'CA')
            .map((id) => node.get(id)?.scheme === 'decisive answer')
            .sort(),
        }))
        .map((attack) => JSON.stringify(attack))
        .sort(),
    }
  })
}

const shape = (argument: FrameworkArgument) => ({
  id: argument.id,
  claim: argument.claim,
  premises: argument.premises.map((premise) => (premise.follows ? `follows ${premise.follows}` : premise.id)).sort(),
  attacks: argument.attacks
    .map(({ counter, undermines, answers }) => JSON.stringify({ counter, undermines, answers: [...answers].sort() }))
    .sort(),
})

const byId = <T extends { id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))

describe('aifOf', () => {
  test('is read back into the same graph, for the whole statement', () => {
    const aif = JSON.stringify(aifOf(extractOf(graph, framework.claims)))
    expect(byId(readAif(aif))).toEqual(byId(framework.arguments.map(shape)))
  })

  test('names each node once, and no edge leads nowhere', () => {
    const { nodes, edges } = aifOf(extractOf(graph, ['L-05']))
    const ids = new Set(nodes.map((node) => node.nodeID))
    expect(ids.size).toBe(nodes.length)
    expect(edges.filter((edge) => !ids.has(edge.fromID) || !ids.has(edge.toID))).toEqual([])
  })

  test('brings with a claim those from which its premises follow', () => {
    expect(extractOf(graph, ['L-05']).claims.map((claim) => claim.id)).toEqual(['L-05', 'L-05a', 'L-05b', 'L-05c'])
  })
})

describe('argdownOf', () => {
  test('lists premises, conclusion, objections and answers of a claim', () => {
    const text = argdownOf(extractOf(graph, ['L-02a']), evaluation)
    expect(text).toContain('[L-02a]: Breach of CAT article 3 #(contested)')
    expect(text).toMatch(/\(4\) \[ARG-L02a-1\/P4\]: .* #disputed\n {4}<- <CA-\d\d>/u)
    expect(text).toContain('(7) [L-02a]')
    expect(text).toContain('<- <CA-01/A2>: ')
  })
})
