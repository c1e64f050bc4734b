/** Circles among claims: a claim that follows, through others, from itself. They are labelled (and stay undecided), but an editor should know. */
import type { Graph } from '../graph/link.ts'
import type { Problem } from '../graph/problem.ts'
import { recordsOf } from '../graph/questions.ts'
import type { LoadedRecord } from '../graph/validate.ts'
import type { Argument } from '../kinds/argument.ts'

interface Step {
  readonly from: string
  readonly to: string
  readonly record: LoadedRecord
  readonly premise: number
}

const stepsOf = (graph: Graph): Step[] =>
  recordsOf(graph, 'argument').flatMap(({ record }) => {
    const data = record.data as Argument
    return data.premises.flatMap((premise, at) =>
      premise.follows ? [{ from: data.concludes.text, to: premise.follows.text, record, premise: at }] : [],
    )
  })

/** The way from a claim back to another, claim by claim; none, if there is none. */
function wayBack(steps: readonly Step[], from: string, to: string, seen: readonly string[] = []): string[] | undefined {
  if (from === to) return [to]
  for (const step of steps) {
    if (step.from !== from || seen.includes(step.to)) continue
    const rest = wayBack(steps, step.to, to, [...seen, step.to])
    if (rest) return [from, ...rest]
  }
  return undefined
}

/** A warning at each premise that closes a circle. */
export function findCircles(graph: Graph): Problem[] {
  const steps = stepsOf(graph)
  return steps.flatMap((step) => {
    const way = wayBack(steps, step.to, step.from)
    if (!way) return []
    const place = step.record.document.valueAt(['premises', step.premise, 'follows'])
    return [
      {
        file: step.record.file,
        ...place,
        severity: 'warning' as const,
        message: `${[step.from, ...way].join(' follows from ')}: a circle, which decides nothing`,
      },
    ]
  })
}
