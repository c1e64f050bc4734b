/** One reading of citations for the linker, the search box, `/cite` and the API: text into the nodes it can mean. */

import type { Outline } from '../kinds/kind.ts'
import { asFigure, type Pinpoint } from '../kinds/pinpoint.ts'
import { nearestOf } from './nearest.ts'
import type { GraphNode } from './node.ts'
import { type Reading, readCitation, trimmed } from './reading.ts'

/** What citations are read by: a node of the graph, or as much of one as the search index keeps. */
export interface Citable<N> {
  readonly kind: string
  readonly citation: string
  readonly parts: readonly N[]
  readonly outline: Pick<Outline, 'names' | 'pinpoint' | 'pinpointEnd'>
}

export interface Resolution<N> {
  /** What the text means: nothing, one node, or several between which the text does not decide. */
  readonly matches: readonly N[]
  /** The nearest right things, when nothing matches. */
  readonly near: readonly N[]
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

function answers({ outline: { pinpoint, pinpointEnd } }: Citable<unknown>, wanted: Pinpoint): boolean {
  if (pinpoint === undefined) return false
  if (wanted.to) {
    if (pinpointEnd) return samePath(pinpoint, wanted.from) && samePath(pinpointEnd, wanted.to)
    return false
  }
  if (pinpointEnd) return wanted.from.length === 1 && isWithin(wanted.from[0], pinpoint[0], pinpointEnd[0])
  const ways = [wanted.from, withFigure(wanted.from), withoutPoint(wanted.from)]
  return ways.some((way) => samePath(pinpoint, way) || samePath(withFigure(pinpoint), way))
}

export interface CitationIndex<N extends Citable<N> = GraphNode> {
  readonly heads: ReadonlyMap<string, readonly N[]>
  readonly canonical: ReadonlyMap<string, N>
  readonly nodes: readonly N[]
}

const descendants = <N extends Citable<N>>(node: N): N[] => node.parts.flatMap((part) => [part, ...descendants(part)])

/** Indexes nodes by everything they are called. */
export function indexCitations<N extends Citable<N>>(roots: readonly N[]): CitationIndex<N> {
  const nodes = roots.flatMap((root) => [root, ...descendants(root)])
  const heads = new Map<string, N[]>()
  const canonical = new Map<string, N>()
  for (const node of nodes) {
    canonical.set(headKey(node.citation), canonical.get(headKey(node.citation)) ?? node)
    for (const name of new Set([node.citation, ...node.outline.names].map(headKey))) {
      if (name !== '') heads.set(name, [...(heads.get(name) ?? []), node])
    }
  }
  return { heads, canonical, nodes: roots }
}

/** Nodes that are called so; one that is cited so goes before others that bear it as another name. */
function named<N extends Citable<N>>(index: CitationIndex<N>, name: string): readonly N[] {
  const key = headKey(name)
  const own = index.canonical.get(key)
  return own ? [own] : (index.heads.get(key) ?? [])
}

/** An article without a treaty can be that of any. */
const headed = <N extends Citable<N>>(index: CitationIndex<N>, { head }: Reading): readonly N[] =>
  head === '' ? index.nodes.filter((node) => node.kind === 'treaty') : named(index, head)

function placesIn<N extends Citable<N>>(node: N, wanted: Pinpoint): N[] {
  const inside = descendants(node)
  const found = inside.filter((part) => answers(part, wanted))
  if (found.length > 0 || wanted.to === undefined) return found
  // A run that has no record of its own is known if both of its ends are.
  const [first, last] = [wanted.from, wanted.to].map((from) => inside.find((part) => answers(part, { from: from ?? [], to: undefined })))
  return first && last ? [first] : []
}

/** What there is of a place that is not there: the article for a paragraph it lacks, the treaty for a missing article. */
function nearestPlace<N extends Citable<N>>(node: N, { from }: Pinpoint): N {
  for (let length = from.length - 1; length > 0; length--) {
    const [place] = placesIn(node, { from: from.slice(0, length), to: undefined })
    if (place) return place
  }
  return node
}

const MAX_NEAR = 5
/** Shorter names are near to too much. */
const MIN_NEAR = 3

function near<N extends Citable<N>>(index: CitationIndex<N>, readings: readonly Reading[]): N[] {
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

function placesCited<N extends Citable<N>>(index: CitationIndex<N>, readings: readonly Reading[]): N[] {
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
function ofKindNamed<N extends Citable<N>>(index: CitationIndex<N>, text: string): N[] {
  const [, word = '', rest = ''] = /^([\p{L}-]+) (.+)$/u.exec(text) ?? []
  return rest === '' ? [] : (index.heads.get(headKey(rest)) ?? []).filter((node) => node.kind === word.toLowerCase())
}

/** A document is often cited with its year after it, `General Comment No. 4 (2017)`. */
const withoutYear = (text: string) => text.replace(/\s\((?:19|20)\d\d\)$/u, '')

/** What a text means, without a look at what is near. */
export function findCited<N extends Citable<N>>(index: CitationIndex<N>, text: string): readonly N[] {
  const clean = trimmed(text)
  // The text as a whole is a name: no need to take it apart (GC 31 is not an article 31).
  const ways: readonly (() => readonly N[])[] = [
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

/** The place that a text names, where its node stands for another: a paragraph within a run, or a run of which the node is the first. */
export function placeAsked(text: string, node: GraphNode): Pinpoint | undefined {
  const { pinpoint = [], pinpointEnd } = node.outline
  return readCitation(trimmed(text)).find(
    ({ pinpoint: wanted }) => wanted && (pinpointEnd ? answers(node, wanted) : wanted.to !== undefined && samePath(wanted.from, pinpoint)),
  )?.pinpoint
}

/** What a text cites. Ambiguity is reported as several matches, never settled by a guess. */
export function resolveCitation<N extends Citable<N>>(index: CitationIndex<N>, text: string): Resolution<N> {
  const matches = findCited(index, text)
  return { matches, near: matches.length > 0 ? [] : near(index, readCitation(text)) }
}
