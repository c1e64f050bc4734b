/** Records into one frozen graph: every citation resolved, every link known from both of its ends. */
import { Citation, type Finding, type LookUp, type Path, type Relation } from '../kinds/kind.ts'
import { type CitationIndex, headKey, indexCitations, resolveCitation } from './citation.ts'
import { type GraphNode, growNodes, partAt } from './node.ts'
import type { Problem } from './problem.ts'
import type { LoadedRecord } from './validate.ts'
import type { Position } from './yaml.ts'

export interface Link {
  readonly from: GraphNode
  readonly to: GraphNode
  readonly verb: string
  readonly reverse: string
  /** The citation as the record writes it. */
  readonly text: string
}

export interface Graph {
  readonly records: readonly LoadedRecord[]
  /** The node of each record, in the order of kinds and files. */
  readonly roots: readonly GraphNode[]
  /** Every node by its address. */
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly citations: CitationIndex
  readonly links: readonly Link[]
  /** Links that start from a node, by its address. */
  readonly from: ReadonlyMap<string, readonly Link[]>
  /** Links that end at a node, by its address. */
  readonly to: ReadonlyMap<string, readonly Link[]>
}

const problemAt = (record: LoadedRecord, finding: Finding, place = record.document.valueAt(finding.path)): Problem => ({
  file: record.file,
  ...place,
  message: finding.message,
  severity: finding.severity ?? 'error',
})

const MENTION: Relation = Object.freeze({ verb: 'mentions', reverse: 'mentioned in', to: [] })

/** `[[CAT art 3(1)]]` in running text is a cross-reference like any other. */
export const MENTIONED = /\[\[([^[\]\n]+)\]\]/gu

/** Walks plain data and yields every citation in it with its path. */
function* citationsIn(value: unknown, path: Path = []): Generator<[Citation, Path]> {
  if (value instanceof Citation) yield [value, path]
  else if (typeof value === 'string') for (const [, text = ''] of value.matchAll(MENTIONED)) yield [new Citation(text, MENTION), path]
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* citationsIn(item, [...path, index])
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* citationsIn(item, [...path, key])
}

const placeOf = ({ document }: LoadedRecord, { relation, text }: Citation, path: Path): Position =>
  relation === MENTION ? document.wordsAt(path, `[[${text}]]`) : document.valueAt(path)

const listed = (nodes: readonly GraphNode[]) => nodes.map((node) => node.citation).join('; ')

function explainMiss(citation: Citation, near: readonly GraphNode[]): string {
  const [only] = near
  const places = only?.parts.map((part) => part.citation) ?? []
  if (near.length === 1 && places.length > 0 && /\d|¶/u.test(citation.text) && citation.text.length > (only?.citation.length ?? 0)) {
    return `cites ${JSON.stringify(citation.text)}, but ${only?.citation} has no such place; it has: ${places.slice(0, 12).join('; ')}${places.length > 12 ? ' …' : ''}`
  }
  return `cites ${JSON.stringify(citation.text)}, which is not in the records${near.length > 0 ? `; did you mean ${listed(near)}?` : ''}`
}

type Target = { readonly node: GraphNode } | { readonly fault: string }

function target(index: CitationIndex, citation: Citation): Target {
  const { matches, near } = resolveCitation(index, citation.text)
  const { to } = citation.relation
  const fitting = to.length > 0 ? matches.filter((node) => to.includes(node.kind)) : matches
  const [node] = fitting
  if (fitting.length > 1) return { fault: `cites ${JSON.stringify(citation.text)}, which can mean: ${listed(fitting)}` }
  if (node) return { node }
  const [wrong] = matches
  if (wrong) return { fault: `cites ${JSON.stringify(citation.text)}, which is of the kind ${wrong.kind}; expected ${to.join(' or ')}` }
  return { fault: explainMiss(citation, to.length > 0 ? near.filter((item) => to.includes(item.kind) || item.parts.length > 0) : near) }
}

function explainDouble(node: GraphNode, first: GraphNode): string {
  const there = `${first.record.file}:${first.record.document.valueAt(first.outline.path).line}`
  return node.citation === first.citation
    ? `${node.citation} is there twice; the first is at ${there}`
    : `${node.citation} has the address ${node.address}, like ${first.citation} at ${there}`
}

function duplicates(roots: readonly GraphNode[], seen: Map<string, GraphNode>): Problem[] {
  const problems: Problem[] = []
  const add = (node: GraphNode) => {
    const first = seen.get(node.address)
    if (first) problems.push(problemAt(node.record, { path: node.outline.path, message: explainDouble(node, first) }))
    else seen.set(node.address, node)
    node.parts.forEach(add)
  }
  roots.forEach(add)
  return problems
}

/** Two nodes that are written alike could never be told apart by a citation. */
function doubleCitations(nodes: Iterable<GraphNode>): Problem[] {
  const seen = new Map<string, GraphNode>()
  const problems: Problem[] = []
  for (const node of nodes) {
    const key = headKey(node.citation)
    const first = seen.get(key)
    if (first)
      problems.push(problemAt(node.record, { path: node.outline.path, message: `is cited as ${node.citation}, like ${first.address}` }))
    else seen.set(key, node)
  }
  return problems
}

/** What to say of a link to something that another record supersedes. */
function explainSuperseded({ from, to, verb }: Link): string | undefined {
  const successor = to.home.outline.supersededBy
  if (!successor || verb === 'superseded by' || from.home === to.home) return undefined
  return `cites ${to.citation}, which ${successor.text} supersedes`
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const item of Object.values(value)) freeze(item)
  }
  return value
}

const group = (links: readonly Link[], end: (link: Link) => GraphNode) => {
  const groups = new Map<string, Link[]>()
  for (const link of links) groups.set(end(link).address, [...(groups.get(end(link).address) ?? []), link])
  return groups
}

export interface Linked {
  readonly graph: Graph
  readonly problems: readonly Problem[]
}

/** Links records. What cannot be linked is left out of the graph and reported. */
export function linkRecords(records: readonly LoadedRecord[]): Linked {
  const roots = records.map(growNodes)
  const nodes = new Map<string, GraphNode>()
  const problems = duplicates(roots, nodes)
  problems.push(...doubleCitations(nodes.values()))
  const index = indexCitations(roots)
  const links: Link[] = []
  for (const root of roots) {
    for (const [citation, path] of citationsIn(root.record.data)) {
      const report = (message: string, severity: Problem['severity']) =>
        problems.push(problemAt(root.record, { path, message, severity }, placeOf(root.record, citation, path)))
      const found = target(index, citation)
      if ('fault' in found) {
        report(found.fault, 'error')
        continue
      }
      const { verb, reverse } = citation.relation
      const link = { from: partAt(root, path), to: found.node, verb, reverse, text: citation.text }
      links.push(link)
      const warning = explainSuperseded(link)
      if (warning) report(warning, 'warning')
    }
  }
  const look: LookUp = {
    find: (citation) => {
      const found = target(index, citation)
      return 'node' in found ? { kind: found.node.kind, data: found.node.record.data } : undefined
    },
  }
  for (const record of records) {
    for (const finding of record.kind.check?.(record.data, look) ?? []) problems.push(problemAt(record, finding))
    freeze(record.data)
  }
  const graph: Graph = Object.freeze({
    records,
    roots,
    nodes,
    citations: index,
    links,
    from: group(links, (link) => link.from),
    to: group(links, (link) => link.to),
  })
  return { graph, problems }
}
