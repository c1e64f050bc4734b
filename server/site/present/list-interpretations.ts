/** How interpretations are listed: by body, by year, by the provision that they interpret, or by kind of text. */
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, labelOf } from '../../graph/node.ts'
import { follow, onPage } from '../../graph/questions.ts'
import type { Interpretation } from '../../kinds/interpretation.ts'
import { message } from '../language.ts'
import type { Site } from '../site.ts'
import { type Grouping, inGroups, type ListAsk, type ListGroup, type ListItem } from './grouping.ts'
import { placeOn } from './links.ts'
import { asWritten } from './names.ts'
import { capital, isTerm, term, termHtml } from './terms.ts'

const LABELS = { body: message('Body'), year: message('Year'), provision: message('Provision'), kind: message('Kind of text') } as const

export type By = keyof typeof LABELS

/** Ways in which interpretations can be grouped. */
export const WAYS = Object.keys(LABELS) as By[]

const isWay = (text: string | undefined): text is By => text !== undefined && Object.hasOwn(LABELS, text)

const dataOf = (node: GraphNode) => node.record.data as Interpretation

function itemOf({ graph, language }: Site, node: GraphNode, by: By): ListItem {
  const { t } = language
  const data = dataOf(node)
  const successor = data.supersededBy && follow(graph, data.supersededBy)
  const superseded = successor
    ? [
        {
          url: successor.address,
          text: language.rich('Superseded by {text}', { text: { html: asWritten(language, labelOf(successor)) } }),
        },
      ]
    : [t('Superseded')]
  return {
    url: node.address,
    text: node.title,
    node,
    of: [
      node.title.includes(node.citation) ? '' : asWritten(language, node.citation),
      by === 'body' ? '' : termHtml(language, data.body),
      data.date === undefined || (by === 'year' && data.date.length === 4) ? '' : language.day(data.date),
    ]
      .filter(Boolean)
      .join(' · '),
    marks: [...(data.status === 'superseded' ? superseded : []), ...(data.afterStatement ? [t('Later than the statement')] : [])],
    grade: data.grade,
  }
}

const UNDATED = message('No date recorded')

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

function byProvision(site: Site, nodes: readonly GraphNode[]): ListGroup[] {
  const pages = interpretedBy(site.graph, nodes)
  const isNorm = ({ kind }: GraphNode) => Number(kind === 'norm')
  const ordered = [...pages].sort(([a], [b]) => isNorm(a) - isNorm(b) || site.language.compare(headingOf(a), headingOf(b)))
  const named = new Set([...pages.values()].flatMap((documents) => [...documents.keys()]))
  const others = nodes.filter((node) => !named.has(node))
  const groups = ordered.map(([page, documents]) => ({
    heading: headingOf(page),
    isWritten: true,
    url: page.address,
    items: [...documents]
      .sort(([a], [b]) => byDay(a, b))
      .map(([node, parts]) => ({
        ...itemOf(site, node, 'provision'),
        places: [...new Set(parts)].filter((part) => part !== node).map(placeOn),
      })),
  }))
  if (others.length === 0) return groups
  return [...groups, { heading: site.language.t('No provision named'), items: others.map((node) => itemOf(site, node, 'provision')) }]
}

const HEADINGS: Readonly<Record<Exclude<By, 'provision'>, (node: GraphNode) => string>> = {
  body: (node) => dataOf(node).body,
  year: (node) => dataOf(node).date?.slice(0, 4) ?? UNDATED,
  kind: (node) => dataOf(node).kind,
}

function grouped(site: Site, nodes: readonly GraphNode[], by: By): ListGroup[] {
  if (by === 'provision') return byProvision(site, nodes)
  const { language } = site
  const groups = inGroups([...nodes].sort(byDay), HEADINGS[by])
  // The newest year first, since that is what a reader who asks for years looks for.
  const sign = by === 'year' ? -1 : 1
  return groups
    .map(([word, items]) => ({
      word,
      heading: word === UNDATED ? language.t(UNDATED) : capital(term(language, word)),
      isWritten: !isTerm(word) && by !== 'year',
      items,
    }))
    .sort((a, b) => Number(a.word === UNDATED) - Number(b.word === UNDATED) || sign * language.compare(a.heading, b.heading))
    .map(({ items, word: _word, ...group }) => ({ ...group, items: items.map((node) => itemOf(site, node, by)) }))
}

/** Interpretations in the groups that the reader asks for; by body, if none. */
export function groupInterpretations({ site, nodes, by }: ListAsk): Grouping {
  const way = isWay(by) ? by : 'body'
  return {
    groups: grouped(site, nodes, way),
    picks: WAYS.map((one) => ({
      label: site.language.t(LABELS[one]),
      url: one === 'body' ? '/interpretations' : `/interpretations?by=${one}`,
      current: one === way,
      sign: '',
    })),
  }
}
