/** The form that asks for another State and day: the State from a list, those whose reservations were looked for first. */
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { linkedTo, recordsOf } from '../../graph/questions.ts'

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

const choice = (state: GraphNode): StateChoice => ({ id: state.record.id, name: state.title })

const alphabet = new Intl.Collator('en')

function groupsOf(graph: Graph): Groups {
  const first = surveyedStates(graph)
  const others = recordsOf(graph, 'state').filter((item) => !first.includes(item))
  const groups = [
    { label: 'Reservations looked for', states: first.map(choice) },
    { label: 'Other States', states: others.map(choice).sort((a, b) => alphabet.compare(a.name, b.name)) },
  ]
  return groups.filter(({ states }) => states.length > 0)
}

// Two hundred States on a thousand pages, the same on each.
const made = new WeakMap<Graph, Groups>()

/** The form of a page, with a State and a day chosen. */
export function askForm(graph: Graph, path: string, state: GraphNode, date: string, kept: AskForm['kept'] = []): AskForm {
  const groups = made.get(graph) ?? groupsOf(graph)
  made.set(graph, groups)
  return { path, kept, state: state.record.id, date, groups }
}
