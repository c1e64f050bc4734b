/** The passage of a text that answers a query best, in pieces that were found or not. */
import { stem } from './index.ts'
import { fold } from './tokenise.ts'

export interface SnippetPiece {
  readonly text: string
  readonly hit: boolean
}

/** Letters shown. */
const LENGTH = 220

interface Hit {
  start: number
  end: number
  term: string
}

function hitsIn(text: string, terms: readonly string[]): Hit[] {
  const stems = new Map(terms.map((term) => [stem(term), term]))
  const hits: Hit[] = []
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const word = fold(match[0])
    const latin = stems.get(stem(word)) ?? terms.find((term) => term.length >= 3 && word.startsWith(term))
    if (latin) hits.push({ start: match.index, end: match.index + match[0].length, term: latin })
    else
      for (const term of terms) {
        const at = /\p{Script=Han}|\p{Script=Hangul}/u.test(term) ? match[0].indexOf(term) : -1
        if (at >= 0) hits.push({ start: match.index + at, end: match.index + at + term.length, term })
      }
  }
  return hits.sort((a, b) => a.start - b.start)
}

/** The window with most different terms in it, the earliest of equals. */
function bestStart(hits: readonly Hit[]): number {
  let best = { start: 0, terms: 0 }
  for (const hit of hits) {
    const terms = new Set(hits.filter((other) => other.start >= hit.start && other.end <= hit.start + LENGTH).map((other) => other.term))
      .size
    if (terms > best.terms) best = { start: hit.start, terms }
  }
  return best.start
}

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.indexOf(' ', at)
  return space < 0 || space - at > 30 ? at : space + 1
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space < at - 30 ? at : space
}

/** Pieces of at most 220 letters, the found words apart from the rest; an ellipsis where the text goes on. */
export function snippetOf(text: string, terms: readonly string[]): SnippetPiece[] {
  const flat = text.replace(/\s+/gu, ' ')
  const hits = hitsIn(flat, terms)
  const first = bestStart(hits)
  const start = first < LENGTH / 2 ? 0 : wordStart(flat, first - 60)
  const end = wordEnd(flat, start + LENGTH)
  const pieces: SnippetPiece[] = []
  const add = (piece: string, hit: boolean) => {
    if (piece !== '') pieces.push({ text: piece, hit })
  }
  let at = start
  if (start > 0) add('… ', false)
  for (const hit of hits.filter((item) => item.start >= start && item.end <= end)) {
    if (hit.start < at) continue
    add(flat.slice(at, hit.start), false)
    add(flat.slice(hit.start, hit.end), true)
    at = hit.end
  }
  add(flat.slice(at, end), false)
  if (end < flat.length) add(' …', false)
  return pieces
}
