/** What a State did about a treaty: its acts with dates, and its reservations, as recorded. */
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow, linkedBy, recordsOf } from '../../graph/questions.ts'
import type { Citation } from '../../kinds/kind.ts'
import type { Participation } from '../../kinds/participation.ts'
import { type Presenter, present } from './presenter.ts'

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

/** A State: its acts towards every treaty. */
export const presentState: Presenter = (graph, node) => {
  const acts = actsOfState(graph, node)
  return { acts, sections: present([acts.length > 0, 'participation', 'Treaties'], [true, 'linked', 'Linked from']) }
}

/** The table of a treaty. */
export const presentParticipation: Presenter = (graph, node) => {
  const data = node.record.data as Participation
  const named = (citation: Citation) => follow(graph, citation)
  const nodesOf = (citations: readonly Citation[]) => citations.flatMap((citation) => named(citation) ?? [])
  return {
    treaty: named(data.treaty),
    rows: data.states.map((row) => ({ row, state: named(row.state) })),
    reservationRows: (data.reservations ?? []).map((row) => ({ row, state: named(row.state), provisions: nodesOf(row.provisions ?? []) })),
    acceptanceRows: (data.acceptances ?? []).map((row) => ({ row, state: named(row.state), provisions: nodesOf([row.accepts]) })),
    sections: present([true, 'states', 'States'], [data.reservations !== undefined, 'reservations', 'Reservations and declarations']),
  }
}
