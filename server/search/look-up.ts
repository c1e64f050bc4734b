/** Terms into the entries that hold them, with their scores. */
import type { Entry } from './entries.ts'
import { type Index, lineOf, stem } from './index.ts'
import { isUnbroken } from './tokenise.ts'

export interface Scored {
  readonly entry: Entry
  readonly score: number
}

/** Another form of the word says less than the word, a longer word that begins so still less. */
const STEM_FACTOR = 0.8
const PREFIX_FACTOR = 0.4

/** Shorter words are prefixes of too much; one letter of Chinese or Korean is a word. */
export const canBePrefix = (term: string): boolean => term.length >= (isUnbroken(term) ? 1 : 3)

/** Place of the first term that does not come before a text. */
function firstFrom(terms: readonly string[], text: string): number {
  let low = 0
  let high = terms.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((terms[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Places of the terms that begin with a text. */
function* placesFrom(terms: readonly string[], text: string): Generator<number> {
  for (let at = firstFrom(terms, text); terms[at]?.startsWith(text); at++) yield at
}

/** The entries that hold a term in any form, and how much it weighs in each; longer words count where the term may be unfinished. */
function holders(index: Index, term: string, unfinished: boolean): Map<number, number> {
  const best = new Map<number, number>()
  const add = (at: number, factor: number) => {
    const { entries = [], weights = [] } = index.postings[at] ?? {}
    entries.forEach((entry, place) => {
      best.set(entry, Math.max(best.get(entry) ?? 0, factor * (weights[place] ?? 0)))
    })
  }
  const addExact = (text: string, factor: number) => {
    const at = firstFrom(index.terms, text)
    if (index.terms[at] === text) add(at, factor)
  }
  addExact(term, 1)
  addExact(stem(term), STEM_FACTOR)
  if ((unfinished || best.size === 0) && canBePrefix(term)) for (const at of placesFrom(index.terms, term)) add(at, PREFIX_FACTOR)
  return best
}

/** An entry with less than this part of what the best one covers is not shown. */
const LEAST_COVERED = 0.4

/**
 * Entries that hold the terms, and none of the unwanted ones. The score is the sum of the weights, times the square of
 * the part of the terms that the entry covers, in which a rare term counts for more.
 */
export function lookUp(index: Index, terms: readonly string[], unwanted: readonly string[]): Scored[] {
  const total = index.list.length
  const sums = new Float64Array(total)
  const covered = new Float64Array(total)
  terms.forEach((term, place) => {
    const held = holders(index, term, place === terms.length - 1)
    const rarity = Math.log(1 + (total - held.size + 0.5) / (held.size + 0.5))
    for (const [entry, weight] of held) {
      sums[entry] = (sums[entry] ?? 0) + weight
      covered[entry] = (covered[entry] ?? 0) + rarity
    }
  })
  for (const term of unwanted) for (const entry of holders(index, term, false).keys()) covered[entry] = 0
  const most = covered.reduce((a, b) => Math.max(a, b), 0)
  return index.list.flatMap((entry, place) => {
    const part = most > 0 ? (covered[place] ?? 0) / most : 0
    return part >= LEAST_COVERED ? [{ entry, score: (sums[place] ?? 0) * part ** 2 }] : []
  })
}

/** Whether a word, a longer word that begins so, or another form of it occurs anywhere. */
export const isKnown = (index: Index, term: string): boolean =>
  index.terms[firstFrom(index.terms, stem(term))] === stem(term) || index.terms[firstFrom(index.terms, term)]?.startsWith(term) === true

/** Whether an entry holds a phrase, letter for letter but for case, accents and punctuation. */
export function holdsPhrase(index: Index, entry: Entry, phrase: string): boolean {
  const line = lineOf(phrase)
  return index.lines.get(entry)?.includes(isUnbroken(phrase) ? line.trim() : line) === true
}
