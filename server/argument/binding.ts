/** Whether a provision binds a State on a day, with the dated acts that decide it: pure, over the graph. */
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import { follow, linkedBy } from '../graph/questions.ts'
import { asFigure } from '../kinds/pinpoint.ts'
import type { Treaty } from '../kinds/treaty.ts'
import { type Acts, actsOf, type PartyRow } from './acts.ts'
import { actReasons, limitReasons, type Reason, reason, reservationReasons } from './reason.ts'
import { concerns, limitsOn } from './reservation.ts'
import { afterWithdrawal, interimDuty, notATreaty, thirdState } from './rule.ts'
import { sentence } from './sentence.ts'

export const STATUSES = [
  'bound',
  'bound with reservation',
  'signed only',
  'not party',
  'not yet in force',
  'withdrawn',
  'not a treaty',
  /** The treaty has no table of participation. */
  'not recorded',
] as const

export type Status = (typeof STATUSES)[number]

export interface Binding {
  readonly provision: GraphNode
  readonly state: GraphNode
  readonly date: string
  readonly status: Status
  /** Day since when it is bound, signed only or withdrawn; for what is not yet in force the day from when, if known. */
  readonly since: string | undefined
  /** Day from which a State that only signed owes nothing more: it gave notice that it will not become a party (VCLT art 18(a)). */
  readonly notice: string | undefined
  /** In a fixed order: acts, reservations, what is uncertain, rules. */
  readonly reasons: readonly Reason[]
  /** Binding of other treaties through which the provision applies besides. */
  readonly through: readonly Binding[]
}

type TreatyStatus = Extract<Status, 'bound' | 'signed only' | 'not party' | 'not yet in force' | 'withdrawn'>

/**
 * Status of a treaty for a State: a function of its acts up to the day. In force on day D: entry into force ≤ D and no
 * withdrawal with effect ≤ D.
 */
export function statusOn(row: PartyRow | undefined, day: string): { readonly status: TreatyStatus; readonly since: string | undefined } {
  const has = (date: string | undefined) => date !== undefined && date <= day
  if (has(row?.withdrawn)) return { status: 'withdrawn', since: row?.withdrawn }
  if (has(row?.inForce)) return { status: 'bound', since: row?.inForce }
  if (has(row?.consent)) return { status: 'not yet in force', since: row?.inForce }
  if (has(row?.signature)) return { status: 'signed only', since: row?.signature }
  return { status: 'not party', since: undefined }
}

/** Whether a node is a treaty or a part of one. */
export const isProvision = ({ kind }: GraphNode): boolean => ['treaty', 'article', 'paragraph'].includes(kind)

/** The treaty of an article or paragraph; itself, for a treaty. */
export function treatyOf(node: GraphNode): GraphNode {
  if (!isProvision(node)) throw new Error(`${node.citation} is no provision of a treaty`)
  return node.parent ? treatyOf(node.parent) : node
}

function rulesFor(graph: Graph, { treaty, state }: Acts, status: TreatyStatus, notice: string | undefined): Reason[] {
  if (status === 'signed only') return interimDuty(graph, treaty, state, notice)
  if (status === 'not party') return [thirdState(graph)]
  return status === 'withdrawn' ? [afterWithdrawal(graph)] : []
}

/** An article as a number, to be looked for in a run of articles; none for a treaty as a whole. */
const articleNumber = ({ outline }: GraphNode) => (outline.pinpoint ? Number(asFigure(outline.pinpoint[0] ?? '')) : undefined)

interface Carried {
  readonly binding: Binding
  readonly reason: Reason
}

/** Other treaties through which a provision applies: articles 2 to 34 of the Refugee Convention through its Protocol. */
function carried(graph: Graph, node: GraphNode, treaty: GraphNode, state: GraphNode, date: string): Carried[] {
  const number = articleNumber(node)
  return linkedBy(graph, treaty, 'carries over articles of').flatMap((carrier) =>
    ((carrier.record.data as Treaty).carriesOver ?? []).flatMap((rule) => {
      const by = follow(graph, rule.by)
      const [from, to] = [Number(rule.from), Number(rule.to)]
      if (by === undefined || follow(graph, rule.of) !== treaty) return []
      if (number === undefined ? from === to : number < from || number > to) return []
      const binding = throughProvision(graph, by, node, state, date)
      const values = { whom: { written: rule.for }, from, to, by: by.citation, status: { word: binding.status } }
      const said =
        from === to
          ? sentence('For {whom}, article {from} applies through {by}: {status}', values)
          : sentence('For {whom}, articles {from} to {to} apply through {by}: {status}', values)
      const dated = binding.since ? sentence('{rule} since {date}', { rule: [said], date: binding.since }) : said
      return [{ binding, reason: reason('rule', dated, { address: by.address }) }]
    }),
  )
}

/** Binding of the provision that carries another over; a reservation to what is carried over limits it too. */
function throughProvision(graph: Graph, by: GraphNode, node: GraphNode, state: GraphNode, date: string): Binding {
  const binding = bindingOf(graph, by, state, date)
  const limited = actsOf(graph, treatyOf(by), state)?.reservations.some(
    (item) => node.outline.pinpoint !== undefined && item.row.provisions && concerns(item, node) && limitsOn(item, date),
  )
  return limited && binding.status === 'bound' ? { ...binding, status: 'bound with reservation' } : binding
}

function bindingByActs(graph: Graph, acts: Acts, node: GraphNode, date: string): Binding {
  const { state, treaty } = acts
  const { status, since } = statusOn(acts.row, date)
  const limiting = acts.reservations.some((item) => concerns(item, node) && limitsOn(item, date))
  const through = carried(graph, node, treaty, state, date)
  const given = acts.row?.notice
  const notice = status === 'signed only' && given !== undefined && given <= date ? given : undefined
  return {
    provision: node,
    state,
    date,
    status: status === 'bound' && limiting && node !== treaty ? 'bound with reservation' : status,
    since,
    notice,
    reasons: [
      ...actReasons(acts, date),
      ...(status === 'bound' || status === 'not yet in force' ? reservationReasons(graph, acts, node, date) : []),
      ...limitReasons(acts, date),
      ...rulesFor(graph, acts, status, notice),
      ...through.map((item) => item.reason),
    ],
    through: through.map((item) => item.binding),
  }
}

/** Whether a treaty, an article or a paragraph binds a State on a day (year-month-day). */
export function bindingOf(graph: Graph, node: GraphNode, state: GraphNode, date: string): Binding {
  const treaty = treatyOf(node)
  const answer = { provision: node, state, date, since: undefined, notice: undefined, through: [] }
  const reasons = notATreaty(graph, treaty, node)
  if (reasons.length > 0) return { ...answer, status: 'not a treaty', reasons }
  const acts = actsOf(graph, treaty, state)
  if (acts) return bindingByActs(graph, acts, node, date)
  const said = sentence('There is no table of participation for {treaty}, so that nothing is computed', { treaty: treaty.citation })
  return { ...answer, status: 'not recorded', reasons: [reason('limit', said, { address: treaty.address })] }
}
