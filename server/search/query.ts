/** What a reader types into results: citation first, then names, then full text. No text is an error. */
import { findCited } from '../graph/citation.ts'
import { nearest } from '../graph/nearest.ts'
import { citedWithin } from './cited.ts'
import { type Entry, facetValue } from './entries.ts'
import type { Index } from './index.ts'
import { holdsPhrase, isKnown, lookUp } from './look-up.ts'
import { called, MAX_NAMESAKES, mentionsIn, withWays } from './naming.ts'
import { type Parsed, parse } from './parse.ts'
import type { Place } from './place.ts'
import { type Ranked, rank } from './rank.ts'
import { type SnippetPiece, snippetOf } from './snippet.ts'
import { fold, isUnbroken } from './tokenise.ts'

export interface Query {
  readonly text: string
  readonly kind?: string | undefined
  readonly body?: string | undefined
  readonly treaty?: string | undefined
  readonly state?: string | undefined
  readonly outcome?: string | undefined
  readonly limit: number
  readonly offset: number
}

export interface Result {
  readonly entry: Entry
  /** The place on its page that fits best, where several do. */
  readonly passage?: Entry | undefined
  readonly score: number
  readonly snippet: readonly SnippetPiece[]
}

export interface Found {
  readonly total: number
  readonly results: readonly Result[]
  /** Number of results by value of each facet, most first: those that there would be with that value. */
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>
  /** The text with its misspelt words mended, if that is what was searched. */
  readonly suggestion: string | undefined
}

/** Longer texts are not looked at. */
const MAX_TEXT = 500

/** What is cited or called so has no score: it is what was asked for. */
const ASKED_FOR = Number.MAX_SAFE_INTEGER

/** The entry of a cited node; for a place without an entry of its own that of its page, which then leads to the place. */
function entryFor(index: Index, { address, home, citation, title, text }: Place): Entry[] {
  const own = index.entries.get(address)
  const page = index.entries.get(home)
  if (own) return [own]
  return page ? [{ ...page, id: address, citation, title, label: citation, text: text || page.text }] : []
}

const cited = (index: Index, text: string) => findCited(index.citations, text).flatMap((place) => entryFor(index, place))

/** Mends a word that occurs nowhere; only Latin words of five letters or more can be mended without guessing. */
function mend(index: Index, term: string): string {
  if (!/^[a-z]{5,20}$/u.test(term) || isKnown(index, term)) return term
  return nearest(term, index.vocabulary) ?? term
}

function mended(index: Index, text: string, terms: readonly string[]): string {
  const mends = new Map(terms.map((term) => [term, mend(index, term)]))
  return text.replace(/\p{L}+/gu, (word) => {
    const better = mends.get(fold(word))
    return better === undefined || better === fold(word) ? word : better
  })
}

/** The text with its last word finished, as that is most often written, where nobody writes what stands there: `perempt`. */
function finished(index: Index, text: string): string {
  const [last = ''] = /\p{L}{3,}$/u.exec(text) ?? []
  const begun = fold(last)
  if (begun === '' || isUnbroken(begun) || index.vocabulary.includes(begun)) return text
  const whole = index.vocabulary.find((word) => word.startsWith(begun))
  return whole === undefined ? text : text.slice(0, -last.length) + whole
}

function ordered(index: Index, text: string, { terms, phrases, unwanted }: Parsed, bearers: readonly Entry[]): Ranked[] {
  const onlyText = phrases.length > 0 || unwanted.length > 0
  const mentions = onlyText ? [] : mentionsIn(index, text)
  const within = onlyText || bearers.length > 0 ? undefined : citedWithin(index.citations, text)
  const cited = within ? entryFor(index, within.node) : []
  const found = lookUp(index, withWays(terms, mentions), unwanted).filter(({ entry }) =>
    phrases.every((phrase) => holdsPhrase(index, entry, phrase)),
  )
  const pages = new Set(found.map(({ entry }) => entry.home))
  const first = onlyText ? bearers.filter((entry) => pages.has(entry.home)) : bearers
  const named = first.length <= MAX_NAMESAKES ? first : []
  const ask = { text, named, cited, mentions, onlyText, isQuoted: phrases.length > 0 }
  return [...first.map((entry) => ({ entry, score: ASKED_FOR })), ...rank(index, found, { ...ask, text: finished(index, text) })]
}

/** One result a page, the best; but each of several places that were cited. */
function onePerPage(results: readonly Ranked[]): Ranked[] {
  const ids = new Set<string>()
  const homes = new Set<string>()
  return results.filter(({ entry, score }) => {
    const known = score === ASKED_FOR ? ids.has(entry.id) : homes.has(entry.home)
    ids.add(entry.id)
    homes.add(entry.home)
    return !known
  })
}

/** By what results can be narrowed. */
export const FACETS = ['kind', 'body', 'treaty', 'state', 'outcome'] as const

export type Facet = (typeof FACETS)[number]

const valuesOf = (entry: Entry, facet: string): readonly string[] => (facet === 'kind' ? [entry.kind] : (entry.facets[facet] ?? []))

interface Narrowing {
  readonly facet: Facet
  readonly value: string
}

const narrowings = ({ citations }: Index, query: Query): Narrowing[] =>
  FACETS.flatMap((facet) => {
    const value = query[facet]
    return value === undefined ? [] : [{ facet, value: facetValue(citations, facet, value) }]
  })

type Counts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

/** The results that all narrowings let through, and for each facet the number of results by value that the others let through. */
function narrowed(results: readonly Ranked[], by: readonly Narrowing[]): { kept: Ranked[]; counts: Counts } {
  const counts = Object.fromEntries(FACETS.map((facet) => [facet, new Map<string, number>()])) as Record<Facet, Map<string, number>>
  const kept = results.filter(({ entry }) => {
    const stopping = by.filter(({ facet, value }) => !valuesOf(entry, facet).includes(value))
    const [only, other] = stopping
    const counted = other ? [] : only ? [only.facet] : FACETS
    for (const facet of counted) for (const value of valuesOf(entry, facet)) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
    return !only
  })
  return { kept, counts }
}

const mostFirst = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))

/** Searches the index. An empty query finds nothing. */
export function search(index: Index, query: Query): Found {
  const typed = query.text.slice(0, MAX_TEXT).normalize('NFKC').slice(0, MAX_TEXT).trim()
  const exact = cited(index, typed)
  const text = exact.length > 0 ? typed : mended(index, typed, parse(typed).terms)
  const parsed = parse(text)
  const bearers = [...(text === typed ? exact : cited(index, text)), ...called(index, text)]
  const all = onePerPage(ordered(index, text, parsed, bearers))
  const { kept, counts } = narrowed(all, narrowings(index, query))
  return {
    total: kept.length,
    facets: Object.fromEntries(FACETS.map((facet) => [facet, mostFirst(counts[facet])])),
    suggestion: text === typed ? undefined : text,
    results: kept
      .slice(query.offset, query.offset + query.limit)
      .map(({ entry, passage, score }) => ({ entry, passage, score, snippet: snippetOf((passage ?? entry).text, parsed.terms) })),
  }
}
