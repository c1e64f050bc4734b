/** The graph into what the index holds: an entry for each node that can be found. */
import type { Graph } from '../graph/link.ts'
import { type GraphNode, labelOf } from '../graph/node.ts'

export interface Entry {
  /** The address, which identifies the node. */
  readonly id: string
  /** Address of the page it stands on. */
  readonly home: string
  readonly kind: string
  readonly title: string
  readonly citation: string
  /** What readers see as its name: the citation, unless that is an id. */
  readonly label: string
  readonly names: readonly string[]
  readonly terms: readonly string[]
  readonly keys: readonly string[]
  readonly facets: Readonly<Record<string, readonly string[]>>
  readonly text: string
}

function entryOf(node: GraphNode): Entry[] {
  const { search, names } = node.outline
  if (!search) return []
  const { kind, title, citation, address: id, home } = node
  return [
    {
      id,
      home: home.address,
      kind,
      title,
      citation,
      label: labelOf(node),
      names,
      terms: search.terms ?? [],
      keys: search.keys,
      facets: search.facets,
      text: search.text,
    },
  ]
}

const entriesOf = (node: GraphNode): Entry[] => [...entryOf(node), ...node.parts.flatMap(entriesOf)]

/** Markdown marks and cross-reference brackets are not part of what is found and shown. */
const plain = (text: string) =>
  text
    .replace(/\[\[([^\]]+)\]\]/gu, '$1')
    .replace(/\[([^\]]+)\]\([^)]+\)/gu, '$1')
    .replace(/[*_`]{1,2}/gu, '')

/** All entries, in the order of kinds and records. */
export const searchEntries = (graph: Graph): Entry[] =>
  graph.roots.flatMap(entriesOf).map((entry) => ({ ...entry, text: plain(entry.text) }))
