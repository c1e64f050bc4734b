/** Terms into the entries that hold them, by place, with their scores. */
import { clear, emptyTally, formsOf, gather, leastHolding, POINT, type Tally } from './gather.ts'
import type { Index } from './index.ts'
import { OTHER_WAYS } from './weights.ts'

/** A word to look for, other ways to say what it says, each in words that must all be there, and how much it counts next to other words. */
export interface Wanted {
  readonly word: string
  readonly ways: readonly { readonly words: readonly string[]; readonly isName: boolean }[]
  readonly weight: number
}

/** Words without other ways to say them. */
export const inThose = (words: readonly string[]): Wanted[] => words.map((word) => ({ word, ways: [], weight: 1 }))

/** Entries by place, in no order, with their scores; they stand until the next search in the index. */
export interface Matches {
  readonly places: Uint32Array
  readonly scores: Float64Array
}

/** An entry with less than this part of what the best one covers is not shown. */
const LEAST_COVERED = 0.4
/** An entry that holds half of the query answers less than half as well. */
const COVERED_POWER = 2.4

/** What was met at all, by place of entry. */
interface Met {
  /** Sum of the weights of the terms. */
  readonly sums: Float64Array
  /** How much of the query an entry covers: nought where it was not met, less than anything where it is unwanted. */
  readonly covered: Float64Array
  /** The entries: the first so many of an array that has room for all. */
  readonly places: Uint32Array
  count: number
  /** The most that any covers. */
  most: number
}

/** Room for some numbers an entry, all noughts between two queries. */
interface Room {
  /** Of one term. */
  readonly tally: Tally
  readonly met: Met
  readonly scores: Float64Array
}

/** Making it anew took longer than the search itself where there are many entries; a query ends before the next begins. */
const rooms = new WeakMap<Index, Room>()

function roomOf(index: Index): Room {
  const { length } = index.list
  const room = rooms.get(index) ?? {
    tally: emptyTally(length),
    met: { sums: new Float64Array(length), covered: new Float64Array(length), places: new Uint32Array(length), count: 0, most: 0 },
    scores: new Float64Array(length),
  }
  rooms.set(index, room)
  return room
}

/** Keeps of some entries those that hold a word too, with the sum of their weights; all that hold it, if there are none yet. */
function narrowed(index: Index, word: string, tally: Tally, before: ReadonlyMap<number, number> | undefined): Map<number, number> {
  gather(tally, index.postings, formsOf(index, word, false))
  const both = new Map<number, number>()
  for (const entry of tally.places.subarray(0, tally.count)) {
    const sum = before ? before.get(entry) : 0
    if (sum !== undefined) both.set(entry, sum + ((tally.held[entry] ?? 0) - 1) / POINT)
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

/** Adds to what an entry weighs and covers. */
function meet(met: Met, entry: number, weight: number, cover: number): void {
  const before = met.covered[entry] ?? 0
  if (before === 0) met.places[met.count++] = entry
  const after = before + cover
  if (after > met.most) met.most = after
  met.covered[entry] = after
  met.sums[entry] = (met.sums[entry] ?? 0) + weight
}

/** Meets those of some entries that hold a term: as `meet` does, in variables of its own, which takes a tenth less where half of all entries hold it. */
function meetHolders(met: Met, { held }: Tally, { places, count }: Pick<Tally, 'places' | 'count'>, weight: number, cover: number): void {
  const scale = weight / POINT
  const { sums, covered, places: all } = met
  let { count: many, most } = met
  for (let at = 0; at < count; at++) {
    const entry = places[at] ?? 0
    const weighed = held[entry] ?? 0
    if (weighed === 0) continue
    const before = covered[entry] ?? 0
    if (before === 0) all[many++] = entry
    const after = before + cover
    if (after > most) most = after
    covered[entry] = after
    sums[entry] = (sums[entry] ?? 0) + scale * (weighed - 1)
  }
  met.count = many
  met.most = most
}

/** How much of a query a term covers that so many entries hold; more, the fewer they are. */
const coverOf = (holding: number, total: number) => Math.log(1 + (total - holding + 0.5) / (holding + 0.5))

/** Meets what is unwanted, so that it never covers anything. */
function ban(index: Index, { tally, met }: Room, unwanted: readonly string[]): void {
  for (const word of unwanted) gather(tally, index.postings, formsOf(index, word, false))
  for (let at = 0; at < tally.count; at++) meet(met, tally.places[at] ?? 0, 0, Number.NEGATIVE_INFINITY)
  clear(tally)
}

/** Terms in the postings, the rare ones first: how much of the query each covers at most, and the entries that say it in other ways. */
function termsOf(index: Index, wanted: readonly Wanted[], tally: Tally) {
  const told = new Map([...new Set(wanted.map(({ ways }) => ways))].map((ways) => [ways, gatherWays(index, ways, tally)]))
  const terms = wanted.map(({ word, ways, weight }, place) => {
    const forms = formsOf(index, word, place === wanted.length - 1)
    const atMost = weight * coverOf(leastHolding(forms, index.postings), index.list.length)
    return { forms, atMost, weight, others: told.get(ways) ?? [] }
  })
  return terms.sort((a, b) => b.atMost - a.atMost)
}

/**
 * Entries that hold what is wanted, and none of the unwanted words. The score is the sum of the weights, times a power
 * of the part that the entry covers, in which what is rare counts for more.
 */
export function match(index: Index, wanted: readonly Wanted[], unwanted: readonly string[]): Matches {
  const room = roomOf(index)
  const { tally, met } = room
  ban(index, room, unwanted)
  const terms = termsOf(index, wanted, tally)
  let rest = terms.reduce((sum, { atMost }) => sum + atMost, 0)
  for (const { forms, atMost, weight, others } of terms) {
    gather(tally, index.postings, forms)
    const tellers = [...others].filter(([entry]) => tally.held[entry] === 0)
    const cover = weight * coverOf(tally.count + tellers.length, index.list.length)
    // What holds none of the rare terms often cannot cover enough any more, and need not be met.
    meetHolders(met, tally, rest < LEAST_COVERED * met.most ? met : tally, weight, cover)
    for (const [entry, tells] of tellers) meet(met, entry, weight * tells, OTHER_WAYS.cover * cover)
    clear(tally)
    rest -= atMost
  }
  return takeCovered(room)
}

/** Takes out of the room the entries that are covered well enough, with their scores. */
function takeCovered({ met, scores }: Room): Matches {
  const { sums, covered, places, most } = met
  const least = LEAST_COVERED * most
  // Many entries cover the same part; a power takes longer than all else.
  let known = most
  let factor = 1
  let count = 0
  for (let at = 0; at < met.count; at++) {
    const entry = places[at] ?? 0
    const part = covered[entry] ?? 0
    if (part >= least) {
      if (part !== known) {
        known = part
        factor = (part / most) ** COVERED_POWER
      }
      scores[count] = (sums[entry] ?? 0) * factor
      places[count++] = entry
    }
    sums[entry] = 0
    covered[entry] = 0
  }
  met.count = 0
  met.most = 0
  return { places: places.subarray(0, count), scores: scores.subarray(0, count) }
}
