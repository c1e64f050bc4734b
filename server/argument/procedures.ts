/** Who may hold a State to its word on a day: complaints, inquiries and courts, computed from the records of participation. */
import { resolveCitation } from '../graph/citation.ts'
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import { acceptancesOf, actsOf, addressOfStatements, isSurveyed, type Reservation, tableOf } from './acts.ts'
import { type Binding, bindingOf, treatyOf } from './binding.ts'
import { type Reason, reason } from './reason.ts'
import { concerns, isInForce } from './reservation.ts'
import { sentence } from './sentence.ts'

export interface Procedure {
  /** The treaty whose duties it serves. */
  readonly of: string
  readonly kind: 'individual complaints' | 'inquiry or visit' | 'inter-State complaints' | 'arbitration or International Court of Justice'
  /** The provision that opens it. */
  readonly at: string
  /**
   * `party`: each party is subject to it. `unless excluded`: each party that made no reservation. `acceptance`: a party that
   * declared that it accepts it. `no data`: acts are not in the records.
   */
  readonly how: 'party' | 'unless excluded' | 'acceptance' | 'no data'
  /** Acceptances that it needs before it is in force at all; `unread`, where the clause is known from general knowledge only. */
  readonly needs?: { readonly count: number; readonly unread?: true }
}

const COURT = 'arbitration or International Court of Justice'

export const PROCEDURES: readonly Procedure[] = [
  { of: 'CAT', kind: 'individual complaints', at: 'CAT art 22', how: 'acceptance', needs: { count: 5 } },
  { of: 'ICCPR', kind: 'individual complaints', at: 'ICCPR-OP1 art 1', how: 'party' },
  { of: 'CEDAW', kind: 'individual complaints', at: 'CEDAW-OP art 2', how: 'party' },
  { of: 'CRC', kind: 'individual complaints', at: 'CRC-OPIC art 5', how: 'party' },
  { of: 'CERD', kind: 'individual complaints', at: 'CERD art 14', how: 'acceptance', needs: { count: 10, unread: true } },
  { of: 'CPED', kind: 'individual complaints', at: 'CPED art 31', how: 'acceptance' },
  { of: 'CMW', kind: 'individual complaints', at: 'CMW art 77', how: 'acceptance', needs: { count: 10, unread: true } },
  { of: 'CRPD', kind: 'individual complaints', at: 'CRPD-OP', how: 'no data' },
  { of: 'ICESCR', kind: 'individual complaints', at: 'ICESCR-OP', how: 'no data' },
  { of: 'CAT', kind: 'inquiry or visit', at: 'CAT art 20', how: 'unless excluded' },
  { of: 'CAT', kind: 'inquiry or visit', at: 'OPCAT art 11', how: 'party' },
  { of: 'CEDAW', kind: 'inquiry or visit', at: 'CEDAW-OP art 8', how: 'unless excluded' },
  { of: 'CRC', kind: 'inquiry or visit', at: 'CRC-OPIC art 13', how: 'unless excluded' },
  { of: 'CPED', kind: 'inquiry or visit', at: 'CPED art 33', how: 'party' },
  { of: 'CERD', kind: 'inter-State complaints', at: 'CERD art 11', how: 'party' },
  { of: 'CPED', kind: 'inter-State complaints', at: 'CPED art 32', how: 'acceptance' },
  { of: 'CAT', kind: 'inter-State complaints', at: 'CAT art 21', how: 'no data' },
  { of: 'ICCPR', kind: 'inter-State complaints', at: 'ICCPR art 41', how: 'no data' },
  { of: 'CAT', kind: COURT, at: 'CAT art 30(1)', how: 'unless excluded' },
  { of: 'CEDAW', kind: COURT, at: 'CEDAW art 29(1)', how: 'unless excluded' },
  { of: 'CERD', kind: COURT, at: 'CERD art 22', how: 'unless excluded' },
  { of: 'Genocide Convention', kind: COURT, at: 'Genocide Convention art IX', how: 'unless excluded' },
  { of: 'Refugee Convention', kind: COURT, at: 'Refugee Convention art 38', how: 'party' },
  { of: '1967 Protocol', kind: COURT, at: '1967 Protocol art IV', how: 'unless excluded' },
  { of: 'Palermo Protocol', kind: COURT, at: 'Palermo Protocol art 15(2)', how: 'unless excluded' },
  { of: 'VCLT', kind: COURT, at: 'VCLT art 66', how: 'unless excluded' },
]

export type Outcome = 'accepted' | 'accepted with declaration' | 'excluded' | 'not accepted' | 'not in force' | 'not recorded'

export interface Competence {
  readonly procedure: Procedure
  readonly provision: GraphNode | undefined
  readonly outcome: Outcome
  /** Day since when it is accepted. */
  readonly since: string | undefined
  readonly reasons: readonly Reason[]
}

type Answer = Omit<Competence, 'procedure' | 'provision'>

const isBound = ({ status }: Binding) => status === 'bound' || status === 'bound with reservation'

const withoutRules = ({ reasons }: Binding) => reasons.filter(({ kind }) => kind !== 'rule')

/** The last of some days. */
const latest = (days: readonly (string | undefined)[]) => days.reduce((last, day) => ((day ?? '') > (last ?? '') ? day : last), undefined)

