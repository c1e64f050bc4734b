/** The parameters of a search, and its results as JSON: on the server and in the browser alike. */
import type { Index } from '../search/index.ts'
import type { Found, Query } from '../search/query.ts'
import type { SnippetPiece } from '../search/snippet.ts'
import { first, type Parameters, unknownWord } from './parameters.ts'

const PAGE_SIZE = 20
const MAX_LIMIT = 100
const MAX_OFFSET = 10_000

function wholeNumber(parameters: Parameters, name: string, fallback: number, max: number): number | string {
  const text = first(parameters, name)
  if (text === undefined || text === '') return fallback
  if (!/^\d{1,6}$/u.test(text) || Number(text) > max)
    return `${name} is ${JSON.stringify(text.slice(0, 40))}; expected a whole number from 0 to ${max}`
  return Number(text)
}

/** The query of some parameters, or what is wrong with them. */
export function readQuery(index: Index, parameters: Parameters): Query | string {
  const wrong = unknownWord(parameters, 'kind', [...new Set(index.list.map((entry) => entry.kind))])
  if (wrong !== undefined) return wrong
  const limit = wholeNumber(parameters, 'limit', PAGE_SIZE, MAX_LIMIT)
  const offset = wholeNumber(parameters, 'offset', 0, MAX_OFFSET)
  if (typeof limit === 'string') return limit
  if (typeof offset === 'string') return offset
  const facet = (name: string) => first(parameters, name) || undefined
  const [kind, body, treaty, state, outcome] = ['kind', 'body', 'treaty', 'state', 'outcome'].map(facet)
  return { text: first(parameters, 'q') ?? '', kind, body, treaty, state, outcome, limit, offset }
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escapeHtml = (text: string) => text.replace(/[&<>"]/gu, (letter) => ESCAPES[letter] ?? '')

const snippetHtml = (pieces: readonly SnippetPiece[]) =>
  pieces.map((piece) => (piece.hit ? `<mark>${escapeHtml(piece.text)}</mark>` : escapeHtml(piece.text))).join('')

/** Results of a search; `label` is what readers call it, `snippet` is HTML in which what was found is marked and all else escaped. */
export const foundJson = (found: Found) => ({
  total: found.total,
  facets: found.facets,
  suggestion: found.suggestion ?? null,
  results: found.results.map(({ entry, passage, score, snippet }) => ({
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    citation: entry.citation,
    label: entry.label,
    url: (passage ?? entry).id,
    keys: entry.keys,
    snippet: snippetHtml(snippet),
    score: Number.isSafeInteger(score) ? null : Number(score.toFixed(4)),
  })),
})
