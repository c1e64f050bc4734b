/** How like a text is to what something is called, or to the words in which people ask about it. */
import type { Entry } from './entries.ts'
import type { Index } from './index.ts'
import { stemsOf } from './stem.ts'

type Words = ReadonlySet<string>

const wordsOf = (text: string): Words => new Set(stemsOf(text))

/** A title without the citation in it: the articles of a treaty share that, and a heading of one word is a name of its own. */
function headingOf({ title, citation }: Entry): Words {
  const cited = wordsOf(citation)
  const words = wordsOf(title)
  const heading = new Set([...words].filter((word) => !cited.has(word)))
  return heading.size > 0 ? heading : words
}

const known = new WeakMap<Entry, readonly Words[]>()

/** The words of each name; kept, since a search reads those of every page that it found. */
function namesOf(entry: Entry): readonly Words[] {
  const kept = known.get(entry)
  if (kept) return kept
  const made = [headingOf(entry), ...[...entry.names, ...entry.terms].map(wordsOf)]
  known.set(entry, made)
  return made
}

/** Words that two texts share, next to all words of both: 1 for the same words, with `how many` and the like. */
function shared(a: Words, b: Words, weightOf: (word: string) => number): number {
  let both = 0
  let all = 0
  for (const word of a) {
    const weight = weightOf(word)
    all += weight
    if (b.has(word)) both += weight
  }
  for (const word of b) if (!a.has(word)) all += weightOf(word)
  return both / (all || 1)
}

/** A test of the likeness of a text to the names of an entry: that of the name most like it. A word counts the less, the more pages are called so. */
export function likenessTo({ list, sharers }: Index, text: string): (entry: Entry) => number {
  const words = wordsOf(text)
  const weightOf = (word: string) => Math.log(1 + list.length / (1 + (sharers.get(word) ?? 0)))
  return (entry) => namesOf(entry).reduce((most, name) => Math.max(most, shared(words, name, weightOf)), 0)
}
