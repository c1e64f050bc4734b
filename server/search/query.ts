/** What a reader types into results: citation first, then names, then full text. No text is an error. */
import { resolveCitation } from '../graph/citation.ts'
import type { Graph } from '../graph/link.ts'
import { nearest } from '../graph/nearest.ts'
import type { Entry } from './entries.ts'
import { holdsPhrase, type Index, isKnown, lookUp, type Scored } from './index.ts'
import { type SnippetPiece, snippetOf } from './snippet.ts'
import { fold, MAX_TERM, tokenise } from './tokenise.ts'

export interface Query {
  readonly text: string
  readonly kind?: string | undefined
  readonly body?: string | undefined
  readonly treaty?: string | undefined
  readonly state?: string | undefined
  readonly limit: number
  readonly offset: number
}

export interface Result {
  readonly entry: Entry
  readonly score: number
  readonly snippet: readonly SnippetPiece[]
}

export interface Found {
  readonly total: number
  readonly results: readonly Result[]
  /** Number of results by value of each facet, most first. */
  readonly facets: Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>
  /** The query with its misspelt words mended, if that is what was searched. */
  readonly suggestion: string | undefined
}

/** More terms than these narrow nothing further and cost time. */
const MAX_TERMS = 8

interface Parsed {
  readonly terms: readonly string[]
  readonly phrases: readonly string[]
  readonly unwanted: readonly string[]
}

function parse(text: string): Parsed {
  const phrases = [...text.matchAll(/["“”]([^"“”]{1,200})["“”]/gu)]
    .map((match) => match[1] ?? '')
    .filter((phrase) => tokenise(phrase).length > 0)
  const rest = text.replace(/["“”][^"“”]{1,200}["“”]/gu, ' ')
  const unwanted = [...rest.matchAll(/(?:^|\s)-(\p{L}[\p{L}\p{N}]*)/gu)].map((match) => fold(match[1] ?? '').slice(0, MAX_TERM))
  const plain = rest.replace(/(^|\s)-\p{L}[\p{L}\p{N}]*/gu, ' ')
  const terms = [...new Set(tokenise([plain, ...phrases].join(' ')).map((term) => term.text))].filter(Boolean)
  return { terms: terms.slice(0, MAX_TERMS), phrases, unwanted: unwanted.slice(0, MAX_TERMS) }
}

/** Mends a word that occurs nowhere; only Latin words of five letters or more can be mended without guessing. */
function mend(index: Index, term: string): string {
  if (!/^[a-z]{5,20}$/u.test(term) || isKnown(index, term)) return term
  return nearest(term, index.vocabulary) ?? term
}

function fullText(index: Index, parsed: Parsed): { scored: Scored[]; terms: readonly string[]; mended: boolean } {
  const terms = parsed.terms.map((term) => mend(index, term))
  const found = lookUp(index, terms, parsed.unwanted)
  const complete = found.filter((item) => item.covered === terms.length)
  const scored = (complete.length > 0 ? complete : found).filter((item) =>
    parsed.phrases.every((phrase) => holdsPhrase(item.entry, phrase)),
  )
  return { scored, terms, mended: terms.some((term, at) => term !== parsed.terms[at]) }
}

/** Names outrank text: an entry that is called what was typed comes first. */
function isCalled(entry: Entry, text: string): boolean {
  const wanted = fold(text).replace(/[^\p{L}\p{N}]+/gu, '')
  return (
    wanted !== '' &&
    [entry.citation, entry.title, ...entry.names, ...entry.keys].some((name) => fold(name).replace(/[^\p{L}\p{N}]+/gu, '') === wanted)
  )
}

/** A document that is found answers for its paragraphs: one result a page, the best. */
function foldParts(scored: readonly Scored[], pinned: ReadonlySet<string>): Scored[] {
  const homes = new Set<string>()
  return scored.filter(({ entry }) => {
    if (pinned.has(entry.id)) return true
    if (homes.has(entry.home)) return false
    homes.add(entry.home)
    return true
  })
}

const facetValues = (entry: Entry, facet: string): readonly string[] => (facet === 'kind' ? [entry.kind] : (entry.facets[facet] ?? []))

function count(scored: readonly Scored[], facet: string): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { entry } of scored) for (const value of facetValues(entry, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, number]) => ({ value, count: number })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

const FACETS = ['kind', 'body', 'treaty', 'state'] as const

function cited(index: Index, graph: Graph, text: string): Scored[] {
  const { matches } = resolveCitation(graph.citations, text)
  return matches.flatMap((node) => {
    const entry = index.entries.get(node.address) ?? index.entries.get(node.home.address)
    return entry ? [{ entry, score: Number.MAX_SAFE_INTEGER, covered: MAX_TERMS }] : []
  })
}

/** Searches the index. An empty query finds nothing. */
export function search(index: Index, graph: Graph, query: Query): Found {
  const text = query.text.normalize('NFKC').slice(0, 300)
  const parsed = parse(text)
  const first = cited(index, graph, text.trim())
  const pinned = new Set(first.map((item) => item.entry.id))
  const { scored, terms, mended } = fullText(index, parsed)
  const called = scored.filter((item) => isCalled(item.entry, text))
  const ordered = [...new Map([...first, ...called, ...scored].map((item) => [item.entry.id, item])).values()]
  const all = foldParts(ordered, pinned)
  const kept = all.filter(({ entry }) =>
    FACETS.every((facet) => query[facet] === undefined || facetValues(entry, facet).includes(query[facet])),
  )
  return {
    total: kept.length,
    facets: Object.fromEntries(FACETS.map((facet) => [facet, count(all, facet)])),
    suggestion: mended && first.length === 0 ? terms.join(' ') : undefined,
    results: kept
      .slice(query.offset, query.offset + query.limit)
      .map(({ entry, score }) => ({ entry, score, snippet: snippetOf(entry.text, terms) })),
  }
}
