/** A node as another page cites it: its name, its words or a gist of them, how far they were checked. */
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow } from '../../graph/questions.ts'
import type { Citation, Excerpt } from '../../kinds/kind.ts'

export interface Authority {
  readonly url: string
  readonly citation: string
  readonly title: string
  readonly kind: string
  /** The page on which it stands. */
  readonly home: GraphNode
  readonly excerpt: Excerpt | undefined
}

export const authority = (node: GraphNode): Authority => ({
  url: node.address,
  citation: node.citation,
  title: node.home.title,
  home: node.home,
  kind: node.kind,
  excerpt: node.outline.excerpt,
})

/** Authorities that a list of citations names, without those that lead nowhere. */
export const authorities = (graph: Graph, citations: readonly Citation[] | undefined): Authority[] =>
  (citations ?? []).flatMap((citation) => {
    const node = follow(graph, citation)
    return node ? [authority(node)] : []
  })
