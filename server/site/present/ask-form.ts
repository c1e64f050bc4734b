/** The form that asks for another State and day: the State from a list, those whose reservations were looked for first. */
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { linkedTo, recordsOf } from '../../graph/questions.ts'
import type { Language } from '../language.ts'
import { titleIn } from './names.ts'

export interface StateChoice {
  readonly id: string
  readonly name: string
}

export interface AskForm {
  /** Address of the page that answers, with the place on it. */
  readonly path: string
  /** Further parameters of the reading, that the form keeps. */
  readonly kept: readonly (readonly [name: string, value: string])[]
  readonly state: string
  readonly date: string
  readonly groups: readonly { readonly label: string; readonly states: readonly StateChoice[] }[]
}

/** States whose reservations were looked for in full, in the order of the records: those about which an answer is surest. */
export const surveyedStates = (graph: Graph): GraphNode[] => [
  ...new Set(recordsOf(graph, 'participation').flatMap((table) => linkedTo(graph, table, 'covers the reservations of'))),
]

type Groups = AskForm['groups']

function groupsOf(graph: Graph, language: Language): Groups {
  const choice = (state: GraphNode): StateChoice => ({ id: state.record.id, name: titleIn(language, state) })
  const first = surveyedStates(graph)
  const others = recordsOf(graph, 'state').filter((item) => !first.includes(item))
  const groups = [
    { label: language.t('Reservations looked for'), states: first.map(choice) },
    { label: language.t('Other States'), states: others.map(choice).sort((a, b) => language.compare(a.name, b.name)) },
  ]
  return groups.filter(({ states }) => states.length > 0)
}

// Two hundred States on a thousand pages, the same on each.
const made = new WeakMap<Graph, Map<Language, Groups>>()

/** The form of a page, with a State and a day chosen. */
export function askForm(
  graph: Graph,
  language: Language,
  path: string,
  state: GraphNode,
  date: string,
  kept: AskForm['kept'] = [],
): AskForm {
  const known = made.get(graph) ?? new Map<Language, Groups>()
  const groups = known.get(language) ?? groupsOf(graph, language)
  made.set(graph, known.set(language, groups))
  return { path, kept, state: state.record.id, date, groups }
}