/** Too few acceptances so far: the procedure is in force for nobody. */
function isDormant(graph: Graph, provision: GraphNode, date: string, needs: number): boolean {
  const table = tableOf(graph, treatyOf(provision))
  return table === undefined || acceptancesOf(graph, table, provision).filter(({ row }) => isInForce(row, date)).length < needs
}

function byAcceptance(graph: Graph, { needs }: Procedure, binding: Binding): Answer {
  const { provision, state, date } = binding
  const acts = actsOf(graph, treatyOf(provision), state)
  const own = (acts?.acceptances ?? []).filter((item) => item.provision === provision && isInForce(item.row, date))
  if (acts === undefined || own.length === 0) {
    const none = reason('act', sentence('No acceptance of {provision} is recorded', { provision: provision.citation }), {
      address: acts?.table.address,
    })
    return { outcome: 'not accepted', since: undefined, reasons: [none, ...withoutRules(binding).filter(({ kind }) => kind === 'limit')] }
  }
  const reasons = own.map(({ row }) =>
    reason('act', sentence('{kind}', { kind: { made: row.kind } }), {
      date: row.date,
      address: addressOfStatements(acts, 'acceptances'),
      unsourced: row.unsourced,
    }),
  )
  if (needs && isDormant(graph, provision, date, needs.count)) {
    const text = sentence('{provision} needs {count} acceptances; fewer are recorded, so that it is in force for no State', {
      provision: provision.citation,
      count: needs.count,
    })
    const dormant = reason('limit', text, { address: provision.address, unsourced: needs.unread })
    return { outcome: 'not in force', since: undefined, reasons: [...reasons, dormant] }
  }
  return {
    outcome: 'accepted',
    since: latest([binding.since, ...own.map(({ row }) => row.date)]),
    reasons: [...reasons, ...withoutRules(binding)],
  }
}

const excludes = ({ row }: Reservation) => /opt-out|reservation/u.test(row.kind)

/** A reservation or opt-out shuts the procedure out; a declaration qualifies it; where nobody looked for any, nothing is known. */
function unlessExcluded(graph: Graph, binding: Binding): Answer {
  const { provision, state, date } = binding
  const acts = actsOf(graph, treatyOf(provision), state)
  const made = (acts?.reservations ?? []).filter((item) => concerns(item, provision))
  const here = made.filter(({ row }) => isInForce(row, date))
  const reasons = withoutRules(binding)
  if (here.some(excludes)) return { outcome: 'excluded', since: undefined, reasons }
  if (acts === undefined || !isSurveyed(graph, acts, provision)) return { outcome: 'not recorded', since: undefined, reasons }
  // A reservation that was withdrawn in full may be missing, so only a recorded withdrawal tells since when.
  const since = latest(made.filter(excludes).map(({ row }) => (row.withdrawn && row.withdrawn <= date ? row.withdrawn : undefined)))
  return { outcome: here.length > 0 ? 'accepted with declaration' : 'accepted', since, reasons }
}

interface Placed {
  readonly procedure: Procedure
  readonly provision: GraphNode | undefined
  /** The treaties that it serves and that open it. */
  readonly treaties: readonly GraphNode[]
}

// A citation that leads nowhere costs a search for the nearest, and the table is the same for every State and day.
const placed = new WeakMap<Graph, readonly Placed[]>()

function placedIn(graph: Graph): readonly Placed[] {
  const find = (text: string) =>
    resolveCitation(graph.citations, text).matches.find((node) => ['treaty', 'article', 'paragraph'].includes(node.kind))
  const place = (procedure: Procedure): Placed => {
    const provision = find(procedure.at)
    return { procedure, provision, treaties: [find(procedure.of), provision && treatyOf(provision)].filter((node) => node !== undefined) }
  }
  const known = placed.get(graph) ?? PROCEDURES.map(place)
  placed.set(graph, known)
  return known
}

function competenceIn(graph: Graph, { procedure, provision }: Placed, state: GraphNode, date: string): Competence {
  if (procedure.how === 'no data' || provision === undefined) {
    const text = sentence('Acts under {provision} are not in the records; they may exist', { provision: procedure.at })
    return {
      procedure,
      provision,
      outcome: 'not recorded',
      since: undefined,
      reasons: [reason('limit', text, { address: provision?.address })],
    }
  }
  const binding = bindingOf(graph, provision, state, date)
  const answerOf = (): Answer => {
    if (!isBound(binding)) return { outcome: 'not accepted', since: undefined, reasons: withoutRules(binding) }
    if (procedure.how === 'acceptance') return byAcceptance(graph, procedure, binding)
    if (procedure.how === 'unless excluded') return unlessExcluded(graph, binding)
    return { outcome: 'accepted', since: binding.since, reasons: withoutRules(binding) }
  }
  return { procedure, provision, ...answerOf() }
}

/** Every procedure of the table, for a State on a day; with a treaty, those that serve it and those that it opens. */
export const proceduresOf = (graph: Graph, state: GraphNode, date: string, treaty?: GraphNode): Competence[] =>
  placedIn(graph)
    .filter(({ treaties }) => treaty === undefined || treaties.includes(treaty))
    .map((item) => competenceIn(graph, item, state, date))
