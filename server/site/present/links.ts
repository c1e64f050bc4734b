/** Links of a page in both directions, grouped by what they say and by the page at the far end. */
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, labelOf } from '../../graph/node.ts'
import { linksFromPage, linksToPage } from '../../graph/questions.ts'
import type { Language } from '../language.ts'
import type { Ref } from './frame.ts'
import { capital } from './terms.ts'

export interface LinkItem extends Ref {
  readonly home: GraphNode
  /** Whether its text is its title and not a citation. */
  readonly isName: boolean
  /** Places on the far page from which, or to which, the links go. */
  readonly places: readonly Ref[]
}

export interface LinkGroup {
  /** As the records have it: `interpreted by`. */
  readonly verb: string
  readonly heading: string
  readonly items: readonly LinkItem[]
}

/** A place as it reads behind the name of its page: `para 13`, `art 3(1)`, `P4`. */
export function placeOn(node: GraphNode): Ref {
  const { citation } = node.home
  return {
    url: node.address,
    text: node.citation.startsWith(citation) ? node.citation.slice(citation.length).replace(/^[\s/]+/u, '') : node.citation,
  }
}

function item(home: GraphNode, nodes: readonly GraphNode[]): LinkItem {
  const text = labelOf(home)
  const rest = home.title.startsWith(text) ? home.title.slice(text.length).replace(/^[:\s]+/u, '') : home.title
  return {
    url: home.address,
    home,
    isName: text === home.title,
    text,
    title: rest || undefined,
    places: [...new Set(nodes)].filter((node) => node !== home).map(placeOn),
  }
}

function grouped(ends: readonly { readonly verb: string; readonly far: GraphNode }[], { t }: Language): LinkGroup[] {
  const groups = new Map<string, Map<GraphNode, GraphNode[]>>()
  for (const { verb, far } of ends) {
    const pages = groups.get(verb) ?? new Map<GraphNode, GraphNode[]>()
    pages.set(far.home, [...(pages.get(far.home) ?? []), far])
    groups.set(verb, pages)
  }
  // A passing mention tells less than any other link.
  const last = (verb: string) => Number(verb.startsWith('mention'))
  const ordered = [...groups].sort(([a], [b]) => last(a) - last(b))
  return ordered.map(([verb, pages]) => ({
    verb,
    heading: capital(t(verb)),
    items: [...pages].map(([home, nodes]) => item(home, nodes)),
  }))
}

/** Links from elsewhere to this page, under the reverse of their verb: "Interpreted by". */
export const backlinks = (graph: Graph, page: GraphNode, language: Language): LinkGroup[] =>
  grouped(
    linksToPage(graph, page).map((link) => ({ verb: link.reverse, far: link.from })),
    language,
  )

/** Links from this page to elsewhere, under their verb: "Interprets". */
export const forwardLinks = (graph: Graph, page: GraphNode, language: Language): LinkGroup[] =>
  grouped(
    linksFromPage(graph, page).map((link) => ({ verb: link.verb, far: link.to })),
    language,
  )
