/** What a view of a node needs besides the shared parts. */
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import type { Language } from '../language.ts'
import type { ReadingView } from './evaluated.ts'
import type { Heading } from './frame.ts'

export interface Extra {
  readonly heading?: string
  readonly sections?: readonly Heading[]
  /** Scripts of the page, besides those that every page loads. */
  readonly scripts?: readonly string[]
  readonly [key: string]: unknown
}

/** `view` is the reading in which the page is shown; none, where no statement gives a State and a day. */
export type Presenter = (graph: Graph, node: GraphNode, view: ReadingView | undefined, language: Language) => Extra

/** Headings of those sections that the page has. */
export const present = (...sections: [boolean, string, string][]): Heading[] =>
  sections.flatMap(([shown, id, text]) => (shown ? [{ id, text }] : []))

/** The pages before and after a part of a record. */
export const siblings = (node: GraphNode) => {
  const all = (node.parent?.parts ?? []).filter((part) => part.outline.page)
  const at = all.indexOf(node)
  return { previous: all[at - 1], next: all[at + 1] }
}
