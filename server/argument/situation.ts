/** For which State and on which day the arguments are to be read, from what somebody asks. */
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import type { Situation } from './framework.ts'
import { defaultsOf, isUnread, readDay, readState } from './question.ts'

/** The situation that is asked for, with the respondent and the day of the events for what is not; a text says what is wrong. */
export function situationNamed(graph: Graph, state: string | undefined, date: string | undefined, node?: GraphNode): Situation | string {
  const standard = defaultsOf(graph, node)
  const who = state ? readState(graph, state) : standard.state
  if (who && isUnread(who)) return who.fault
  const when = date ? readDay(date) : standard.date
  if (typeof when === 'object') return when.fault
  return who && when ? { state: who, date: when } : 'no statement says which State and which day are meant'
}
