/** How a reader reads a page: for which State, on which day, with which choices; read from the parameters of an address. */
import { readChoices } from '../argument/choices.ts'
import { type Evaluation, evaluate, evaluatePrepared } from '../argument/evaluate.ts'
import type { Situation } from '../argument/framework.ts'
import type { Choices } from '../argument/label.ts'
import { situationNamed } from '../argument/situation.ts'
import type { GraphNode } from '../graph/node.ts'
import { first, type Parameters } from './parameters.ts'
import type { ReadingParameters } from './present/what-if.ts'
import { baselineOf, type Site } from './site.ts'

export interface Reading {
  readonly situation: Situation
  readonly choices: Choices
  /** What an address must carry to give this reading; the default State and day are left out. */
  readonly parameters: ReadingParameters
}

const NAMES = ['state', 'date', 'accept', 'reject', 'first']

/** Whether an address asks for another reading than the default. */
export const asksForReading = (parameters: Parameters): boolean => NAMES.some((name) => parameters.has(name))

/** Reads the reading of a node's page, or of the first statement; a text says what is wrong with it. */
export function readReading(site: Site, parameters: Parameters, node?: GraphNode): Reading | string {
  const standard = baselineOf(site, node)?.situation
  const situation = situationNamed(site.graph, first(parameters, 'state'), first(parameters, 'date'), node)
  if (typeof situation === 'string') return situation
  const choices = readChoices(site.graph, parameters.get('accept') ?? [], parameters.get('reject') ?? [])
  if (typeof choices === 'string') return choices
  const { state, date } = situation
  return {
    situation,
    choices,
    parameters: {
      state: state === standard?.state ? undefined : state.record.id,
      date: date === standard?.date ? undefined : date,
      choices,
      otherFirst: first(parameters, 'first') === 'other',
    },
  }
}

/** Evaluates a reading; for the default State and day everything but the choices is prepared already. */
export function evaluateReading(site: Site, { situation, choices }: Reading, node?: GraphNode): Evaluation {
  const baseline = baselineOf(site, node)
  const isPrepared = baseline?.situation.state === situation.state && baseline.situation.date === situation.date
  return isPrepared ? evaluatePrepared(baseline.prepared, choices) : evaluate(site.graph, situation, choices)
}
