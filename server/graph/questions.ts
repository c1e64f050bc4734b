/** Questions that pages and, later, arguments ask of the graph. */
import type { Citation } from '../kinds/kind.ts'
import { resolveCitation } from './citation.ts'
import type { Graph, Link } from './link.ts'
import { type GraphNode, labelOf } from './node.ts'

/** The node that a citation of a linked record leads to; nothing, if the record has a fault there. */
export function follow(graph: Graph, citation: Citation): GraphNode | undefined {
  const { matches } = resolveCitation(graph.citations, citation.text)
  const { to } = citation.relation
  const fitting = to.length > 0 ? matches.filter((node) => to.includes(node.kind)) : matches
  return fitting.length === 1 ? fitting[0] : undefined
}

/** What a cross-reference in prose leads to, and what a reader is told it is: an id is put in the words of its title. */
export function referredTo(graph: Graph, text: string): { readonly node: GraphNode; readonly label: string } | undefined {
  const [node, other] = resolveCitation(graph.citations, text).matches
  return node && !other ? { node, label: text === node.record.id ? labelOf(node) : text } : undefined
}

/** Nodes that stand on the page of a node, itself first. */
export const onPage = (page: GraphNode): GraphNode[] => [page, ...page.parts.filter((part) => part.home === page).flatMap(onPage)]

/** Links from other pages to a page or to a place on it. */
export const linksToPage = (graph: Graph, page: GraphNode): Link[] =>
  onPage(page).flatMap((node) => (graph.to.get(node.address) ?? []).filter((link) => link.from.home !== page))

/** Links from a page, or a place on it, to other pages. */
export const linksFromPage = (graph: Graph, page: GraphNode): Link[] =>
  onPage(page).flatMap((node) => (graph.from.get(node.address) ?? []).filter((link) => link.to.home !== page))

/** Nodes that stand in a relation to a node, read from their end: `linkedBy(graph, claim, 'argues for')` are its arguments. */
export const linkedBy = (graph: Graph, node: GraphNode, verb: string): GraphNode[] => [
  ...new Set((graph.to.get(node.address) ?? []).filter((link) => link.verb === verb).map((link) => link.from)),
]

/** Nodes to which a node stands in a relation: `linkedTo(graph, argument, 'argues for')` is its claim. */
export const linkedTo = (graph: Graph, node: GraphNode, verb: string): GraphNode[] => [
  ...new Set((graph.from.get(node.address) ?? []).filter((link) => link.verb === verb).map((link) => link.to)),
]

/** Records of a kind, in the order of their files. */
export const recordsOf = (graph: Graph, kind: string): GraphNode[] => graph.roots.filter((node) => node.record.kind.name === kind)

/** How far what a node says was checked; nothing, for a kind of record that has no grade. */
export const gradeOf = (node: GraphNode): string | undefined =>
  node.outline.excerpt?.grade ?? (node.record.data as { readonly grade?: string }).grade
