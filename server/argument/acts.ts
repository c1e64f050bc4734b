/** What a State did about a treaty, as the treaty's table of participation records it. */
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import { follow, linkedBy } from '../graph/questions.ts'
import type { Participation } from '../kinds/participation.ts'

export type PartyRow = Participation['states'][number]
type ReservationRow = NonNullable<Participation['reservations']>[number]
type AcceptanceRow = NonNullable<Participation['acceptances']>[number]

export interface Reservation {
  readonly row: ReservationRow
  /** What it concerns: nothing, for one to the treaty as a whole. */
  readonly provisions: readonly GraphNode[]
  /** Why it takes nothing from what the State owes, whatever it is called (VCLT art 2(1)(d)); none, where it may. */
  readonly noReservation: string | undefined
}

export interface Acceptance {
  readonly row: AcceptanceRow
  readonly provision: GraphNode | undefined
}

/** Acts of a State towards one treaty. */
export interface Acts {
  readonly state: GraphNode
  readonly treaty: GraphNode
  /** The table that records them. */
  readonly table: GraphNode
  readonly asOf: string
  /** None, where the table does not name the State. */
  readonly row: PartyRow | undefined
  readonly reservations: readonly Reservation[]
  readonly acceptances: readonly Acceptance[]
}

/** What a table says of one State. */
interface Entry {
  row?: PartyRow
  readonly reservations: Reservation[]
  readonly acceptances: Acceptance[]
}

const NOTHING: Entry = Object.freeze({ reservations: [], acceptances: [] })

function readTable(graph: Graph, table: GraphNode): ReadonlyMap<GraphNode, Entry> {
  const data = table.record.data as Participation
  const entries = new Map<GraphNode, Entry>()
  const entryOf = (state: GraphNode) => {
    const entry = entries.get(state) ?? { reservations: [], acceptances: [] }
    entries.set(state, entry)
    return entry
  }
  for (const row of data.states) {
    const state = follow(graph, row.state)
    if (state) entryOf(state).row = row
  }
  for (const row of data.reservations ?? []) {
    const state = follow(graph, row.state)
    const provisions = (row.provisions ?? []).flatMap((item) => follow(graph, item) ?? [])
    const harmless = data.noReservation?.find((item) => item.article === row.article && item.states.includes(row.state.text))
    if (state) entryOf(state).reservations.push({ row, provisions, noReservation: harmless?.why })
  }
  for (const row of data.acceptances ?? []) {
    const state = follow(graph, row.state)
    if (state) entryOf(state).acceptances.push({ row, provision: follow(graph, row.accepts) })
  }
  return entries
}

// A table of two hundred States is asked about hundreds of times, and its graph never changes.
const read = new WeakMap<GraphNode, ReadonlyMap<GraphNode, Entry>>()

function entriesOf(graph: Graph, table: GraphNode): ReadonlyMap<GraphNode, Entry> {
  const known = read.get(table) ?? readTable(graph, table)
  read.set(table, known)
  return known
}

/** The table of participation of a treaty, if there is one. */
export const tableOf = (graph: Graph, treaty: GraphNode): GraphNode | undefined => linkedBy(graph, treaty, 'records who takes part in')[0]

/** Acts of a State towards a treaty; nothing, if the treaty has no table. */
export function actsOf(graph: Graph, treaty: GraphNode, state: GraphNode): Acts | undefined {
  const table = tableOf(graph, treaty)
  if (table === undefined) return undefined
  const { row, reservations, acceptances } = entriesOf(graph, table).get(state) ?? NOTHING
  return { state, treaty, table, asOf: (table.record.data as Participation).asOf, row, reservations, acceptances }
}

/** All acceptances of a procedure, of whatever State. */
export function acceptancesOf(graph: Graph, table: GraphNode, provision: GraphNode): Acceptance[] {
  return [...entriesOf(graph, table).values()].flatMap((entry) => entry.acceptances.filter((item) => item.provision === provision))
}

/** Whether all reservations of a State, or those of all States to a provision, were looked for. */
export function isSurveyed(graph: Graph, { table, state }: Acts, provision: GraphNode): boolean {
  const { surveyed } = table.record.data as Participation
  const [states, provisions] = [surveyed?.states, surveyed?.provisions].map((list) => (list ?? []).map((item) => follow(graph, item)))
  const around = provision.kind === 'paragraph' ? provision.parent : provision
  return (states ?? []).includes(state) || [provision, around].some((node) => node !== undefined && (provisions ?? []).includes(node))
}

/** Place in a table at which the acts of a State stand. */
export const addressOfActs = ({ table, state, row }: Acts): string => (row ? `${table.address}#${state.record.id}` : table.address)

/** Place in a table at which the reservations, or the acceptances, of a State begin. */
export const addressOfStatements = ({ table, state }: Acts, of: 'reservations' | 'acceptances'): string =>
  `${table.address}#${state.record.id}-${of}`
