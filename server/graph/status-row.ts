/** One row of a table of treaty status into the entry of a record: what its cells and its tags of sources mean. */
import type { z } from 'zod'
import type { participation } from '../kinds/participation.ts'
import { readPinpoint, writeArticle } from '../kinds/pinpoint.ts'
import type { Row } from './csv.ts'

export type Participation = z.input<typeof participation.schema>
type Party = Participation['states'][number]
type Reservation = NonNullable<Participation['reservations']>[number]
type Acceptance = NonNullable<Participation['acceptances']>[number]

/** What the tables do not tell about a list: how far it goes and where it comes from. Written by hand, kept by an import. */
export type Head = Pick<Participation, 'asOf' | 'limits' | 'surveyed' | 'noReservation' | 'sources'>

/** How a treaty is cited, and the citations of all articles and paragraphs that its record has. */
export interface CitedTreaty {
  readonly citedAs: string
  readonly places: ReadonlySet<string>
  /** For a protocol, the Convention that its parties apply through it. */
  readonly convention?: CitedTreaty | undefined
}

export const STATUS = [
  'state_iso3',
  'state_name',
  'signature',
  'consent_date',
  'consent_form',
  'entry_into_force',
  'withdrawal',
  'notes',
] as const
export const RESERVATIONS = ['instrument', 'state_iso3', 'article', 'kind', 'date', 'withdrawn', 'gist', 'source'] as const

export type StatusRow = Row<(typeof STATUS)[number]>
export type ReservationRow = Row<(typeof RESERVATIONS)[number]>

/** Leaves out what a cell leaves empty. */
const filled = (fields: Readonly<Record<string, string | readonly string[] | true | undefined>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined))

/** Tag of a source in the tables: U15, P-KOR; MEM is no source but the compiler's memory. */
const TAG = '[A-Z][A-Z0-9-]*[A-Z0-9](?![A-Za-z])'
const KEYED = new RegExp(`\\b([a-z]+):(${TAG})`, 'gu')
const LEADING = new RegExp(`^${TAG}`, 'u')
const BRACKETED = /\[([^\]]*)\]/gu

/** Says in words that a thing was not read anywhere. */
const spellMemory = (text: string) => text.replace(/(?:from )?\bMEM\b/gu, 'from memory')

/** Tags of a row in the order of its notes: those after `src:` and the like, and those with which a bracketed remark begins. */
function tagsOf(notes: string): string[] {
  const keyed = [...notes.matchAll(KEYED)].map(([, , tag = '']) => tag)
  const remarks = [...notes.matchAll(BRACKETED)].flatMap(([, remark = '']) => remark.split(/[;,]\s*/u))
  return [...new Set([...keyed, ...remarks.flatMap((remark) => LEADING.exec(remark)?.[0] ?? [])])]
}

// The tag after `src:` is told as origin, and no README lies beside a record.
const NOT_TOLD = new RegExp(`\\bsrc:${TAG}(?:;\\s*)?|,? see README\\b`, 'gu')

/** Notes in words, for a reader who does not have the tables. */
function noteOf(notes: string): string {
  const told = notes.replace(NOT_TOLD, '')
  return spellMemory(told.replace(KEYED, '$1 from $2').replace(BRACKETED, '($1)')).trim()
}

const NOTICE = /(\d{4}-\d{2}-\d{2}) notice that it does not intend to become a party/u

/** The acts of a State. */
export function partyOf({ cells }: StatusRow): Party {
  return filled({
    state: cells.state_iso3,
    signature: cells.signature,
    consent: cells.consent_date,
    form: cells.consent_form,
    inForce: cells.entry_into_force,
    withdrawn: cells.withdrawal,
    notice: NOTICE.exec(cells.notes)?.[1],
    note: noteOf(cells.notes),
    origin: spellMemory(tagsOf(cells.notes).join('; ')),
    unsourced: /\bconsent:MEM\b/u.test(cells.notes) || undefined,
  }) as Party
}

