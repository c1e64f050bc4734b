/** One reading of citations for the linker, the search box, `/cite` and the API: text into the nodes it can mean. */
import { asFigure, type Pinpoint, readPinpoint, writeArticle, writeParagraph } from '../kinds/pinpoint.ts'
import { nearestOf } from './nearest.ts'
import type { GraphNode } from './node.ts'

/** A citation taken apart: the name of an instrument, document or record, and a place in it. */
export interface Reading {
  readonly head: string
  /** `any` where the text does not say whether an article or a paragraph is meant (`CAT 3`). */
  readonly unit: 'none' | 'article' | 'paragraph' | 'any'
  readonly pinpoint: Pinpoint | undefined
}

export interface Resolution {
  /** What the text means: nothing, one node, or several between which the text does not decide. */
  readonly matches: readonly GraphNode[]
  /** The nearest right things, when nothing matches. */
  readonly near: readonly GraphNode[]
}

const NUMBER = String.raw`(?:\d+(?:\.\d+)?|[IVXLivxl]+(?![A-Za-z]))(?:\s?(?:bis|ter|quater))?`
const BRACKETS = String.raw`(?:\s?\([0-9A-Za-z]{1,4}\))`
const ARTICLE = String.raw`(?:articles?|arts?\.?)`
const PARAGRAPH = String.raw`(?:paragraphs?|paras?\.?|¶{1,2}|§{1,2})`
/** `3(1)`, `1A(2)`, `37a`, `(b)`. */
const PLACE = String.raw`(?:${NUMBER}(?:\.?[A-Za-z](?![A-Za-z]))?(?:\.\d+)?${BRACKETS}{0,6}|${BRACKETS}{1,6})`
/** A place in an article, or `3, para. 1`, `3 § 1`. */
const PIN = String.raw`(?:${PLACE}(?:,?\s*${PARAGRAPH}\s*\d+${BRACKETS}{0,6})?)`
const range = (place: string) => String.raw`(?:${place}(?:\s*[-–—]\s*${place})?)`
const OF = String.raw`,?\s*(?:(?:of|in)\s+)?(?:the\s+)?`
/** Figures, or Chinese numerals up to 99. */
const FIGURE = String.raw`(?:\d+|[一二三四五六七八九十]{1,3})`

interface Form {
  readonly pattern: RegExp
  readonly unit: Reading['unit']
}

const form = (unit: Reading['unit'], pattern: string): Form => ({ unit, pattern: new RegExp(`^${pattern}$`, 'iu') })

const FORMS: readonly Form[] = [
  form('article', String.raw`${ARTICLE}\s*(?<pin>${range(PIN)})(?:(?=[\s,])${OF}(?<head>\S.*))?`),
  form('article', String.raw`(?<head>.+?),?\s*\b${ARTICLE}\s*(?<pin>${range(PIN)})`),
  form(
    'article',
    String.raw`${PARAGRAPH}\s*(?<part>\d+${BRACKETS}{0,6})\s+of\s+${ARTICLE}\s*(?<pin>${NUMBER})(?:(?=[\s,])${OF}(?<head>\S.*))?`,
  ),
  form('paragraph', String.raw`${PARAGRAPH}\s*(?<pin>${range(PLACE)}),?\s*(?:of|in)\s+(?:the\s+)?(?<head>.+)`),
  form('paragraph', String.raw`(?<head>.+?)(?:,\s*|\s+|(?=[¶§]))(?:at\s+)?${PARAGRAPH}\s*(?<pin>${range(PLACE)})`),
  form('any', String.raw`(?<head>.+?)(?:,?\s+(?:at\s+)?|(?=[([]))(?:(?<pin>${range(PIN)})|\[(?<pinInSquares>${range(PIN)})\])`),
  // The number may belong to the head: ExCom 25(b).
  form('any', String.raw`(?<head>.*[^\s)])(?<pin>${BRACKETS}{1,6})`),
  // 고문방지협약 제3조 제1항, 禁止酷刑公约第三条第一款
  form('article', String.raw`(?<head>.+?)\s*[제第]?\s*(?<pin>${FIGURE})\s*[조条條](?:\s*[제第]?\s*(?<part>${FIGURE})\s*[항款項])?`),
  form('paragraph', String.raw`(?<head>.+?)\s*[제第]?\s*(?<pin>${FIGURE})\s*(?:段|문단|단락|항)`),
]

/** More than this is not looked at, so that no text takes long. */
const MAX_TYPED = 2_000
const MAX_LENGTH = 500

const strip = (text: string) =>
  text
    .slice(0, MAX_TYPED)
    .normalize('NFKC')
    .trim()
    .replace(/\s+/gu, ' ')
    .slice(0, MAX_LENGTH)
    .replace(/(?<![\s.,;:])[\s.,;:]+$/u, '')

