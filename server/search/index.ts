/** All that search looks things up in, made from entries and places, on the server and in the browser alike. */
import { type CitationIndex, indexCitations } from '../graph/citation.ts'
import type { Graph } from '../graph/link.ts'
import { type Counts, countTerms } from './count.ts'
import { type Entry, searchEntries } from './entries.ts'
import { type Place, placesOf } from './place.ts'
import { keyOf, stemsOf } from './stem.ts'
import { fold } from './tokenise.ts'
import { type Postings, weigh } from './weigh.ts'

/** What an index is made of, and what its file stores. */
export interface IndexParts {
  readonly list: readonly Entry[]
  readonly places: readonly Place[]
  readonly counts: Counts
}

export interface Index {
  readonly list: readonly Entry[]
  /** Entries by address. */
  readonly entries: ReadonlyMap<string, Entry>
  readonly citations: CitationIndex<Place>
  /** Entries by the key of everything they are called, the keys in the order of their letters. */
  readonly names: ReadonlyMap<string, readonly Entry[]>
  readonly nameKeys: readonly string[]
  /** In how many pages' names each stem is: what many are called tells little of one. */
  readonly sharers: ReadonlyMap<string, number>
  /** All that an entry says, in lines in which phrases are found. */
  readonly linesOf: (entry: Entry) => string
  /** Words as written, the frequent ones first. */
  readonly vocabulary: readonly string[]
  /** Words and stems in the order of their letters, so that those with one beginning stand together. */
  readonly terms: readonly string[]
  /** Postings of each term, in the order of the terms. */
  readonly postings: Postings
}

/** Entries by the key of everything they are called, the keys in the order of their letters, and how many pages share each stem of it. */
function namesOf(list: readonly Entry[]): Pick<Index, 'names' | 'nameKeys' | 'sharers'> {
  const names = new Map<string, Entry[]>()
  const sharers = new Map<string, number>()
  for (const entry of list) {
    const called = [entry.citation, entry.title, ...entry.names, ...entry.terms, ...entry.keys].map(stemsOf)
    for (const key of new Set(called.map(keyOf))) {
      const bearers = names.get(key)
      if (bearers) bearers.push(entry)
      else if (key !== '') names.set(key, [entry])
    }
    if (entry.id !== entry.home) continue
    for (const word of new Set(called.flat())) sharers.set(word, (sharers.get(word) ?? 0) + 1)
  }
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1))
  return { names: new Map(sorted), nameKeys: sorted.map(([key]) => key), sharers }
}

/** Letters and figures with one space between words and at both ends, so that a phrase is found at the bounds of words. */
export const lineOf = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

function remembering<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}

/** Counts all that the index of some entries is made of. Two entries with one id are a fault of the caller. */
export function indexParts(list: readonly Entry[], places: readonly Place[]): IndexParts {
  if (new Set(list.map((entry) => entry.id)).size < list.length) throw new Error('two search entries have the same id')
  return { list, places, counts: countTerms(list) }
}

/** Puts an index together from its parts. */
export function assembleIndex({ list, places, counts }: IndexParts): Index {
  return {
    list,
    entries: new Map(list.map((entry) => [entry.id, entry])),
    citations: indexCitations(places),
    ...namesOf(list),
    // Few entries are ever looked through for a phrase.
    linesOf: remembering((entry: Entry) => [entry.citation, entry.title, ...entry.names, entry.text].map(lineOf).join('\n')),
    vocabulary: Array.from(counts.words, (at) => counts.terms[at] ?? ''),
    terms: counts.terms,
    postings: weigh(counts),
  }
}

/** The index of a graph. */
export const buildIndex = (graph: Graph): Index => assembleIndex(indexParts(searchEntries(graph), placesOf(graph)))