// A remark is parted from the article by a space: 20 (28(1)), 37(c) second sentence.
const ARTICLE =
  /^(?<convention>Convention )?(?<first>(?:\d+(?: (?:bis|ter|quater))?|[IVXL]+)(?:\([0-9A-Za-z]+\))*)(?:-(?<last>\d+))?(?= [a-z(]|$)/u

/** The innermost part of the treaty's record that holds an article or paragraph. */
function innermost(number: string, { citedAs, places }: CitedTreaty): string | undefined {
  const { from } = readPinpoint(number)
  const outwards = from.map((_, index) => `${citedAs} art ${writeArticle(from.slice(0, from.length - index))}`)
  return outwards.find((citation) => places.has(citation))
}

const run = (first: number, last: number) => Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index))

/** What one item of the list of articles concerns: a run of articles is as many; nothing, if the record has no such article. */
function placesOf(item: string, treaty: CitedTreaty): string[] {
  const { convention, first = '', last } = ARTICLE.exec(item)?.groups ?? {}
  const home = convention ? treaty.convention : treaty
  if (home === undefined) return []
  const numbers = last === undefined ? [first] : run(Number(first), Number(last))
  return numbers.flatMap((number) => innermost(number, home) ?? [])
}

/** A statement about the treaty as a whole names no article. */
const GENERAL = 'general'

const itemsOf = (article: string) => (article === GENERAL || article === '' ? [] : article.split(/,\s*/u))

/** What a reservation concerns: articles and paragraphs of the treaty's record, each once. */
const provisionsOf = (article: string, treaty: CitedTreaty) => [...new Set(itemsOf(article).flatMap((item) => placesOf(item, treaty)))]

/** Those of the articles named that the treaty's record does not have. */
export const articlesWithoutRecord = (article: string, treaty: CitedTreaty): string[] =>
  itemsOf(article).filter((item) => placesOf(item, treaty).length === 0)

/** Consent to a complaint procedure is no reservation. */
export const isAcceptance = ({ cells }: ReservationRow): boolean => /^(?:declaration of )?acceptance\b/u.test(cells.kind)

const madeIn = ({ cells }: ReservationRow) => ({
  kind: cells.kind,
  date: cells.date,
  withdrawn: cells.withdrawn,
  gist: cells.gist,
  origin: spellMemory(cells.source),
  unsourced: cells.source.replace(/\([^)]*\)/gu, '').trim() === 'MEM' || undefined,
})

/** A reservation or declaration. */
export function reservationOf(row: ReservationRow, treaty: CitedTreaty): Reservation {
  const { state_iso3: state, article } = row.cells
  const provisions = provisionsOf(article, treaty)
  return filled({ state, article, provisions: provisions.length > 0 ? provisions : undefined, ...madeIn(row) }) as Reservation
}

/** An acceptance of a complaint procedure. */
export function acceptanceOf(row: ReservationRow, treaty: CitedTreaty): Acceptance {
  const { state_iso3: state, article } = row.cells
  return filled({ state, article, accepts: provisionsOf(article, treaty)[0], ...madeIn(row) }) as Acceptance
}

/** For a list that nobody has described yet: what the table itself tells. */
export function defaultHead(file: string, rows: readonly StatusRow[]): Head {
  const acts = rows.flatMap(({ cells }) => [cells.signature, cells.consent_date])
  const tags = [...new Set(rows.flatMap(({ cells }) => tagsOf(cells.notes)))].sort()
  const title = `Table of participation ${file.split('/').at(-1)}`
  return {
    asOf: acts.reduce((newest, day) => (day > newest ? day : newest), ''),
    limits: 'The list goes as far as the table from which it was imported; a later act may be missing.',
    sources: [{ title: tags.length > 0 ? `${title}; tags of its sources: ${spellMemory(tags.join(', '))}` : title }],
  }
}
