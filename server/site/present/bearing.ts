/** What bears on a provision or a norm: who reads it, and which claims rest on it. */
import type { Outcome } from '../../argument/label.ts'
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, partData } from '../../graph/node.ts'
import { linkedTo, linksToPage } from '../../graph/questions.ts'
import type { Interpretation } from '../../kinds/interpretation.ts'
import type { Claim } from '../../kinds/statement.ts'
import type { ReadingView } from './evaluated.ts'
import type { Ref } from './frame.ts'
import { placeOn } from './links.ts'
import { readingUrl } from './what-if.ts'

export interface Reader {
  readonly node: GraphNode
  readonly weight: string
  readonly isSuperseded: boolean
  readonly grade: string
  /** Paragraphs that interpret it. */
  readonly places: readonly Ref[]
}

/** Kinds of text in the order in which a reader looks for them; others come last, and what is superseded behind all. */
const ORDER: readonly Interpretation['kind'][] = ['general comment', 'views', 'concluding observations', 'judgment', 'advisory opinion']

function placeInOrder({ record }: GraphNode): number {
  const { kind, status } = record.data as Interpretation
  const at = ORDER.indexOf(kind)
  return status === 'superseded' ? ORDER.length + 1 : at < 0 ? ORDER.length : at
}

/** Documents that interpret a page, each with its paragraphs. */
export function readersOf(graph: Graph, page: GraphNode): Reader[] {
  const places = new Map<GraphNode, Set<GraphNode>>()
  for (const { verb, from } of linksToPage(graph, page)) {
    if (verb !== 'interprets') continue
    const known = places.get(from.home) ?? new Set()
    places.set(from.home, from === from.home ? known : known.add(from))
  }
  return [...places]
    .sort(([a], [b]) => placeInOrder(a) - placeInOrder(b))
    .map(([node, parts]) => {
      const { weight, status, grade } = node.record.data as Interpretation
      const inOrder = node.parts.filter((part) => parts.has(part))
      return { node, weight, isSuperseded: status === 'superseded', grade, places: inOrder.map(placeOn) }
    })
}

export interface RestingClaim {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly outcome: Outcome | undefined
}

/** Claims that rest on a page, by themselves or through an argument that takes its rule from there; in the order of their statement. */
export function claimsOn(graph: Graph, page: GraphNode, view: ReadingView | undefined): RestingClaim[] {
  const found = new Set(
    linksToPage(graph, page).flatMap(({ verb, from }) => {
      if (verb === 'rests on' && from.kind === 'claim') return [from]
      return verb === 'is warranted by' || verb === 'applies' ? linkedTo(graph, from, 'argues for') : []
    }),
  )
  const inOrder = [...new Set([...found].flatMap((claim) => claim.parent?.parts ?? []))].filter((claim) => found.has(claim))
  return inOrder.map((claim) => ({
    id: claim.citation,
    title: (partData(claim) as Claim).title,
    url: view ? readingUrl(claim.address, view.parameters) : claim.address,
    outcome: view?.evaluation.claims.get(claim.citation)?.outcome,
  }))
}
