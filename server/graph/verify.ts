/** Quotations of the records and texts of their sources into what was found: verified, not in the sources, or different. */
import type { Quotation } from '../kinds/kind.ts'
import { asFigure, writeArticle } from '../kinds/pinpoint.ts'
import { type Difference, firstDifference, isMisprint, type Letters, lettersOf, missingPiece, nearestRun, piecesOf } from './letters.ts'
import type { Graph } from './link.ts'
import type { GraphNode } from './node.ts'
import type { Problem } from './problem.ts'

/** An article or a paragraph of a source. */
export interface SourcePart {
  /** Article or paragraph, step by step: `['33', '1']`; empty where the copy gives no number. */
  readonly place: readonly string[]
  readonly text: string
}

export interface SourceText {
  readonly file: string
  /** Title, symbol, id: whatever a record may share with it. */
  readonly names: readonly string[]
  readonly parts: readonly SourcePart[]
}

/** A quotation with its place in the records and the place that it claims in its source. */
export interface Quoted extends Quotation {
  readonly citation: string
  /** Kind of text it is from, for the table. */
  readonly from: string
  readonly names: ReadonlySet<string>
  readonly pinpoint: readonly string[]
  readonly pinpointEnd: readonly string[] | undefined
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface Verdict {
  readonly quoted: Quoted
  readonly result: 'verified' | 'not in the sources' | 'differs'
  /** The citation, and what was found. */
  readonly message: string
}

/** What sources are called that are not counted by themselves. */
const REST = 'other'

const nameKey = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Keys by which a record and a source find each other; each of the symbols that joint documents bear is one. */
export function nameKeys(names: readonly string[]): Set<string> {
  const symbols = names.flatMap((name) => name.split(/\s*[,;–—]\s*|-(?=[A-Z]{2,}\/)/u).filter((piece) => piece.includes('/')))
  return new Set([...names, ...symbols].map(nameKey))
}

function quotedBy(node: GraphNode, root: GraphNode, names: ReadonlySet<string>): Quoted[] {
  const { outline, record } = node
  const own = (outline.quotations ?? []).map((quotation) => ({
    ...quotation,
    citation: node.citation,
    from: root.outline.quotesFrom ?? REST,
    names,
    pinpoint: (outline.pinpoint ?? []).map(asFigure),
    pinpointEnd: outline.pinpointEnd?.map(asFigure),
    file: record.file,
    ...record.document.valueAt(quotation.path),
  }))
  return [...own, ...node.parts.flatMap((part) => quotedBy(part, root, names))]
}

/** Every quotation of the records, in the order of kinds, files and lines. */
export const quotationsOf = (graph: Graph): Quoted[] =>
  graph.roots.flatMap((root) =>
    quotedBy(root, root, nameKeys([root.record.file.replace(/^.*\/|\.yaml$/gu, ''), root.title, root.citation, ...root.outline.names])),
  )

const begins = (start: readonly string[], place: readonly string[]) => start.every((step, index) => step === place[index])

/** Whether a part is the wanted place, a part of it, or that of which it is a part. */
const isAt = ({ place }: SourcePart, wanted: readonly string[]) => {
  const steps = place.map(asFigure)
  return steps.length > 0 && (begins(steps, wanted) || begins(wanted, steps))
}

/** Parts that stand together, so that a quotation may run on from one into the next. */
function runsOf(parts: readonly SourcePart[], belongs: (part: SourcePart) => boolean): SourcePart[][] {
  const runs: SourcePart[][] = []
  parts.forEach((part, index) => {
    if (!belongs(part)) return
    const before = parts[index - 1]
    if (before && belongs(before)) runs.at(-1)?.push(part)
    else runs.push([part])
  })
  return runs
}

/** The parts in which a quotation must stand; where a copy lacks the number, those that it leaves without any. */
function rightParts({ parts }: SourceText, { pinpoint, pinpointEnd }: Quoted): SourcePart[][] {
  if (pinpoint.length === 0) return [[...parts]]
  if (pinpointEnd) {
    const first = parts.findIndex((part) => isAt(part, pinpoint))
    const last = parts.findIndex((part, index) => index >= first && isAt(part, pinpointEnd))
    if (first >= 0 && last >= 0) return [parts.slice(first, last + 1)]
  }
  const runs = runsOf(parts, (part) => isAt(part, pinpoint))
  return runs.length > 0 ? runs : runsOf(parts, (part) => part.place.length === 0)
}

const joined = (parts: readonly SourcePart[]) => lettersOf(parts.map((part) => part.text).join('\n'))

const explain = ({ quoted, there }: Difference) => `the record has “${quoted}”, the source “${there}”`

interface Finding {
  readonly result: 'verified' | 'elsewhere' | 'differs'
  readonly message: string
}

function lookUpWhole({ words }: Quoted, source: SourceText): Finding {
  const text = source.parts.map((part) => part.text).join('')
  if (text === words) return { result: 'verified', message: `is ${source.file} to the letter` }
  const { quoted, there } = firstDifference(words, text)
  return {
    result: 'differs',
    message: `is not ${source.file}: the record has ${JSON.stringify(quoted)}, the source ${JSON.stringify(there)}`,
  }
}

function readingsOf({ words, copyReads }: Quoted): Letters[][] {
  return [words, ...(copyReads !== undefined && isMisprint(copyReads, words) ? [copyReads] : [])].map(piecesOf)
}

const holds = ({ flat }: Letters, pieces: readonly Letters[]) => pieces.length > 0 && !missingPiece(flat, pieces)

function explainMissing(text: Letters, pieces: readonly Letters[]): string | undefined {
  const missing = missingPiece(text.flat, pieces)
  if (!missing) return undefined
  if (text.flat.includes(missing.flat)) return 'its pieces do not follow each other there'
  const difference = nearestRun(text, missing)
  return difference ? explain(difference) : undefined
}

/** What the right place has instead; if nothing there is like it, what another place has. */
function explainDifference(runs: readonly Letters[], source: SourceText, pieces: readonly Letters[]): string {
  for (const run of runs) {
    const there = explainMissing(run, pieces)
    if (there) return there
  }
  const missing = runs.length === 0 ? 'it has no such place' : 'nothing there is like it'
  const elsewhere = explainMissing(joined(source.parts), pieces)
  return elsewhere ? `${missing}; at another place ${elsewhere}` : missing
}

function lookUp(quoted: Quoted, source: SourceText): Finding {
  if (quoted.whole) return lookUpWhole(quoted, source)
  const readings = readingsOf(quoted)
  const [pieces = []] = readings
  const runs = rightParts(source, quoted).map(joined)
  const found = readings.findIndex((reading) => runs.some((run) => holds(run, reading)))
  if (found >= 0) return { result: 'verified', message: `stands in ${source.file}${found > 0 ? ', as copyReads has it' : ''}` }
  const tooFar = quoted.copyReads !== undefined && readings.length === 1 ? '; copyReads changes more than a misprint would' : ''
  const other = source.parts.filter((part) => readings.some((reading) => holds(lettersOf(part.text), reading)))
  if (other.length > 0) {
    const places = other.map(({ place }) => (place.length > 0 ? writeArticle(place) : 'a part without a number'))
    return { result: 'elsewhere', message: `stands in ${source.file}, but at ${[...new Set(places)].slice(0, 5).join(', ')}` }
  }
  return { result: 'differs', message: `differs from ${source.file}: ${explainDifference(runs, source, pieces)}${tooFar}` }
}

const RANK = { verified: 0, elsewhere: 1, differs: 2 } as const

const opening = (words: string) => {
  const flat = words.replace(/\s+/gu, ' ')
  return `“${flat.length > 60 ? `${flat.slice(0, 60).replace(/…$/u, '')}…` : flat}”`
}

/** Looks up every quotation. Several texts may bear one symbol; to stand in one of them is enough. */
export function verifyQuotations(quotations: readonly Quoted[], sources: readonly SourceText[]): Verdict[] {
  const keys = sources.map((source) => ({ source, names: nameKeys(source.names) }))
  return quotations.map((quoted) => {
    const texts = keys.filter(({ names }) => [...names].some((name) => quoted.names.has(name))).map(({ source }) => source)
    const [best] = texts.map((source) => lookUp(quoted, source)).sort((a, b) => RANK[a.result] - RANK[b.result])
    const what = `${quoted.citation}: ${opening(quoted.words)}`
    if (!best) return { quoted, result: 'not in the sources', message: `${what} is of a text that is not in the sources` }
    return { quoted, result: best.result === 'verified' ? 'verified' : 'differs', message: `${what} ${best.message}` }
  })
}

/** A verdict at its place in the records. */
export const asProblem = ({ quoted, message }: Verdict): Problem => ({
  file: quoted.file,
  line: quoted.line,
  column: quoted.column,
  message,
  severity: 'error',
})

const RESULTS = ['verified', 'not in the sources', 'differs'] as const

/** Lines of a table: kinds of source down, results across, the rest and the sum of all last. */
export function tableOf(verdicts: readonly Verdict[]): string[] {
  const kinds = [...new Set(verdicts.map(({ quoted }) => quoted.from))].sort(
    (a, b) => Number(a === REST) - Number(b === REST) || (a < b ? -1 : 1),
  )
  const width = Math.max(...[...kinds, 'all'].map((name) => name.length))
  const row = (name: string, cells: readonly (string | number)[]) =>
    [name.padEnd(width), ...cells.map((cell, index) => String(cell).padStart((RESULTS[index] ?? 'total').length))].join('  ')
  const count = (name: string, list: readonly Verdict[]) =>
    row(name, [...RESULTS.map((result) => list.filter((verdict) => verdict.result === result).length), list.length])
  return [
    row('', [...RESULTS, 'total']),
    ...kinds.map((kind) =>
      count(
        kind,
        verdicts.filter(({ quoted }) => quoted.from === kind),
      ),
    ),
    count('all', verdicts),
  ]
}