/** The figure for a Chinese numeral (`三十三` → `33`); anything else stays as it is. */
function westernFigure(text: string): string {
  if (!/^[一二三四五六七八九十]+$/u.test(text)) return text
  const figure = (numeral: string) => '一二三四五六七八九'.indexOf(numeral) + 1
  if (!text.includes('十')) return [...text].map(figure).join('')
  const [tens = '', ones = ''] = text.split('十')
  return String((tens === '' ? 1 : figure(tens)) * 10 + figure(ones))
}

/** A paragraph named after its article is a step of the pinpoint: `3, para. 1` → `3(1)`. */
const PARAGRAPH_OF_ARTICLE = new RegExp(String.raw`,?\s*${PARAGRAPH}\s*(\d+)`, 'iu')

function pinpointOf(groups: Record<string, string | undefined>): Pinpoint | undefined {
  const pin = groups['pin'] ?? groups['pinInSquares']
  if (pin === undefined) return undefined
  const { part } = groups
  return readPinpoint(
    `${westernFigure(pin).replace(PARAGRAPH_OF_ARTICLE, '($1)')}${part ? westernFigure(part).replace(/^\d+/u, '($&)') : ''}`,
  )
}

/** All ways in which a text can be taken as a citation; whether its head names anything is for the index to say. */
export function readCitation(text: string): Reading[] {
  const clean = strip(text)
  if (clean === '') return []
  const readings: Reading[] = [{ head: clean, unit: 'none', pinpoint: undefined }]
  for (const { pattern, unit } of FORMS) {
    const groups = pattern.exec(clean)?.groups
    const pinpoint = groups && pinpointOf(groups)
    if (pinpoint) readings.push({ head: groups['head'] ?? '', unit, pinpoint })
  }
  return readings
}

/** The one spelling of a reading: `CAT art 3(1)`, `CAT/C/GC/4 para 13`, `CAT/C/GC/4 paras 8-9`. */
export function formatCitation({ head, unit, pinpoint }: Reading): string {
  if (pinpoint === undefined) return head
  const { from, to } = pinpoint
  if (unit === 'article') return `${head} art ${writeArticle(from)}${to ? `-${writeArticle(to)}` : ''}`.trim()
  if (unit === 'any') return `${head} ${writeParagraph(pinpoint)}`
  return `${head} ${to ? 'paras' : 'para'} ${writeParagraph(pinpoint)}`
}

/**
 * What two spellings of a name have in common: letters and figures, without case, accents, width, `No.` and leading
 * noughts. Figures that were apart stay apart (3-4 is not 34).
 */
export function headKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replace(/(?<![\p{L}\p{N}])(?:no|n|number)[.°]?\s?(?=\d)/gu, '')
    .replace(/(?<=\d)[^\p{L}\p{N}]+(?=\d)/gu, ' ')
    .replace(/[^\p{L}\p{N} ]+|(?<!\d) | (?!\d)/gu, '')
    .replace(/(?<!\d)0+(?=\d)/gu, '')
}

const samePath = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((step, index) => step.toLowerCase() === b[index]?.toLowerCase())

/** An article may be cited by a figure where the treaty uses Roman numerals, and the other way round. */
const withFigure = ([first = '', ...rest]: readonly string[]) => [asFigure(first), ...rest]

/** `3.1` is how some write `3(1)`. */
const withoutPoint = ([first = '', ...rest]: readonly string[]) => [...first.split('.'), ...rest]

const isWithin = (number: string | undefined, from: string | undefined, to: string | undefined) => {
  if (number === undefined || from === undefined || to === undefined) return false
  const [n, low, high] = [number, from, to].map((value) => value.split('.').map(Number))
  const compare = (a: number[] = [], b: number[] = []) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0)
  return compare(n, low) >= 0 && compare(n, high) <= 0
}

function answers(node: GraphNode, wanted: Pinpoint): boolean {
  const { pinpoint, pinpointEnd } = node.outline
  if (pinpoint === undefined) return false
  if (wanted.to) {
    if (pinpointEnd) return samePath(pinpoint, wanted.from) && samePath(pinpointEnd, wanted.to)
    return false
  }
  if (pinpointEnd) return wanted.from.length === 1 && isWithin(wanted.from[0], pinpoint[0], pinpointEnd[0])
  const ways = [wanted.from, withFigure(wanted.from), withoutPoint(wanted.from)]
  return ways.some((way) => samePath(pinpoint, way) || samePath(withFigure(pinpoint), way))
}

export interface CitationIndex {
  readonly heads: ReadonlyMap<string, readonly GraphNode[]>
  readonly canonical: ReadonlyMap<string, GraphNode>
  readonly nodes: readonly GraphNode[]
}

const descendants = (node: GraphNode): GraphNode[] => node.parts.flatMap((part) => [part, ...descendants(part)])

