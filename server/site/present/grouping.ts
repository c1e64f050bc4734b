/** What the list of a kind is made of: items in groups, and the tools with which each kind makes its own. */
import type { GraphNode } from '../../graph/node.ts'
import type { Site } from '../site.ts'
import type { Answered } from './binding.ts'
import type { Ref } from './frame.ts'
import type { Pick } from './what-if.ts'

export interface ListItem extends Ref {
  /** What it is called by its own name in the reader's language; where it is none, `text` is what the record says. */
  readonly node?: GraphNode
  /** In small letters behind the name, as HTML: a citation, a date, a scheme. */
  readonly of?: string | undefined
  /** A sentence below, as HTML. */
  readonly line?: string | undefined
  /** What a reader must know before relying on it, such as that it is superseded. */
  readonly marks?: readonly (Ref | string)[]
  readonly grade?: string | undefined
  /** Places in the record, such as the paragraphs that interpret a provision. */
  readonly places?: readonly Ref[]
  /** Whether it is a form of the item above. */
  readonly sub?: boolean
  /** Cells of the row, where the group is a table. */
  readonly row?: {
    readonly adopted: string
    readonly inForce: string | undefined
    readonly parties: (Ref & { readonly asOf: string }) | undefined
    readonly answer: (Answered & { readonly url: string }) | undefined
  }
}

export interface ListGroup {
  readonly heading: string
  /** Whether the heading has the words of a record. */
  readonly isWritten?: boolean
  /** Id of what the group is about, such as a claim. */
  readonly id?: string
  readonly url?: string | undefined
  /** How the items are shown: one below the other, in columns, or as a table. */
  readonly as?: 'columns' | 'table'
  readonly items: readonly ListItem[]
}

export interface Grouping {
  readonly groups: readonly ListGroup[]
  /** Links to the same list in other groups. */
  readonly picks?: readonly Pick[]
  /** A sentence that says what the list shows besides. */
  readonly note?: string
}

/** What a list is made from. */
export interface ListAsk {
  readonly site: Site
  readonly nodes: readonly GraphNode[]
  /** By what the reader wants it grouped; the kind's own way, if nothing. */
  readonly by: string | undefined
}

/** A name, and a citation behind it where that tells more. */
export const itemOf = (node: GraphNode): ListItem => ({
  url: node.address,
  text: node.title,
  node,
  of: !node.title.includes(node.citation) && node.citation !== node.record.id ? node.citation : undefined,
})

/** Some things under the headings that each of them has, in the order in which the headings come. */
export function inGroups<T>(list: readonly T[], headingOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const item of list) groups.set(headingOf(item), [...(groups.get(headingOf(item)) ?? []), item])
  return [...groups]
}
