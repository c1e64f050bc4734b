/** Reads what somebody asks about binding: a provision or norm, a State, a day; and says what is wrong with what cannot be read. */
import { resolveCitation } from '../graph/citation.ts'
import type { Graph } from '../graph/link.ts'
import { nearestOf } from '../graph/nearest.ts'
import type { GraphNode } from '../graph/node.ts'
import { follow, recordsOf } from '../graph/questions.ts'
import { date as dateField } from '../kinds/fields.ts'
import type { Statement } from '../kinds/statement.ts'

/** A fault in a question, as a sentence. */
export interface Unread {
  readonly fault: string
}

export const isUnread = (value: object): value is Unread => 'fault' in value

const shown = (text: string) => JSON.stringify(text.slice(0, 100))

const listed = (nodes: readonly GraphNode[]) =>
  nodes.map((node) => (node.kind === 'state' ? `${node.record.id} (${node.title})` : node.citation)).join('; ')

function readNode(graph: Graph, text: string, what: string, kinds: readonly string[], example: string): GraphNode | Unread {
  if (text.trim() === '') return { fault: `${what} is missing; expected ${example}` }
  const { matches, near } = resolveCitation(graph.citations, text)
  const fitting = matches.filter((node) => kinds.includes(node.kind))
  const [only] = fitting
  if (only && fitting.length === 1) return only
  if (fitting.length > 1) return { fault: `${what} ${shown(text)} can mean: ${listed(fitting)}` }
  const [other] = matches
  if (other) return { fault: `${what} ${shown(text)} is of the kind ${other.kind}; expected ${example}` }
  const nearest = near.filter((node) => kinds.includes(node.kind))
  const hint = nearest.length > 0 ? `the nearest: ${listed(nearest)}` : `expected ${example}`
  return { fault: `${what} ${shown(text)} is not in the records; ${hint}` }
}

/** A treaty, article, paragraph or norm that a text cites. */
export const readProvision = (graph: Graph, text: string): GraphNode | Unread =>
  readNode(graph, text, 'provision', ['treaty', 'article', 'paragraph', 'norm'], 'a treaty provision or a norm, such as CAT art 3')

/** States whose code or name is near to a text. */
function nearStates(graph: Graph, text: string): GraphNode[] {
  const states = recordsOf(graph, 'state')
  const called = new Map(states.flatMap((state) => [state.record.id, state.title].map((name) => [name, state] as const)))
  return [...new Set(nearestOf(text.trim().slice(0, 100), called.keys(), 3).flatMap((name) => called.get(name) ?? []))]
}

/** A State by its code or by any of its names. */
export function readState(graph: Graph, text: string): GraphNode | Unread {
  const found = readNode(graph, text, 'state', ['state'], 'a State by code or name, such as CHN')
  if (!isUnread(found) || resolveCitation(graph.citations, text).matches.length > 0) return found
  const near = nearStates(graph, text)
  return near.length > 0 ? { fault: `state ${shown(text)} is not in the records; the nearest: ${listed(near)}` } : found
}

/** A day of the calendar, year-month-day. */
export function readDay(text: string): string | Unread {
  const result = dateField.safeParse(text.trim())
  return result.success ? result.data : { fault: `date is ${shown(text)}: ${result.error.issues[0]?.message ?? 'no date'}` }
}

/** The State and the day that are meant where a question names none: those of the first statement. */
export interface Defaults {
  readonly state: GraphNode | undefined
  readonly date: string | undefined
}

/** Respondent and day of the events of the statement that a node belongs to; of the first statement, for any other node. */
export function defaultsOf(graph: Graph, node?: GraphNode): Defaults {
  const statements = recordsOf(graph, 'statement')
  const statement = statements.find((item) => item.record === node?.record) ?? statements[0]
  if (statement === undefined) return { state: undefined, date: undefined }
  const data = statement.record.data as Statement
  return { state: follow(graph, data.respondent), date: data.events }
}
