/** A statement as a text to read: cut at every boundary of a claim, with the claims that hold each piece. */
import { influences } from '../../argument/influence.ts'
import type { Outcome } from '../../argument/label.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import type { Claim, Statement } from '../../kinds/statement.ts'
import { named, type ReadingView, withoutChoices } from './evaluated.ts'
import { type Presenter, present } from './presenter.ts'
import { choosing, readingUrl } from './what-if.ts'

export interface Mark {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly type: Claim['type']
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

interface Placed extends Mark {
  readonly start: number
  readonly end: number
}

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

function placedSpans(node: GraphNode): Placed[] {
  const data = node.record.data as Statement
  const spans = data.claims.flatMap((claim, index) =>
    (claim.spans ?? []).map(({ start, end }, at) => ({
      id: claim.id,
      url: node.parts[index]?.address ?? '',
      title: claim.title,
      type: claim.type,
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
export function segments(node: GraphNode): Segment[][] {
  const spans = placedSpans(node)
  const { text } = node.record.data as Statement
  let at = 0
  return text.split('\n').map((paragraph) => {
    const result = segmentsOf(paragraph, at, spans)
    at += paragraph.length + 1
    return result
  })
}

export interface ListedClaim {
  readonly url: string
  readonly id: string
  readonly title: string
  readonly type: Claim['type']
  /** Whether it is part of another claim. */
  readonly sub: boolean
  readonly outcome: Outcome | undefined
  /** Its outcome by default, where the reading changes it. */
  readonly before: Outcome | undefined
}

/** The claims in the order of the record, with their outcome in a reading; the address of each keeps the reading. */
export const listedClaims = (node: GraphNode, view: ReadingView | undefined): ListedClaim[] =>
  (node.record.data as Statement).claims.map((claim, index) => {
    const outcome = view?.evaluation.claims.get(claim.id)?.outcome
    const before = view?.baseline.claims.get(claim.id)?.outcome
    const address = node.parts[index]?.address ?? ''
    return {
      url: view ? readingUrl(address, view.parameters) : address,
      id: claim.id,
      title: claim.title,
      type: claim.type,
      sub: claim.parent !== undefined,
      outcome,
      before: before === outcome ? undefined : before,
    }
  })

const OUTCOMES: readonly Outcome[] = ['stands', 'contested', 'fails', 'no argument']

/** How many claims have each outcome. */
const tallyOf = (node: GraphNode, view: ReadingView | undefined) =>
  OUTCOMES.map((outcome) => ({ outcome, count: listedClaims(node, view).filter((claim) => claim.outcome === outcome).length }))

/** The words of a claim; those of its parent, if it has none of its own. */
export function wordsOf(statement: Statement, claim: Claim): string[] {
  const spans = claim.spans ?? statement.claims.find((other) => other.id === claim.parent)?.spans ?? []
  return spans.map((span) => span.quote)
}

/** More turning points than these would be a list of all. */
const SHOWN_TURNING_POINTS = 8

/** The single changes that alter the outcome of most claims, each as an address that makes it. */
const turningPoints = (graph: Graph, node: GraphNode, view: ReadingView) =>
  influences(view.evaluation.framework, view.isChoice)
    .slice(0, SHOWN_TURNING_POINTS)
    .map(({ what, id, claims }) => ({
      what,
      id,
      claims,
      ...named(graph, id),
      seeUrl: readingUrl(node.address, choosing(withoutChoices(view.parameters), id, what)),
    }))

/** The statement: its text in segments, its claims in order. */
export const presentStatement: Presenter = (graph, node, view) => {
  const data = node.record.data as Statement
  return {
    paragraphs: segments(node),
    claims: listedClaims(node, view),
    tally: tallyOf(node, view),
    turning: view ? turningPoints(graph, node, view) : [],
    sections: present(
      [true, 'text', 'Text'],
      [true, 'claims', 'Claims in order'],
      [view !== undefined, 'turning', 'What most claims turn on'],
      [data.annotations !== undefined, 'annotations', 'Where it is imprecise'],
      [data.unverified !== undefined, 'unverified', 'Not yet verified'],
    ),
  }
}
