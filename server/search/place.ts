/** What a citation can lead to, without the rest of the graph: enough to read citations where there are no records. */
import type { Citable } from '../graph/citation.ts'
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'

export interface Place extends Citable<Place> {
  readonly address: string
  readonly title: string
  /** Address of the page on which it stands. */
  readonly home: string
  /** Its words, or a gist of them. */
  readonly text: string
}

function placeOf({ address, kind, title, citation, home, parts, outline }: GraphNode): Place {
  const { names, pinpoint, pinpointEnd, excerpt, search } = outline
  const { quotes = [], gist = '' } = excerpt ?? {}
  // What can be found has its text in its entry.
  const text = search ? '' : [...quotes.map(({ words }) => words), gist].filter(Boolean).join('\n')
  const pin = { ...(pinpoint ? { pinpoint } : {}), ...(pinpointEnd ? { pinpointEnd } : {}) }
  return { address, kind, title, citation, home: home.address, text, outline: { names, ...pin }, parts: parts.map(placeOf) }
}

/** The place of each record, with those of its parts in it. */
export const placesOf = (graph: Graph): Place[] => graph.roots.map(placeOf)
