/** How like a text is to what something is called, or to the words in which people ask about it. */
import type { Entry } from './entries.ts'
import { stem } from './stem.ts'
import { tokenise } from './tokenise.ts'

type Words = ReadonlySet<string>

const wordsOf = (text: string): Words => new Set(tokenise(text).map(stem))

const known = new WeakMap<Entry, readonly Words[]>()

/** The words of each name; kept, since a search reads those of every page that it found. */
function namesOf(entry: Entry): readonly Words[] {
  const kept = known.get(entry)
  if (kept) return kept
  const made = [entry.title, ...entry.names, ...entry.terms].map(wordsOf)
  known.set(entry, made)
  return made
}

/** Words that two texts share, next to all words of both: 1 for the same words, with `how many` and the like. */
function shared(a: Words, b: Words): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return both / (a.size + b.size - both || 1)
}

/** A test of the likeness of a text to the names of an entry: that of the name most like it. */
export function likenessTo(text: string): (entry: Entry) => number {
  const words = wordsOf(text)
  return (entry) => namesOf(entry).reduce((most, name) => Math.max(most, shared(words, name)), 0)
}
