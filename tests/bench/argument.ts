/** Times the argument: framework, evaluation and dependence of all claims, against the budget of each. Run by `npm run bench`. */
import { isChoiceIn } from '../../server/argument/choices.ts'
import { dependenceOf } from '../../server/argument/dependence.ts'
import { evaluatePrepared, prepare } from '../../server/argument/evaluate.ts'
import { labelFramework, NO_CHOICES } from '../../server/argument/label.ts'
import { readKnowledge } from '../../server/graph/index.ts'
import { kinds } from '../../server/kinds/index.ts'

const ROUNDS = 40

/** Median and 95th percentile in milliseconds, after a warm-up. */
function time(work: () => unknown): [number, number] {
  for (let round = 0; round < 10; round++) work()
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return [times[Math.floor(ROUNDS / 2)] ?? 0, times[Math.floor(ROUNDS * 0.95)] ?? 0]
}

const { graph } = readKnowledge('knowledge', kinds)
const state = graph.nodes.get('/states/CHN')
if (!state) throw new Error('China has no record')
const situation = { state, date: '2023-10-09' }
const prepared = prepare(graph, situation)
const { framework } = prepared
const isChoice = isChoiceIn(graph)

const rows: [string, () => unknown, string][] = [
  ['label the framework', () => labelFramework(framework), ''],
  ['evaluate all claims for other choices', () => evaluatePrepared(prepared, NO_CHOICES), '5 ms'],
  ['prepare for another State or day', () => prepare(graph, situation), ''],
  ['smallest changes of all claims', () => framework.claims.map((claim) => dependenceOf(framework, claim, isChoice)), '500 ms'],
]
console.log(`Arguments: ${framework.arguments.length}, claims: ${framework.claims.length}, counter-arguments: ${framework.counters.size}`)
for (const [name, work, budget] of rows) {
  const [median, slow] = time(work)
  console.log(
    `${name.padEnd(56)} median ${median.toFixed(2).padStart(8)} ms   p95 ${slow.toFixed(2).padStart(8)} ms${budget ? `   budget ${budget}` : ''}`,
  )
}