/** Indexes nodes by everything they are called. */
export function indexCitations(roots: readonly GraphNode[]): CitationIndex {
  const nodes = roots.flatMap((root) => [root, ...descendants(root)])
  const heads = new Map<string, GraphNode[]>()
  const canonical = new Map<string, GraphNode>()
  for (const node of nodes) {
    canonical.set(headKey(node.citation), canonical.get(headKey(node.citation)) ?? node)
    for (const name of new Set([node.citation, ...node.outline.names].map(headKey))) {
      if (name !== '') heads.set(name, [...(heads.get(name) ?? []), node])
    }
  }
  return { heads, canonical, nodes: roots }
}

/** Nodes that are called so; one that is cited so goes before others that bear it as another name. */
function named(index: CitationIndex, name: string): readonly GraphNode[] {
  const key = headKey(name)
  const own = index.canonical.get(key)
  return own ? [own] : (index.heads.get(key) ?? [])
}

/** An article without a treaty can be that of any. */
const headed = (index: CitationIndex, { head }: Reading): readonly GraphNode[] =>
  head === '' ? index.nodes.filter((node) => node.kind === 'treaty') : named(index, head)

function placesIn(node: GraphNode, wanted: Pinpoint): GraphNode[] {
  const inside = descendants(node)
  const found = inside.filter((part) => answers(part, wanted))
  if (found.length > 0 || wanted.to === undefined) return found
  // A run that has no record of its own is known if both of its ends are.
  const [first, last] = [wanted.from, wanted.to].map((from) => inside.find((part) => answers(part, { from: from ?? [], to: undefined })))
  return first && last ? [first] : []
}

/** What there is of a place that is not there: the article for a paragraph it lacks, the treaty for a missing article. */
function nearestPlace(node: GraphNode, { from }: Pinpoint): GraphNode {
  for (let length = from.length - 1; length > 0; length--) {
    const [place] = placesIn(node, { from: from.slice(0, length), to: undefined })
    if (place) return place
  }
  return node
}

const MAX_NEAR = 5
/** Shorter names are near to too much. */
const MIN_NEAR = 3

function near(index: CitationIndex, readings: readonly Reading[]): GraphNode[] {
  const placed = readings.flatMap((reading) => (reading.pinpoint ? [{ ...reading, pinpoint: reading.pinpoint }] : []))
  const known = placed
    .filter((reading) => reading.head !== '')
    .flatMap((reading) => headed(index, reading).map((node) => nearestPlace(node, reading.pinpoint)))
  if (known.length > 0) return [...new Set(known)].slice(0, MAX_NEAR)
  const keys = readings
    .map((reading) => headKey(reading.head))
    .filter((key) => key.length >= MIN_NEAR)
    .flatMap((key) => nearestOf(key, index.heads.keys(), 3))
  const found = [...new Set(keys)].slice(0, MAX_NEAR).flatMap((key) => index.heads.get(key) ?? [])
  const [first] = placed
  const there = first ? found.flatMap((node) => placesIn(node, first.pinpoint)) : []
  return [...new Set([...there, ...found])].slice(0, MAX_NEAR)
}

function placesCited(index: CitationIndex, readings: readonly Reading[]): GraphNode[] {
  const found = readings.flatMap((reading) => {
    const { pinpoint, unit } = reading
    if (pinpoint === undefined) return []
    return headed(index, reading)
      .filter((node) => unit !== 'paragraph' || node.kind !== 'treaty')
      .flatMap((node) => placesIn(node, pinpoint))
  })
  return [...new Set(found)]
}

/** A kind before the name (`claim L-05`) says which of the nodes of that name is meant. */
function ofKindNamed(index: CitationIndex, text: string): GraphNode[] {
  const [, word = '', rest = ''] = /^([\p{L}-]+) (.+)$/u.exec(text) ?? []
  return rest === '' ? [] : (index.heads.get(headKey(rest)) ?? []).filter((node) => node.kind === word.toLowerCase())
}

/** A document is often cited with its year after it, `General Comment No. 4 (2017)`. */
const withoutYear = (text: string) => text.replace(/\s\((?:19|20)\d\d\)$/u, '')

/** What a text means, without a look at what is near. */
export function findCited(index: CitationIndex, text: string): readonly GraphNode[] {
  const clean = strip(text)
  // The text as a whole is a name: no need to take it apart (GC 31 is not an article 31).
  const ways = [
    () => named(index, clean),
    () => placesCited(index, readCitation(clean)),
    () => ofKindNamed(index, clean),
    () => named(index, withoutYear(clean)),
  ]
  for (const way of ways) {
    const matches = way()
    if (matches.length > 0) return matches
  }
  return []
}

/** What a text cites. Ambiguity is reported as several matches, never settled by a guess. */
export function resolveCitation(index: CitationIndex, text: string): Resolution {
  const matches = findCited(index, text)
  return { matches, near: matches.length > 0 ? [] : near(index, readCitation(text)) }
}
