/** `pacta evaluate`: the outcome, force and open facts of one claim or all, also for another State, day or choice. */
import { readChoices } from '../argument/choices.ts'
import { evaluate } from '../argument/evaluate.ts'
import { situationNamed } from '../argument/situation.ts'
import { nearest } from '../graph/nearest.ts'
import { evaluationJson } from '../site/api.ts'
import { type Folder, readSound } from './records.ts'
import { CALL, say, stop } from './terminal.ts'

interface EvaluateOptions extends Folder {
  readonly state?: string
  readonly date?: string
  readonly accept: readonly string[]
  readonly reject: readonly string[]
  readonly json?: true
}

export function evaluateClaims(claim: string | undefined, options: EvaluateOptions): void {
  const { graph } = readSound(options)
  const situation = situationNamed(graph, options.state, options.date)
  if (typeof situation === 'string') stop(CALL, situation)
  const choices = readChoices(graph, options.accept, options.reject)
  if (typeof choices === 'string') stop(CALL, choices)
  const evaluation = evaluate(graph, situation, choices)
  if (claim !== undefined && !evaluation.claims.has(claim)) {
    const hint = nearest(claim, evaluation.claims.keys())
    stop(CALL, `there is no claim ${JSON.stringify(claim)}${hint ? `; did you mean ${hint}?` : ''}`)
  }
  const claims = [...evaluation.claims.values()].filter((item) => claim === undefined || item.id === claim)
  if (options.json)
    say(JSON.stringify(evaluationJson({ ...evaluation, claims: new Map(claims.map((item) => [item.id, item])) }), undefined, 2))
  else
    for (const { id, outcome, force, openFacts } of claims)
      say([id.padEnd(6), outcome.padEnd(11), force.padEnd(26), openFacts.join(' ')].join('  ').trimEnd())
}
