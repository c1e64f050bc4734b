/** The parts of an index into one file and back: the same file for the cache of the server and for the browser. */
import { checksum, joinPieces, packNumbers, packText, splitPieces, unpackNumbers, unpackText } from './bytes.ts'
import type { Counts, FieldCounts } from './count.ts'
import type { Entry } from './entries.ts'
import type { IndexParts } from './index.ts'
import type { Place } from './place.ts'

/** How a file begins; the figures are the version of what follows: key, checksum of the rest, the rest in pieces. */
const MAGIC = 'pacta index 01\n'
/** Letters of a key: a SHA-256 in hexadecimal. */
const KEY_LENGTH = 64
const CHECK_LENGTH = 4
const START = MAGIC.length + KEY_LENGTH + CHECK_LENGTH

/** What all entries of a page share. */
type Shared = 'home' | 'cited' | 'related' | 'family' | 'bearing'
type StoredEntry = Omit<Entry, Shared> & { readonly page: number }
/** Other pages by their number, or by their address where nothing on them can be found. */
type StoredPage = Omit<Pick<Entry, Shared>, 'related'> & { readonly related: readonly (readonly [number | string, number])[] }

/** A place that has an entry is told by the number of the entry, of which it has all but its parts and its pinpoint. */
interface StoredPlace extends Pick<Place['outline'], 'pinpoint' | 'pinpointEnd'> {
  readonly is: number | (Omit<Place, 'outline' | 'parts'> & { readonly names: readonly string[] })
  readonly parts?: readonly StoredPlace[]
}

interface StoredTexts {
  readonly places: readonly StoredPlace[]
  readonly pages: readonly StoredPage[]
  readonly entries: readonly StoredEntry[]
}

function storeEntries(list: readonly Entry[]): Pick<StoredTexts, 'pages' | 'entries'> {
  const homes = new Map(list.map((entry) => [entry.home, entry]))
  const numbers = new Map([...homes.keys()].map((home, number) => [home, number]))
  const pages = [...homes.values()].map(({ home, cited, related, family, bearing }) => ({
    home,
    cited,
    family,
    ...(bearing ? { bearing } : {}),
    related: Array.from(related, ([page, links]) => [numbers.get(page) ?? page, links] as const),
  }))
  return { pages, entries: list.map(({ home, cited, related, family, bearing, ...rest }) => ({ ...rest, page: numbers.get(home) ?? 0 })) }
}

function restoreEntries({ pages, entries }: StoredTexts): Entry[] {
  const addressOf = (page: number | string) => (typeof page === 'number' ? (pages[page]?.home ?? '') : page)
  const shared = pages.map((page) => ({ ...page, related: new Map(page.related.map(([far, links]) => [addressOf(far), links])) }))
  return entries.flatMap(({ page, ...rest }) => {
    const of = shared[page]
    return of ? [{ ...of, ...rest }] : []
  })
}

function storePlaces(places: readonly Place[], list: readonly Entry[]): StoredPlace[] {
  const numbers = new Map(list.map((entry, number) => [entry.id, number]))
  const store = ({ outline: { names, ...pin }, parts, ...rest }: Place): StoredPlace => {
    const is = numbers.get(rest.address) ?? { ...rest, names }
    return { is, ...pin, ...(parts.length > 0 ? { parts: parts.map(store) } : {}) }
  }
  return places.map(store)
}

function restorePlaces(places: readonly StoredPlace[], list: readonly Entry[]): Place[] {
  const restore = ({ is, parts = [], ...pin }: StoredPlace): Place[] => {
    const entry = typeof is === 'number' ? list[is] : { ...is, id: is.address }
    if (!entry) return []
    const { id: address, kind, title, citation, home, names } = entry
    const text = typeof is === 'number' ? '' : is.text
    return [{ address, kind, title, citation, home, text, outline: { names, ...pin }, parts: parts.flatMap(restore) }]
  }
  return places.flatMap(restore)
}

const steps = (numbers: Uint32Array) => numbers.subarray(1).map((number, at) => number - (numbers[at] ?? 0))

function fromSteps(numbers: Uint32Array): Uint32Array {
  const sums = new Uint32Array(numbers.length + 1)
  numbers.forEach((step, at) => {
    sums[at + 1] = (sums[at] ?? 0) + step
  })
  return sums
}

/** Entries of each term as the first and the steps to the next, which are small. */
function gaps({ starts, entries }: FieldCounts): Uint32Array {
  const first = new Set(starts)
  return entries.map((entry, at) => (first.has(at) ? entry : entry - (entries[at - 1] ?? 0)))
}

function fromGaps(starts: Uint32Array, numbers: Uint32Array): Uint32Array {
  const entries = numbers.slice()
  for (let term = 0; term + 1 < starts.length; term++) {
    const end = starts[term + 1] ?? 0
    for (let at = (starts[term] ?? 0) + 1; at < end; at++) entries[at] = (entries[at] ?? 0) + (entries[at - 1] ?? 0)
  }
  return entries
}

const packField = (field: FieldCounts) => joinPieces([field.lengths, steps(field.starts), gaps(field), field.counts].map(packNumbers))

function unpackField(bytes: Uint8Array): FieldCounts {
  const [lengths, sizes, numbers, counts] = splitPieces(bytes).map(unpackNumbers)
  if (!lengths || !sizes || !numbers || !counts || numbers.length !== counts.length) throw new Error('a field is incomplete')
  const starts = fromSteps(sizes)
  return { lengths, starts, entries: fromGaps(starts, numbers), counts }
}

const packCounts = ({ terms, words, fields }: Counts) =>
  joinPieces([packText(terms.join('\n')), packNumbers(words), ...fields.map(packField)])

function unpackCounts(bytes: Uint8Array): Counts {
  const [text, words, ...fields] = splitPieces(bytes)
  if (!text || !words) throw new Error('the terms are missing')
  return { terms: text.length > 0 ? unpackText(text).split('\n') : [], words: unpackNumbers(words), fields: fields.map(unpackField) }
}

/** The file of an index. The key says what it was made from, and by what. */
export function writeIndex(parts: IndexParts, key: string): Uint8Array {
  const texts: StoredTexts = { ...storeEntries(parts.list), places: storePlaces(parts.places, parts.list) }
  const body = joinPieces([packText(JSON.stringify(texts)), packCounts(parts.counts)])
  const bytes = new Uint8Array(START + body.length)
  bytes.set(packText(`${MAGIC}${key.padEnd(KEY_LENGTH).slice(0, KEY_LENGTH)}`))
  new DataView(bytes.buffer).setUint32(START - CHECK_LENGTH, checksum(body), true)
  bytes.set(body, START)
  return bytes
}

/** The key of a file; nothing, if it is not whole or is not the file of an index at all. */
export function keyOf(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, START - CHECK_LENGTH))
  if (bytes.length < START || !text.startsWith(MAGIC)) return undefined
  const stored = new DataView(bytes.buffer, bytes.byteOffset).getUint32(START - CHECK_LENGTH, true)
  return stored === checksum(bytes.subarray(START)) ? text.slice(MAGIC.length) : undefined
}

/** The parts of a file that has a key. */
export function readIndex(bytes: Uint8Array): IndexParts {
  const [texts, counted] = splitPieces(bytes.subarray(START))
  if (!texts || !counted) throw new Error('the file of the index is incomplete')
  const stored = JSON.parse(unpackText(texts)) as StoredTexts
  const list = restoreEntries(stored)
  return { list, places: restorePlaces(stored.places, list), counts: unpackCounts(counted) }
}
