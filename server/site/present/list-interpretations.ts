/** How interpretations are listed: by body, by year, by the provision that they interpret, or by kind of text. */
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, labelOf } from '../../graph/node.ts'
import { follow, onPage } from '../../graph/questions.ts'
import type { Interpretation } from '../../kinds/interpretation.ts'
import { days } from './days.ts'
import { type Grouping, inGroups, type ListAsk, type ListGroup, type ListItem } from './grouping.ts'
import { placeOn } from './links.ts'

const LABELS = { body: 'Body', year: 'Year', provision: 'Provision', kind: 'Kind of text' } as const

export type By = keyof typeof LABELS

/** Ways in which interpretations can be grouped. */
export const WAYS = Object.keys(LABELS) as By[]

const isWay = (text: string | undefined): text is By => text !== undefined && Object.hasOwn(LABELS, text)

const alphabet = new Intl.Collator('en', { numeric: true })

const dataOf = (node: GraphNode) => node.record.data as Interpretation

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function itemOf(graph: Graph, node: GraphNode, by: By): ListItem {
  const data = dataOf(node)
  const successor = data.supersededBy && follow(graph, data.supersededBy)
  const superseded = successor ? [{ url: successor.address, text: `Superseded by ${labelOf(successor)}` }] : ['Superseded']
  return {
    url: node.address,
    text: node.title,
    of: [
      node.title.includes(node.citation) ? '' : node.citation,
      by === 'body' ? '' : data.body,
      data.date === undefined || (by === 'year' && data.date.length === 4) ? '' : days(data.date),
    ]
      .filter(Boolean)
      .join(' · '),
    marks: [...(data.status === 'superseded' ? superseded : []), ...(data.afterStatement ? ['Later than the statement'] : [])],
    grade: data.grade,
  }
}

const UNDATED = 'No date recorded'

/** What has no date stands after what has one. */
const byDay = (a: GraphNode, b: GraphNode) => ((dataOf(a).date ?? UNDATED) < (dataOf(b).date ?? UNDATED) ? -1 : 1)

/** What a document, or a passage of it, says that it interprets: the page of the article, treaty or norm, with the places in the document. */
function interpretedBy(graph: Graph, nodes: readonly GraphNode[]): Map<GraphNode, Map<GraphNode, GraphNode[]>> {
  const pages = new Map<GraphNode, Map<GraphNode, GraphNode[]>>()
  for (const node of nodes) {
    for (const part of onPage(node)) {
      for (const { to } of (graph.from.get(part.address) ?? []).filter(({ verb }) => verb === 'interprets')) {
        const documents = pages.get(to.home) ?? new Map<GraphNode, GraphNode[]>()
        documents.set(node, [...(documents.get(node) ?? []), part])
        pages.set(to.home, documents)
      }
    }
  }
  return pages
}

const headingOf = (page: GraphNode) => (page.kind === 'norm' ? page.title : page.citation)

function byProvision(graph: Graph, nodes: readonly GraphNode[]): ListGroup[] {
  const pages = interpretedBy(graph, nodes)
  const isNorm = ({ kind }: GraphNode) => Number(kind === 'norm')
  const ordered = [...pages].sort(([a], [b]) => isNorm(a) - isNorm(b) || alphabet.compare(headingOf(a), headingOf(b)))
  const named = new Set([...pages.values()].flatMap((documents) => [...documents.keys()]))
  const others = nodes.filter((node) => !named.has(node))
  const groups = ordered.map(([page, documents]) => ({
    heading: headingOf(page),
    url: page.address,
    items: [...documents]
      .sort(([a], [b]) => byDay(a, b))
      .map(([node, parts]) => ({
        ...itemOf(graph, node, 'provision'),
        places: [...new Set(parts)].filter((part) => part !== node).map(placeOn),
      })),
  }))
  if (others.length === 0) return groups
  return [...groups, { heading: 'No provision named', items: others.map((node) => itemOf(graph, node, 'provision')) }]
}

const HEADINGS: Readonly<Record<Exclude<By, 'provision'>, (node: GraphNode) => string>> = {
  body: (node) => dataOf(node).body,
  year: (node) => dataOf(node).date?.slice(0, 4) ?? UNDATED,
  kind: (node) => capital(dataOf(node).kind),
}

function grouped(graph: Graph, nodes: readonly GraphNode[], by: By): ListGroup[] {
  if (by === 'provision') return byProvision(graph, nodes)
  const groups = inGroups([...nodes].sort(byDay), HEADINGS[by])
  // The newest year first, since that is what a reader who asks for years looks for.
  const sign = by === 'year' ? -1 : 1
  return groups
    .sort(([a], [b]) => Number(a === UNDATED) - Number(b === UNDATED) || sign * alphabet.compare(a, b))
    .map(([heading, items]) => ({ heading, items: items.map((node) => itemOf(graph, node, by)) }))
}

/** Interpretations in the groups that the reader asks for; by body, if none. */
export function groupInterpretations({ site, nodes, by }: ListAsk): Grouping {
  const way = isWay(by) ? by : 'body'
  return {
    groups: grouped(site.graph, nodes, way),
    picks: WAYS.map((one) => ({
      label: LABELS[one],
      url: one === 'body' ? '/interpretations' : `/interpretations?by=${one}`,
      current: one === way,
      sign: '',
    })),
  }
}
