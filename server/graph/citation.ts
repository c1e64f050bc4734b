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

const NUMBER = String.raw`(?:\d+(?:\.\d+)?|[IVXLivxl]+(?![A-Za-z]))(?:\s(?:bis|ter|quater))?`
const PIN = String.raw`(?:${NUMBER}(?:\.?[A-Za-z](?![A-Za-z]))?(?:\.\d+)?(?:\s?\([0-9A-Za-z]{1,4}\))*(?:,?\s*(?:para(?:graph)?\.?|¶)\s*\d+)?|(?:\([0-9A-Za-z]{1,4}\))+)`
const RANGE = String.raw`(?:${PIN}(?:\s*[-–—]\s*${PIN})?)`
const ARTICLE = String.raw`(?:articles?|arts?\.?)`
const PARAGRAPH = String.raw`(?:paragraphs?|paras?\.?|¶{1,2}|§{1,2})`

const FORMS: readonly { readonly pattern: RegExp; readonly unit: Reading['unit'] }[] = [
  { pattern: new RegExp(`^${ARTICLE}\\s*(?<pin>${RANGE})(?:,?\\s*(?:of|in)?(?:\\s+the)?\\s+(?<head>.+))?$`, 'iu'), unit: 'article' },
  { pattern: new RegExp(`^(?<head>.+?),?\\s*\\b${ARTICLE}\\s*(?<pin>${RANGE})$`, 'iu'), unit: 'article' },
  { pattern: new RegExp(`^${PARAGRAPH}\\s*(?<pin>${RANGE}),?\\s*(?:of|in)(?:\\s+the)?\\s+(?<head>.+)$`, 'iu'), unit: 'paragraph' },
  { pattern: new RegExp(`^(?<head>.+?)(?:,\\s*|\\s+|(?=[¶§]))${PARAGRAPH}\\s*(?<pin>${RANGE})$`, 'iu'), unit: 'paragraph' },
  { pattern: new RegExp(`^(?<head>.+?)(?:\\s+|(?=\\())(?<pin>${RANGE})$`, 'iu'), unit: 'any' },
]

const strip = (text: string) => text.normalize('NFKC').trim().replace(/\s+/gu, ' ').slice(0, 300)

/** All ways in which a text can be taken as a citation; whether its head names anything is for the index to say. */
export function readCitation(text: string): Reading[] {
  const clean = strip(text)
  if (clean === '') return []
  const readings: Reading[] = [{ head: clean, unit: 'none', pinpoint: undefined }]
  for (const { pattern, unit } of FORMS) {
    const groups = pattern.exec(clean)?.groups
    if (groups?.['pin'])
      readings.push({
        head: groups['head'] ?? '',
        unit,
        pinpoint: readPinpoint(groups['pin'].replace(/,?\s*(para(graph)?\.?|¶)\s*(\d+)$/iu, '($3)')),
      })
  }
  return readings
}

/** The one spelling of a reading: `CAT art 3(1)`, `CAT/C/GC/4 para 13`, `CAT/C/GC/4 paras 8-9`. */
export function formatCitation({ head, unit, pinpoint }: Reading): string {
  if (pinpoint === undefined) return head
  if (unit === 'article') return `${head} art ${writeArticle(pinpoint.from)}`
  return `${head} ${pinpoint.to ? 'paras' : 'para'} ${writeParagraph(pinpoint)}`
}

/** Letters and figures only, without case, accents or width; figures that were apart stay apart (3-4 is not 34). */
export function headKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replace(/(?<=\d)[^\p{L}\p{N}]+(?=\d)/gu, ' ')
    .replace(/[^\p{L}\p{N} ]+|(?<!\d) | (?!\d)/gu, '')
}

const samePath = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((step, index) => step.toLowerCase() === b[index]?.toLowerCase())

/** An article may be cited by a figure where the treaty uses Roman numerals. */
const withFigure = ([first = '', ...rest]: readonly string[]) => [asFigure(first), ...rest]

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
  return samePath(pinpoint, wanted.from) || samePath(withFigure(pinpoint), wanted.from)
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

function headed(index: CitationIndex, reading: Reading): readonly GraphNode[] {
  if (reading.head === '') return index.nodes.filter((node) => node.kind === 'treaty')
  const key = headKey(reading.head)
  const own = index.canonical.get(key)
  return own ? [own] : (index.heads.get(key) ?? [])
}

function placesIn(node: GraphNode, wanted: Pinpoint): GraphNode[] {
  const inside = descendants(node)
  const found = inside.filter((part) => answers(part, wanted))
  if (found.length > 0 || wanted.to === undefined) return found
  // A run that has no record of its own is known if both of its ends are.
  const [first, last] = [wanted.from, wanted.to].map((from) => inside.find((part) => answers(part, { from: from ?? [], to: undefined })))
  return first && last ? [first] : []
}

function near(index: CitationIndex, readings: readonly Reading[], text: string): GraphNode[] {
  const known = readings.filter((reading) => reading.pinpoint && reading.head !== '').flatMap((reading) => headed(index, reading))
  if (known.length > 0) return [...new Set(known)]
  const keys = readings
    .filter((reading) => reading.head !== '')
    .flatMap((reading) => nearestOf(headKey(reading.head), index.heads.keys(), 3))
  const found = [...new Set(keys)].slice(0, 5).flatMap((key) => index.heads.get(key) ?? [])
  const pins = readings.find((reading) => reading.pinpoint)?.pinpoint
  const placed = pins ? found.flatMap((node) => placesIn(node, pins)) : []
  return [...new Set([...placed, ...found])].filter((node) => node.citation !== text).slice(0, 5)
}

/** What a text cites. Ambiguity is reported as several matches, never settled by a guess. */
export function resolveCitation(index: CitationIndex, text: string): Resolution {
  const whole = headed(index, { head: strip(text) || ' ', unit: 'none', pinpoint: undefined })
  // The text as a whole is a name: no need to take it apart (GC 31 is not an article 31).
  if (whole.length > 0) return { matches: whole, near: [] }
  const readings = readCitation(text)
  const matches = new Set<GraphNode>()
  for (const reading of readings) {
    if (reading.pinpoint === undefined) continue
    for (const node of headed(index, reading)) {
      if (reading.unit === 'paragraph' && node.kind === 'treaty') continue
      for (const part of placesIn(node, reading.pinpoint)) matches.add(part)
    }
  }
  return { matches: [...matches], near: matches.size > 0 ? [] : near(index, readings, text) }
}
