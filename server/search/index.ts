/** Entries into a full-text index, with the stemmer and the weights of lunr. The only file that knows it. */
import lunr from 'lunr'
import type { Entry } from './entries.ts'
import { fold, joinedHyphens, tokenise } from './tokenise.ts'
import { plainForm } from './words.ts'

/** The entries that hold a term, by their place in the list, and the weight of the term in each. */
interface Postings {
  readonly entries: Uint32Array
  readonly weights: Float32Array
}

export interface Index {
  /** Entries by address. */
  readonly entries: ReadonlyMap<string, Entry>
  readonly list: readonly Entry[]
  /** Entries by the key of everything they are called. */
  readonly names: ReadonlyMap<string, readonly Entry[]>
  /** All that an entry says, in lines in which phrases are found. */
  readonly lines: ReadonlyMap<Entry, string>
  /** Words as written, the frequent ones first. */
  readonly vocabulary: readonly string[]
  /** Words and stems in the order of their letters, so that those with one beginning stand together. */
  readonly terms: readonly string[]
  /** Postings of each term, in the order of the terms. */
  readonly postings: readonly Postings[]
}

/** A name weighs more than a heading, a heading more than a mention. A citation is in the heading of every part. */
const FIELDS: readonly { readonly name: string; readonly boost: number; readonly of: (entry: Entry) => readonly string[] }[] = [
  { name: 'citation', boost: 3, of: (entry) => [entry.citation, ...entry.keys] },
  { name: 'names', boost: 6, of: (entry) => [...entry.names, ...entry.terms] },
  { name: 'title', boost: 4, of: (entry) => [entry.title] },
  { name: 'text', boost: 1, of: (entry) => [entry.text] },
]

/** What all forms of a word have in common. */
export const stem = (word: string): string => lunr.stemmer(new lunr.Token(plainForm(word), {})).toString()

/** What two ways of writing a name have in common: its stems, without spaces and hyphens but between figures (3(1) is not 31). */
export const nameKey = (name: string): string =>
  tokenise(name)
    .map(stem)
    .join(' ')
    .replace(/(?<!\d) | (?!\d)/gu, '')

/** A term is indexed as written, for prefixes, and as its stem, for other forms of the word. */
function withStem(token: lunr.Token): lunr.Token | lunr.Token[] {
  const stemmed = stem(token.toString())
  return stemmed === token.toString() ? token : [token, token.clone(() => stemmed)]
}
lunr.Pipeline.registerFunction(withStem as unknown as lunr.PipelineFunction, 'withStem')

/** The part of a stored lunr index that is read: for each field of each entry its terms, by number, with their weights. */
interface Stored {
  readonly fieldVectors: readonly (readonly [field: string, termsAndWeights: readonly number[]])[]
  readonly invertedIndex: readonly (readonly [term: string, { readonly _index: number }])[]
}

function weigh(entries: readonly Entry[]): Stored {
  const builder = new lunr.Builder()
  builder.tokenizer = ((text: string) =>
    [...tokenise(text), ...joinedHyphens(text)].map((term) => new lunr.Token(term, {}))) as unknown as typeof lunr.tokenizer
  builder.pipeline.add(withStem as unknown as lunr.PipelineFunction)
  builder.ref('place')
  for (const { name, boost } of FIELDS) builder.field(name, { boost })
  entries.forEach((entry, place) => {
    builder.add({ place: String(place), ...Object.fromEntries(FIELDS.map(({ name, of }) => [name, of(entry).join('\n')])) })
  })
  return builder.build().toJSON() as unknown as Stored
}

/** Postings by number of term; the fields of an entry count together. */
function postingsOf({ fieldVectors, invertedIndex }: Stored): Postings[] {
  const weights = invertedIndex.map(() => new Map<number, number>())
  for (const [field, vector] of fieldVectors) {
    const place = Number(field.slice(field.indexOf('/') + 1))
    for (let at = 0; at < vector.length; at += 2) {
      const held = weights[vector[at] ?? 0]
      held?.set(place, (held.get(place) ?? 0) + (vector[at + 1] ?? 0))
    }
  }
  return weights.map((held) => ({ entries: Uint32Array.from(held.keys()), weights: Float32Array.from(held.values()) }))
}

function namesOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const names = new Map<string, Entry[]>()
  for (const entry of entries) {
    const called = [entry.citation, entry.title, ...entry.names, ...entry.terms, ...entry.keys].map(nameKey)
    for (const key of new Set(called)) if (key !== '') names.set(key, [...(names.get(key) ?? []), entry])
  }
  return names
}

function vocabularyOf(entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>()
  const words = (entry: Entry) => tokenise([entry.title, ...entry.names, ...entry.terms, entry.text].join('\n'))
  for (const entry of entries) for (const word of words(entry)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word)
}

/** Letters and figures with one space between words and at both ends, so that a phrase is found at the bounds of words. */
export const lineOf = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** Builds the index of all entries. Two entries with one id are a fault of the caller. */
export function buildIndex(entries: readonly Entry[]): Index {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  if (byId.size < entries.length) throw new Error('two search entries have the same id')
  const stored = weigh(entries)
  const postings = postingsOf(stored)
  const sorted = [...stored.invertedIndex].sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    entries: byId,
    list: entries,
    names: namesOf(entries),
    lines: new Map(entries.map((entry) => [entry, [entry.citation, entry.title, ...entry.names, entry.text].map(lineOf).join('\n')])),
    vocabulary: vocabularyOf(entries),
    terms: sorted.map(([term]) => term),
    postings: sorted.flatMap(([, { _index }]) => postings[_index] ?? []),
  }
}
