/** How a reader reads a page: for which State, on which day, with which choices; read from the parameters of an address. */
import { readChoices } from '../argument/choices.ts'
import type { Situation } from '../argument/framework.ts'
import type { Choices } from '../argument/label.ts'
import { resolveCitation } from '../graph/citation.ts'
import type { GraphNode } from '../graph/node.ts'
import { date as isoDate } from '../kinds/fields.ts'
import { first, type Parameters } from './parameters.ts'
import type { ReadingParameters } from './present/what-if.ts'
import { baselineOf, type Site } from './site.ts'

export interface Reading {
  readonly situation: Situation
  readonly choices: Choices
  /** What an address must carry to give this reading; the default State and day are left out. */
  readonly parameters: ReadingParameters
}

const NAMES = ['state', 'date', 'accept', 'reject']

/** Whether an address asks for another reading than the default. */
export const asksForReading = (parameters: Parameters): boolean => NAMES.some((name) => parameters.has(name))

function stateNamed(site: Site, text: string): GraphNode | string {
  const { matches, near } = resolveCitation(site.graph.citations, text)
  const states = matches.filter((node) => node.kind === 'state')
  const [only] = states
  if (only && states.length === 1) return only
  const hints = near.filter((node) => node.kind === 'state').map((node) => `${node.citation} (${node.record.id})`)
  return `state is ${JSON.stringify(text.slice(0, 40))}; expected a State or its ISO code, such as CHN${hints.length > 0 ? `; did you mean ${hints.join(' or ')}?` : ''}`
}

/** Reads the reading of a node's page, or of the first statement; a text says what is wrong with it. None, where no statement gives a State and a day. */
export function readReading(site: Site, parameters: Parameters, node?: GraphNode): Reading | string | undefined {
  const standard = baselineOf(site, node)?.situation
  if (!standard) return undefined
  const wanted = first(parameters, 'state')
  const state = wanted ? stateNamed(site, wanted) : standard.state
  if (typeof state === 'string') return state
  const date = first(parameters, 'date') || standard.date
  if (!isoDate.safeParse(date).success)
    return `date is ${JSON.stringify(date.slice(0, 40))}; expected a day written year-month-day, such as ${standard.date}`
  const choices = readChoices(site.graph, parameters.get('accept') ?? [], parameters.get('reject') ?? [])
  if (typeof choices === 'string') return choices
  return {
    situation: { state, date },
    choices,
    parameters: { state: state === standard.state ? undefined : state.record.id, date: date === standard.date ? undefined : date, choices },
  }
}
