/** The text of a statement, cut at every boundary of a claim, with the claims that hold each piece. */
import type { Outcome } from '../../argument/label.ts'
import type { GraphNode } from '../../graph/node.ts'
import type { Claim, Statement } from '../../kinds/statement.ts'
import type { ReadingView } from './evaluated.ts'

export interface Mark {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly type: Claim['type']
  readonly outcome: Outcome | undefined
  /** Whether this is the first of its spans, on which its anchor stands. */
  readonly first: boolean
  /** 0 sits close under the words; a span around or across another one gets a lower lane. */
  readonly lane: number
}

export interface Segment {
  readonly text: string
  /** Claims that hold the words, the longest first. */
  readonly marks: readonly Mark[]
  /** The shortest of them: where a click on the words leads. None for bare punctuation. */
  readonly innermost: Mark | undefined
  /** Whether the words are the first of the innermost claim. */
  readonly opens: boolean
  /** Other claims that begin here. */
  readonly refs: readonly Mark[]
}

/** A span of a claim, from its first character to the one after its last, counted from 0. */
export interface Placed extends Mark {
  readonly start: number
  readonly end: number
}

/** Where on the page of the statement a claim is opened beside the text. */
export const opensAt = (id: string) => `open-${id}`

const overlap = (a: Placed, b: Placed) => a.start < b.end && b.start < a.end

/** Shortest span first, each in the lowest lane that is free of the spans it overlaps. */
function intoLanes(spans: readonly Placed[]): Placed[] {
  const placed: Placed[] = []
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)) {
    const taken = new Set(placed.filter((other) => overlap(span, other)).map((other) => other.lane))
    let lane = 0
    while (taken.has(lane)) lane++
    placed.push({ ...span, lane })
  }
  return placed
}

/** The spans of all claims, each in its lane, with the outcome of its claim in a reading. */
export function placedSpans(node: GraphNode, view: ReadingView | undefined): Placed[] {
  const data = node.record.data as Statement
  const spans = data.claims.flatMap((claim) =>
    (claim.spans ?? []).map(({ start, end }, at) => ({
      id: claim.id,
      url: `#${opensAt(claim.id)}`,
      title: claim.title,
      type: claim.type,
      outcome: view?.evaluation.claims.get(claim.id)?.outcome,
      first: at === 0,
      lane: 0,
      start,
      end,
    })),
  )
  return intoLanes(spans)
}

function segmentsOf(text: string, from: number, spans: readonly Placed[]): Segment[] {
  const to = from + text.length
  const here = spans.filter((span) => span.start < to && span.end > from)
  const cuts = [...new Set([from, to, ...here.flatMap((span) => [span.start, span.end])])]
    .filter((cut) => cut >= from && cut <= to)
    .sort((a, b) => a - b)
  return cuts.slice(0, -1).map((cut, index) => {
    const end = cuts[index + 1] ?? to
    const marks = here.filter((span) => span.start <= cut && span.end >= end).sort((a, b) => b.end - b.start - (a.end - a.start))
    const piece = text.slice(cut - from, end - from)
    // A full stop alone is no target for a finger, and says nothing to a screen reader.
    const innermost = /[\p{L}\p{N}]/u.test(piece) ? marks.at(-1) : undefined
    const starting = marks.filter((mark) => mark.start === cut)
    return {
      text: piece,
      marks,
      innermost,
      opens: innermost !== undefined && starting.includes(innermost),
      refs: starting.filter((mark) => mark !== innermost),
    }
  })
}

/** The text by paragraphs, each in segments. */
export function segments(node: GraphNode, spans: readonly Placed[]): Segment[][] {
  const { text } = node.record.data as Statement
  let at = 0
  return text.split('\n').map((paragraph) => {
    const result = segmentsOf(paragraph, at, spans)
    at += paragraph.length + 1
    return result
  })
}
