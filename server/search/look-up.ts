/** Words, names and phrases into the entries that hold them. */
import type { Entry } from './entries.ts'
import { type Index, lineOf } from './index.ts'
import { match, type Wanted } from './match.ts'
import { anyFrom, placeOf, placesFrom } from './sorted.ts'
import { stem } from './stem.ts'
import { isUnbroken } from './tokenise.ts'

export interface Scored {
  readonly entry: Entry
  readonly score: number
}

/** The best first; equals by address. */
export const byScore = (a: Scored, b: Scored): number => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1)

/** The best so many, best first; found by insertion, since sorting all takes long where much was found. */
export function bestOf<S extends Scored>(found: Iterable<S>, count: number): S[] {
  const best: S[] = []
  for (const one of found) {
    const last = best[count - 1]
    if (last && byScore(last, one) <= 0) continue
    best.splice(best.findLastIndex((better) => byScore(better, one) <= 0) + 1, 0, one)
    best.splice(count)
  }
  return best
}

/** Entries that hold what is wanted, and none of the unwanted words. */
export function lookUp(index: Index, terms: readonly Wanted[], unwanted: readonly string[]): Scored[] {
  const { places, scores } = match(index, terms, unwanted)
  return Array.from(places, (place, at) => ({ entry: index.list[place], score: scores[at] ?? 0 })) as Scored[]
}

/** Entries of which a name begins so. */
export const namedFrom = (index: Index, key: string): Entry[] =>
  [...placesFrom(index.nameKeys, key)].flatMap((at) => index.names.get(index.nameKeys[at] ?? '') ?? [])

/** Whether a word, a longer word that begins so, or another form of it occurs anywhere. */
export const isKnown = (index: Index, term: string): boolean => placeOf(index.terms, stem(term)) !== undefined || anyFrom(index.terms, term)

/** Whether an entry holds a phrase, letter for letter but for case, accents and punctuation. */
export function holdsPhrase(index: Index, entry: Entry, phrase: string): boolean {
  const line = lineOf(phrase)
  return index.linesOf(entry).includes(isUnbroken(phrase) ? line.trim() : line)
}
