/** The graph into what the index holds: an entry for each node that can be found. */
import { type Citable, type CitationIndex, findCited } from '../graph/citation.ts'
import type { Graph } from '../graph/link.ts'
import { type GraphNode, labelOf } from '../graph/node.ts'
import { linksFromPage, linksToPage } from '../graph/questions.ts'

/** What the links of a page say of everything on it. */
interface Standing {
  /** Address of the page. */
  readonly home: string
  /** Links that lead to it from other pages: what is relied on often is asked for often. */
  readonly cited: number
  /** Addresses of the pages that it is linked with, either way, and by how many links. */
  readonly related: ReadonlyMap<string, number>
}

export interface Entry extends Standing {
  /** The address, which identifies the node. */
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly citation: string
  /** What readers see as its name: the citation, unless that is an id. */
  readonly label: string
  readonly names: readonly string[]
  /** Other words in which people ask about it; searched, never shown. */
  readonly terms: readonly string[]
  readonly keys: readonly string[]
  readonly facets: Readonly<Record<string, readonly string[]>>
  readonly text: string
}

/** An article stands closer to its treaty than to a page that mentions it once. */
const LINKS_TO_WHOLE = 3

function standingOf(graph: Graph, page: GraphNode): Standing {
  const related = new Map<string, number>()
  const relate = (far: GraphNode, links: number) => related.set(far.address, (related.get(far.address) ?? 0) + links)
  const incoming = linksToPage(graph, page)
  for (const link of incoming) relate(link.from.home, 1)
  for (const link of linksFromPage(graph, page)) relate(link.to.home, 1)
  for (const part of page.parts) if (part.home === part) relate(part, 1)
  if (page.parent) relate(page.parent.home, LINKS_TO_WHOLE)
  return { home: page.address, cited: incoming.length, related }
}

/** Text without Markdown marks and the brackets of cross-references. */
const plain = (text: string) =>
  text
    .replace(/\[\[([^\]]+)\]\]/gu, '$1')
    .replace(/\[([^\]]+)\]\([^)]+\)/gu, '$1')
    .replace(/[*_`]{1,2}/gu, '')

/** Facets whose values name a record. */
const NAMING: ReadonlySet<string> = new Set(['treaty', 'state'])

/** The one value of a facet for all ways to name a record: `China` for `CHN`. */
export function facetValue<N extends Citable<N>>(citations: CitationIndex<N>, facet: string, value: string): string {
  const [node, other] = NAMING.has(facet) ? findCited(citations, value) : []
  return node && !other ? node.citation : value
}

/** Facets of a node and of its page: a paragraph is of the body and the State of its document. */
function facetsOf(graph: Graph, node: GraphNode): Entry['facets'] {
  const facets = { ...node.home.outline.search?.facets, ...node.outline.search?.facets }
  return Object.fromEntries(
    Object.entries(facets).map(([facet, values]) => [facet, values.map((value) => facetValue(graph.citations, facet, value))]),
  )
}

function entryOf(graph: Graph, node: GraphNode, standing: Standing): Entry[] {
  const { search, names } = node.outline
  if (!search) return []
  const { kind, title, citation, address: id } = node
  const { keys, terms = [], text } = search
  const facets = facetsOf(graph, node)
  return [{ ...standing, id, kind, title, citation, label: labelOf(node), names, terms, keys, facets, text: plain(text) }]
}

function entriesBelow(graph: Graph, node: GraphNode, above: Standing | undefined): Entry[] {
  const standing = above && above.home === node.home.address ? above : standingOf(graph, node.home)
  return [...entryOf(graph, node, standing), ...node.parts.flatMap((part) => entriesBelow(graph, part, standing))]
}

/** All entries, in the order of the records. */
export const searchEntries = (graph: Graph): Entry[] => graph.roots.flatMap((root) => entriesBelow(graph, root, undefined))
