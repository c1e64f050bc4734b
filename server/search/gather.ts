/** A term into the entries that hold it in any form, and how much it weighs in each. */
import type { Index } from './index.ts'
import { placeOf, placesFrom } from './sorted.ts'
import { stem } from './stem.ts'
import { isUnbroken } from './tokenise.ts'
import type { Postings } from './weigh.ts'

/** Another form of the word says less than the word, a longer word that begins so still less: in twentieths, so that all weights are whole. */
const FACTORS = { word: 20, stem: 15, longer: 8 }

/** Parts of a point of lunr in which forms are weighed. */
export const POINT = 20 * 1000

/** Shorter words are prefixes of too much; one letter of Chinese or Korean is a word. */
export const canBePrefix = (term: string): boolean => term.length >= (isUnbroken(term) ? 1 : 3)

/** A form of a term by its place in the index, and what its weights are multiplied by. */
interface Form {
  readonly at: number
  readonly factor: number
}

/** Forms of a term that occur; longer words count where the term may be unfinished, or occurs in no other form. */
export function formsOf({ terms }: Index, term: string, unfinished: boolean): Form[] {
  const word = placeOf(terms, term)
  const stemmed = placeOf(terms, stem(term))
  const forms: Form[] = []
  if (word !== undefined) forms.push({ at: word, factor: FACTORS.word })
  if (stemmed !== undefined && stemmed !== word) forms.push({ at: stemmed, factor: FACTORS.stem })
  if ((unfinished || forms.length === 0) && canBePrefix(term))
    for (const at of placesFrom(terms, term)) if (at !== word && at !== stemmed) forms.push({ at, factor: FACTORS.longer })
  return forms
}

/** How many entries hold a term at least: those that hold the form that most of them hold. */
export const leastHolding = (forms: readonly Form[], { starts }: Postings): number =>
  forms.reduce((most, { at }) => Math.max(most, (starts[at + 1] ?? 0) - (starts[at] ?? 0)), 0)

/** What holds a term, by place of entry. */
export interface Tally {
  /** One more than the weight of its best form, since what holds a term is found even where the term weighs nothing; nought where it is not held. */
  readonly held: Uint32Array
  /** The entries that hold it: the first so many of an array that has room for all. */
  readonly places: Uint32Array
  count: number
}

export const emptyTally = (length: number): Tally => ({ held: new Uint32Array(length), places: new Uint32Array(length), count: 0 })

export function clear(tally: Tally): void {
  tally.held.fill(0)
  tally.count = 0
}

function raise(tally: Tally, { starts, entries, weights }: Postings, { at: term, factor }: Form): void {
  const { held, places } = tally
  const end = starts[term + 1] ?? 0
  let { count } = tally
  for (let at = starts[term] ?? 0; at < end; at++) {
    const entry = entries[at] ?? 0
    const weight = 1 + factor * (weights[at] ?? 0)
    const before = held[entry] ?? 0
    if (before === 0) places[count++] = entry
    if (weight > before) held[entry] = weight
  }
  tally.count = count
}

/** Adds to a tally what holds any of some forms. */
export function gather(tally: Tally, postings: Postings, forms: readonly Form[]): void {
  for (const form of forms) raise(tally, postings, form)
}
