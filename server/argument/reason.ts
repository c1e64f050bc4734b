/** Reasons of a binding: acts, reservations, limits of the table and rules, each of which a reader can follow to its place. */
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import { linkedBy } from '../graph/questions.ts'
import type { Treaty } from '../kinds/treaty.ts'
import { type Acts, addressOfActs, addressOfStatements, isSurveyed, type PartyRow, type Reservation } from './acts.ts'
import { concerns, isInForce } from './reservation.ts'
import { inEnglish, type Sentence, sentence } from './sentence.ts'

export interface Reason {
  readonly kind: 'act' | 'reservation' | 'limit' | 'rule'
  readonly date?: string
  /** In English. */
  readonly text: string
  /** The same, to be said in any language, one after the other. */
  readonly said: readonly Sentence[]
  /** Where it stands: a row of a table, or an article. */
  readonly address?: string
  /** Set where it rests on memory, wholly or in part. */
  readonly unsourced?: true
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A reason without the fields that have no value. */
export function reason(
  kind: Reason['kind'],
  said: Sentence | readonly Sentence[],
  rest: { [K in 'date' | 'address' | 'unsourced']?: Reason[K] | undefined } = {},
): Reason {
  const { date, address, unsourced } = rest
  const all = [said].flat()
  const text = capital(all.map(inEnglish).join('; '))
  return { kind, text, said: all, ...(date ? { date } : {}), ...(address ? { address } : {}), ...(unsourced ? { unsourced } : {}) }
}

const CONSENTED: Readonly<Record<NonNullable<PartyRow['form']>, Sentence>> = {
  ratification: sentence('Ratified'),
  accession: sentence('Acceded'),
  succession: sentence('Succeeded'),
  acceptance: sentence('Accepted'),
  approval: sentence('Approved'),
  'definitive signature': sentence('Signed definitively'),
  'formal confirmation': sentence('Confirmed formally'),
}

const FROM_MEMORY: Readonly<Record<'signature' | 'consent' | 'withdrawn' | 'notice', RegExp>> = {
  signature: /signature from memory/u,
  consent: /consent from memory/u,
  notice: /notice that it does not intend to become a party \(from memory/u,
  withdrawn: /(?:withdrew|withdrawal|denounced)[^()]*\(from memory/u,
}

/** The dated acts of a State in the order in which they happened; what lies after the day is said to do so. */
export function actReasons(acts: Acts, day: string): Reason[] {
  const { row } = acts
  if (row === undefined) return [reason('act', sentence('The table has no row for it'), { address: addressOfActs(acts) })]
  const isMemory = (key: keyof typeof FROM_MEMORY) => row.unsourced || FROM_MEMORY[key].test(row.note ?? '') || undefined
  const dated = [
    { date: row.signature, said: sentence('Signed'), unsourced: isMemory('signature') },
    { date: row.notice, said: sentence('Gave notice that it does not intend to become a party'), unsourced: isMemory('notice') },
    { date: row.consent, said: row.form ? CONSENTED[row.form] : sentence('Consented to be bound'), unsourced: isMemory('consent') },
    { date: row.inForce, said: sentence('In force for it'), unsourced: isMemory('consent') },
    { date: row.withdrawn, said: sentence('Withdrawal took effect'), unsourced: isMemory('withdrawn') },
  ].filter(({ date }) => date !== undefined)
  if (dated.length === 0)
    return [reason('act', sentence('No signature and no act of consent is recorded'), { address: addressOfActs(acts) })]
  const placed = (said: Sentence, date = '') => (date > day ? sentence('{act}, which is after the day asked', { act: [said] }) : said)
  return dated.map(({ date, said, unsourced }) => reason('act', placed(said, date), { date, address: addressOfActs(acts), unsourced }))
}

function toWhat(article: string): Sentence {
  if (article === 'general') return sentence('to the treaty as a whole')
  return /,|-/u.test(article) ? sentence('to articles {article}', { article }) : sentence('to article {article}', { article })
}

function reservationReason(acts: Acts, { row, noReservation }: Reservation, day: string): Reason {
  const later = row.date !== undefined && row.date > day
  const gone = row.withdrawn !== undefined && row.withdrawn <= day
  const isMemory = /from memory/u.test(row.origin)
  // The day of the withdrawal says more than the word.
  const gist = row.withdrawn ? row.gist.replace(/; withdrawn$/u, '') : row.gist
  const said = [
    sentence('{kind} {what}: {gist}', { kind: { made: row.kind }, what: [toWhat(row.article)], gist: { written: gist } }),
    row.date === undefined ? sentence('its day is not recorded') : [],
    later ? sentence('made after the day asked') : [],
    row.withdrawn && gone ? sentence('withdrawn on {date}', { date: row.withdrawn }) : [],
    row.withdrawn && !gone ? sentence('in force until withdrawn on {date}', { date: row.withdrawn }) : [],
    isMemory ? sentence('source: {source}', { source: { written: row.origin } }) : [],
    noReservation ? sentence('no reservation: {why}', { why: { written: noReservation } }) : [],
  ].flat()
  const unsourced = row.unsourced ?? (isMemory ? true : undefined)
  return reason('reservation', said, { date: row.date, address: addressOfStatements(acts, 'reservations'), unsourced })
}

const byDay = (a: Reservation, b: Reservation) => ((a.row.date ?? '') < (b.row.date ?? '') ? -1 : 1)

/** Reservations and declarations that concern a provision, and what is known of the others. */
export function reservationReasons(graph: Graph, acts: Acts, node: GraphNode, day: string): Reason[] {
  const own = acts.reservations.filter((item) => concerns(item, node))
  const reasons = [...own].sort(byDay).map((item) => reservationReason(acts, item, day))
  if (!isSurveyed(graph, acts, node)) {
    const said =
      own.length > 0
        ? sentence('Its reservations and declarations were not looked for in full: that no other is listed is no finding')
        : sentence('Its reservations and declarations were not looked for in full: that none is listed is no finding')
    return [...reasons, reason('limit', said, { address: acts.table.address })]
  }
  if (own.some(({ row }) => isInForce(row, day))) return reasons
  const others = acts.reservations.filter((item) => !own.includes(item) && isInForce(item.row, day)).map(({ row }) => row.article)
  const none =
    own.length > 0
      ? sentence('No other reservation or declaration that concerns it is recorded; one that was withdrawn in full may be missing')
      : sentence('No reservation or declaration that concerns it is recorded; one that was withdrawn in full may be missing')
  const said = others.length > 0 ? sentence('{none}. Those in force: {articles}', { none: [none], articles: others.map(toWhat) }) : none
  const address = others.length > 0 ? addressOfStatements(acts, 'reservations') : acts.table.address
  return [...reasons, reason('reservation', said, { address })]
}

/** How a table says that it knows of no act at all. */
const NO_ACT = 'no signature or consent in any source used'

/** What makes an answer less than certain. */
export function limitReasons(acts: Acts, day: string): Reason[] {
  const { row, asOf, table } = acts
  const treaty = acts.treaty.record.data as Treaty
  const address = addressOfActs(acts)
  const consented = row?.consent !== undefined && row.consent <= day
  return [
    row?.note && row.note !== NO_ACT
      ? reason('limit', sentence('Note of the table: {note}', { note: { written: row.note } }), { address })
      : [],
    row?.unsourced
      ? reason('limit', sentence('The acts of consent and of entry into force rest on memory and are to be verified'), {
          address,
          unsourced: true,
        })
      : [],
    consented && !row.inForce ? reason('limit', sentence('The day of entry into force for it is not recorded'), { address }) : [],
    row?.form === 'succession' && (row.inForce ?? '') > day
      ? reason(
          'limit',
          sentence('A succession usually takes effect on the day on which the State succeeded: it may have been bound before'),
          {
            address,
          },
        )
      : [],
    treaty.inForce !== undefined && treaty.inForce > day
      ? reason('limit', sentence('{treaty} itself enters into force only after the day asked', { treaty: treaty.citedAs }), {
          date: treaty.inForce,
          address: acts.treaty.address,
        })
      : [],
    day > asOf
      ? reason('limit', sentence('The list is complete to this day; later acts may be missing'), { date: asOf, address: table.address })
      : [],
  ].flat()
}

/** Norms that name a provision among those that lay them down. */
export const normsOf = (graph: Graph, node: GraphNode): GraphNode[] => [
  ...new Set([node, ...node.parts].flatMap((part) => linkedBy(graph, part, 'laid down in'))),
]
