/** Terms into the entries that hold them, with their scores. */
import type { Entry } from './entries.ts'
import { type Index, lineOf } from './index.ts'
import { stem } from './stem.ts'
import { isUnbroken } from './tokenise.ts'
import type { Postings } from './weigh.ts'
import { OTHER_WAYS } from './weights.ts'

export interface Scored {
  readonly entry: Entry
  readonly score: number
}

/** The best first; equals by address. */
export const byScore = (a: Scored, b: Scored): number => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1)

/** Another form of the word says less than the word, a longer word that begins so still less. */
const STEM_FACTOR = 0.75
const PREFIX_FACTOR = 0.4

/** Shorter words are prefixes of too much; one letter of Chinese or Korean is a word. */
export const canBePrefix = (term: string): boolean => term.length >= (isUnbroken(term) ? 1 : 3)

/** Place of the first text that does not come before another. */
function firstFrom(texts: readonly string[], text: string): number {
  let low = 0
  let high = texts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((texts[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Places of the texts that begin with another. */
export function* placesFrom(texts: readonly string[], text: string): Generator<number> {
  for (let at = firstFrom(texts, text); texts[at]?.startsWith(text); at++) yield at
}

/** Weights by place of entry, and the places that have one: the first so many of an array that has room for all. */
interface Tally {
  readonly weights: Float64Array
  readonly places: Uint32Array
  count: number
}

const emptyTally = (length: number): Tally => ({ weights: new Float64Array(length), places: new Uint32Array(length), count: 0 })

/** Room for one number an entry and purpose, empty between two queries. */
interface Room {
  /** Of one term. */
  readonly tally: Tally
  /** Of one word of another way to say it. */
  readonly apart: Tally
  /** What was met at all, with the sum of its weights. */
  readonly met: Tally
  readonly covered: Float64Array
  readonly scores: Float64Array
}

/** Making it anew took longer than the search itself where there are many entries; a query ends before the next begins. */
const rooms = new WeakMap<Index, Room>()

function roomOf(index: Index): Room {
  const { length } = index.list
  const room = rooms.get(index) ?? {
    tally: emptyTally(length),
    apart: emptyTally(length),
    met: emptyTally(length),
    covered: new Float64Array(length),
    scores: new Float64Array(length),
  }
  rooms.set(index, room)
  return room
}

function clear(tally: Tally): void {
  for (let at = 0; at < tally.count; at++) tally.weights[tally.places[at] ?? 0] = 0
  tally.count = 0
}

/** Raises the weight of each entry that holds a term to that of the term in it, in points of lunr. */
function raise(tally: Tally, { starts, entries, weights: thousandths }: Postings, term: number, factor: number): void {
  const { weights, places } = tally
  const scale = factor / 1000
  const end = starts[term + 1] ?? 0
  for (let at = starts[term] ?? 0; at < end; at++) {
    const entry = entries[at] ?? 0
    // What holds a term is found, even where the term is in so many entries that it weighs nothing.
    const weight = scale * (thousandths[at] ?? 0) || Number.MIN_VALUE
    const held = weights[entry] ?? 0
    if (held === 0) places[tally.count++] = entry
    if (weight > held) weights[entry] = weight
  }
}

/** Gathers the entries that hold a term in any form, and how much it weighs in each; longer words count where the term may be unfinished. */
function gather(index: Index, term: string, unfinished: boolean, tally: Tally): void {
  const exact = (text: string, factor: number) => {
    const at = firstFrom(index.terms, text)
    if (index.terms[at] === text) raise(tally, index.postings, at, factor)
  }
  exact(term, 1)
  exact(stem(term), STEM_FACTOR)
  if ((unfinished || tally.count === 0) && canBePrefix(term))
    for (const at of placesFrom(index.terms, term)) raise(tally, index.postings, at, PREFIX_FACTOR)
}

/** A word to look for, other ways to say what it says, each in words that must all be there, and how much it counts next to other words. */
export interface Wanted {
  readonly word: string
  readonly ways: readonly { readonly words: readonly string[]; readonly isName: boolean }[]
  readonly weight: number
}

/** Words without other ways to say them. */
export const inThose = (words: readonly string[]): Wanted[] => words.map((word) => ({ word, ways: [], weight: 1 }))

/** Keeps of some entries those that hold a word too, with the sum of their weights; all that hold it, if there are none yet. */
function narrowed(index: Index, word: string, tally: Tally, held: ReadonlyMap<number, number> | undefined): Map<number, number> {
  gather(index, word, false, tally)
  const both = new Map<number, number>()
  for (const entry of tally.places.subarray(0, tally.count)) {
    const before = held ? held.get(entry) : 0
    if (before !== undefined) both.set(entry, before + (tally.weights[entry] ?? 0))
  }
  clear(tally)
  return both
}

/** Entries that say a thing in one of several ways, and how much the best of them tells. */
function gatherWays(index: Index, ways: Wanted['ways'], tally: Tally): ReadonlyMap<number, number> {
  const best = new Map<number, number>()
  for (const { words, isName } of ways) {
    let held: Map<number, number> | undefined
    for (const word of words) held = narrowed(index, word, tally, held)
    const factor = (isName ? OTHER_WAYS.name : OTHER_WAYS.loose) / words.length
    for (const [entry, weight] of held ?? []) best.set(entry, Math.max(best.get(entry) ?? 0, factor * weight))
  }
  return best
}

/** An entry with less than this part of what the best one covers is not shown. */
const LEAST_COVERED = 0.4
/** An entry that holds half of the query answers less than half as well. */
const COVERED_POWER = 2.4

/** Entries by place, in no order, with their scores. */
export interface Matches {
  readonly places: Uint32Array
  readonly scores: Float64Array
}

/**
 * Entries that hold what is wanted, and none of the unwanted words. The score is the sum of the weights, times a power
 * of the part that the entry covers, in which what is rare counts for more.
 */
export function match(index: Index, wanted: readonly Wanted[], unwanted: readonly string[]): Matches {
  const total = index.list.length
  const room = roomOf(index)
  const { tally, met, covered } = room
  const known = new Map<Wanted['ways'], ReadonlyMap<number, number>>()
  const waysOf = (ways: Wanted['ways']) => {
    const gathered = known.get(ways) ?? gatherWays(index, ways, room.apart)
    known.set(ways, gathered)
    return gathered
  }
  wanted.forEach((term, place) => {
    gather(index, term.word, place === wanted.length - 1, tally)
    const asTyped = tally.count
    if (term.ways.length > 0)
      for (const [entry, weight] of waysOf(term.ways)) {
        if ((tally.weights[entry] ?? 0) > 0) continue
        tally.places[tally.count++] = entry
        tally.weights[entry] = weight
      }
    const holding = tally.count
    const rarity = Math.log(1 + (total - holding + 0.5) / (holding + 0.5))
    for (let at = 0; at < holding; at++) {
      const entry = tally.places[at] ?? 0
      const before = covered[entry] ?? 0
      if (before === 0) met.places[met.count++] = entry
      met.weights[entry] = (met.weights[entry] ?? 0) + term.weight * (tally.weights[entry] ?? 0)
      covered[entry] = before + term.weight * rarity * (at < asTyped ? 1 : OTHER_WAYS.cover)
    }
    clear(tally)
  })
  for (const term of unwanted) gather(index, term, false, tally)
  for (const entry of tally.places.subarray(0, tally.count)) covered[entry] = 0
  clear(tally)
  const best = bestCovered(room)
  for (let at = 0; at < met.count; at++) covered[met.places[at] ?? 0] = 0
  clear(met)
  return best
}

/** Entries that are covered well enough, with their scores. */
function bestCovered({ met, covered, scores }: Room): Matches {
  let most = 0
  for (let at = 0; at < met.count; at++) most = Math.max(most, covered[met.places[at] ?? 0] ?? 0)
  const least = LEAST_COVERED * most
  let count = 0
  const places = new Uint32Array(met.count)
  for (let at = 0; most > 0 && at < met.count; at++) {
    const entry = met.places[at] ?? 0
    const part = covered[entry] ?? 0
    if (part < least) continue
    places[count] = entry
    scores[count++] = (met.weights[entry] ?? 0) * (part / most) ** COVERED_POWER
  }
  return { places: places.subarray(0, count), scores: scores.slice(0, count) }
}

/** The same, as entries. */
export function lookUp(index: Index, terms: readonly Wanted[], unwanted: readonly string[]): Scored[] {
  const { places, scores } = match(index, terms, unwanted)
  return Array.from(places, (place, at) => ({ entry: index.list[place], score: scores[at] ?? 0 })) as Scored[]
}

/** Entries of which a name begins so. */
export const namedFrom = (index: Index, key: string): Entry[] =>
  [...placesFrom(index.nameKeys, key)].flatMap((at) => index.names.get(index.nameKeys[at] ?? '') ?? [])

/** Whether a word, a longer word that begins so, or another form of it occurs anywhere. */
export const isKnown = (index: Index, term: string): boolean =>
  index.terms[firstFrom(index.terms, stem(term))] === stem(term) || index.terms[firstFrom(index.terms, term)]?.startsWith(term) === true

/** Whether an entry holds a phrase, letter for letter but for case, accents and punctuation. */
export function holdsPhrase(index: Index, entry: Entry, phrase: string): boolean {
  const line = lineOf(phrase)
  return index.linesOf(entry).includes(isUnbroken(phrase) ? line.trim() : line)
}
