/** What a State did about a treaty: its acts with dates, and its reservations, as recorded. */
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow, linkedBy, recordsOf } from '../../graph/questions.ts'
import type { Participation } from '../../kinds/participation.ts'

export type PartyRow = Participation['states'][number]
export type ReservationRow = NonNullable<Participation['reservations']>[number]

export interface StateActs {
  readonly state: GraphNode
  readonly treaty: GraphNode
  /** Address of the full table. */
  readonly table: string
  readonly asOf: string
  readonly row: PartyRow
  readonly reservations: readonly ReservationRow[]
}

function actsIn(graph: Graph, record: GraphNode, treaty: GraphNode, state: GraphNode): StateActs | undefined {
  const data = record.record.data as Participation
  const row = data.states.find((item) => follow(graph, item.state) === state)
  if (!row) return undefined
  const reservations = (data.reservations ?? []).filter((item) => follow(graph, item.state) === state)
  return { state, treaty, table: record.address, asOf: data.asOf, row, reservations }
}

/** Acts of those States whose conduct a statement is about, towards one treaty. */
export function actsOfRespondents(graph: Graph, treaty: GraphNode): StateActs[] {
  const respondents = new Set(recordsOf(graph, 'state').filter((state) => linkedBy(graph, state, 'accuses').length > 0))
  return linkedBy(graph, treaty, 'records who takes part in').flatMap((record) =>
    [...respondents].flatMap((state) => actsIn(graph, record, treaty, state) ?? []),
  )
}

/** Acts of a State towards every treaty, in the order of treaties. */
export function actsOfState(graph: Graph, state: GraphNode): StateActs[] {
  return recordsOf(graph, 'participation').flatMap((record) => {
    const treaty = follow(graph, (record.record.data as Participation).treaty)
    return treaty ? (actsIn(graph, record, treaty, state) ?? []) : []
  })
}
