/** The passage of a text that answers a query best, in pieces that were found or not. */
import { canBePrefix } from './gather.ts'
import { stem } from './stem.ts'
import { fold, isUnbroken } from './tokenise.ts'

export interface SnippetPiece {
  readonly text: string
  readonly hit: boolean
}

/** Letters shown. */
const LENGTH = 220
/** Letters shown before the first that was found. */
const LEAD = 60

interface Hit {
  readonly start: number
  readonly end: number
  readonly term: string
}

/** How a part ends that is a sentence; a name or a heading does not, and would run into what follows. */
const ENDED = /[.!?:;,…。！？：；，、–—]["”’»)\]」』]*$/u

/** The parts of a text, one a line, as one line; what is said twice in a row, once. */
function oneLine(text: string): string {
  const parts = text.split('\n').map((part) => part.replace(/\s+/gu, ' ').trim())
  let line = ''
  let last = ''
  for (const part of parts) {
    if (part === '' || part === last) continue
    line += `${line === '' ? '' : ENDED.test(last) ? ' ' : ' · '}${part}`
    last = part
  }
  return line
}

/** Finds the term of which a word is a form; the last may be unfinished. Only words with the first letter of a term are worth a stemmer's time. */
function matcher(terms: readonly string[]): (word: string) => string | undefined {
  const stems = new Map(terms.map((term) => [stem(term), term]))
  const initials = new Set(terms.map((term) => term[0]))
  const last = terms.at(-1)
  const begun = last !== undefined && canBePrefix(last) ? last : undefined
  return (word) =>
    initials.has(word[0]) ? (stems.get(stem(word)) ?? (begun !== undefined && word.startsWith(begun) ? begun : undefined)) : undefined
}

function hitsIn(text: string, terms: readonly string[]): Hit[] {
  const termOf = matcher(terms)
  const pairs = terms.filter(isUnbroken)
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index: start }) => {
    const term = termOf(fold(word))
    return term === undefined || isUnbroken(word) ? [] : [{ start, end: start + word.length, term }]
  })
  const inRuns = pairs.flatMap((term) => {
    const hits: Hit[] = []
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) hits.push({ start: at, end: at + term.length, term })
    return hits
  })
  return [...words, ...inRuns].sort((a, b) => a.start - b.start)
}

/** Where the window with most different terms in it starts, the earliest of equals. */
function bestStart(hits: readonly Hit[]): number {
  let best = { start: 0, terms: 0 }
  hits.forEach((hit, at) => {
    const terms = new Set<string>()
    for (let next = at; (hits[next]?.end ?? Number.POSITIVE_INFINITY) <= hit.start + LENGTH; next++) terms.add(hits[next]?.term ?? '')
    if (terms.size > best.terms) best = { start: hit.start, terms: terms.size }
  })
  return best.start
}

/** The pairs of one word overlap: they are marked as one. */
function joined(hits: readonly Hit[]): Hit[] {
  const whole: Hit[] = []
  for (const hit of hits) {
    const last = whole.at(-1)
    if (last && hit.start <= last.end && isUnbroken(hit.term)) whole[whole.length - 1] = { ...last, end: Math.max(last.end, hit.end) }
    else if (!last || hit.start >= last.end) whole.push(hit)
  }
  return whole
}

/** Letters within which a cut looks for a space. */
const NEAR = 30

/** Not between the two halves of a letter. */
const whole = (text: string, at: number) => (/[\udc00-\udfff]/u.test(text.charAt(at)) ? at - 1 : at)

function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.indexOf(' ', at)
  return space < 0 || space - at > NEAR ? whole(text, at) : space + 1
}

/** Where a sentence starts, or a part of the text; a full stop after two letters may be `v.` or `No.` */
const START = /(?<=[\p{L}\p{N})’]{3}[.!?]["”’]? |· )(?=[“"(]?\p{Lu})/gu

/** The last place before a hit where a sentence starts, or else a word. */
function startBefore(text: string, hit: number): number {
  const from = Math.max(0, hit - LEAD)
  const starts = [...text.slice(from, hit + 1).matchAll(START)]
  return from + (starts.at(-1)?.index ?? wordStart(text, from) - from)
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.lastIndexOf(' ', at)
  return space < at - NEAR ? whole(text, at) : space
}

/** Pieces of about 220 letters, the found words apart from the rest; an ellipsis where the text goes on. */
export function snippetOf(text: string, terms: readonly string[]): SnippetPiece[] {
  const flat = oneLine(text)
  const hits = hitsIn(flat, terms)
  const first = bestStart(hits)
  const start = first < LENGTH / 2 ? 0 : startBefore(flat, first)
  const end = wordEnd(flat, start + LENGTH)
  const pieces: SnippetPiece[] = []
  const add = (piece: string, hit: boolean) => {
    if (piece !== '') pieces.push({ text: piece, hit })
  }
  let at = start
  add(start > 0 ? '… ' : '', false)
  for (const hit of joined(hits.filter((item) => item.start >= start && item.end <= end))) {
    add(flat.slice(at, hit.start), false)
    add(flat.slice(hit.start, hit.end), true)
    at = hit.end
  }
  add(flat.slice(at, end), false)
  add(end < flat.length ? ' …' : '', false)
  return pieces
}
