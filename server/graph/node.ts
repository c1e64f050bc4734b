/** A node of the graph: a record, or a part of one that can be cited, linked to and found. */
import type { Outline, Path } from '../kinds/kind.ts'
import type { LoadedRecord } from './validate.ts'

export interface GraphNode {
  /** Permanent address on the site, `/treaties/cat/3#p1`; unique, so it also identifies the node. */
  readonly address: string
  readonly kind: string
  readonly title: string
  readonly citation: string
  /** Node on whose page this one stands: itself, if it has a page. */
  readonly home: GraphNode
  readonly parent: GraphNode | undefined
  readonly parts: readonly GraphNode[]
  readonly outline: Outline
  readonly record: LoadedRecord
}

interface Growing extends Omit<GraphNode, 'home' | 'parts'> {
  home: GraphNode
  parts: GraphNode[]
}

function grow(record: LoadedRecord, outline: Outline, parent: GraphNode | undefined, base: string): GraphNode {
  const address = outline.page ? `${base}/${outline.slug}` : `${base}#${outline.slug}`
  const node = {
    address,
    kind: outline.kind,
    title: outline.title,
    citation: outline.citation,
    parent,
    outline,
    record,
    parts: [],
  } as unknown as Growing
  node.home = outline.page || parent === undefined ? node : parent.home
  node.parts = outline.parts.map((part) => grow(record, part, node, node.home.address))
  return node
}

/** The nodes of a record, parts below their whole. */
export const growNodes = (record: LoadedRecord): GraphNode =>
  grow(record, record.kind.outline(record.data), undefined, `/${record.kind.folder}`)

/** The value in the record that a node stands for. */
export function partData(node: GraphNode): unknown {
  return node.outline.path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], node.record.data)
}

/** The innermost part of a record that holds a path. */
export function partAt(node: GraphNode, path: Path): GraphNode {
  const inside = node.parts.find((part) => part.outline.path.every((step, index) => step === path[index]))
  return inside ? partAt(inside, path) : node
}

/** What a page calls a node: its citation, or its title where the citation is an id that only editors know. */
export const labelOf = (node: GraphNode): string => (node.citation === node.record.id ? node.title : node.citation)

/** The node of the whole record to which a part belongs. */
export const rootOf = (node: GraphNode): GraphNode => (node.parent ? rootOf(node.parent) : node)
