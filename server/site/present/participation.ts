/** The table of participation of a treaty, and its reservations and acceptances, as recorded. */
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow } from '../../graph/questions.ts'
import type { Citation } from '../../kinds/kind.ts'
import type { Participation } from '../../kinds/participation.ts'
import type { Language } from '../language.ts'
import { partyTable, type TableAsk, WHOLE } from './party-table.ts'
import { type Presenter, present } from './presenter.ts'

interface Named {
  readonly text: string
  readonly url: string | undefined
}

/** More articles than these are named as the source names them, in one. */
const MAX_LINKED = 8

/** The articles of a row: one link with the words of the source, or a link for each. */
function articlesOf(article: string, nodes: readonly GraphNode[]): Named[] {
  if (nodes.length === 0 || nodes.length > MAX_LINKED) return [{ text: article, url: undefined }]
  const items = article.split(/,\s*/u)
  const isOneEach = items.length === nodes.length
  return nodes.map((node, at) => ({ text: isOneEach ? (items[at] ?? '') : node.citation, url: node.address }))
}

/** Reservations, or acceptances, of some States, each with links to what it concerns. */
function statementsOf<R extends { readonly state: Citation; readonly article: string }>(
  graph: Graph,
  rows: readonly R[] | undefined,
  to: (row: R) => readonly Citation[] | undefined,
  name: string,
) {
  const seen = new Set<GraphNode>()
  return (rows ?? []).map((row) => {
    const state = follow(graph, row.state)
    // Answers about binding lead to the first row of a State.
    const anchor = state && !seen.has(state) ? `${state.record.id}-${name}` : undefined
    if (state) seen.add(state)
    const nodes = (to(row) ?? []).flatMap((item) => follow(graph, item) ?? [])
    return { row, state, anchor, articles: articlesOf(row.article, nodes) }
  })
}

/** The table as a reader asks for it, with the reservations and acceptances of the States that it shows. */
export function presentPartyTable(graph: Graph, node: GraphNode, ask: TableAsk, language: Language) {
  const { t } = language
  const data = node.record.data as Participation
  const table = partyTable(graph, node, ask, language)
  const isShown = ({ state }: { readonly state: GraphNode | undefined }) =>
    table.page === 1 && (!table.isNarrowed || table.states.has(state))
  const reservationRows = statementsOf(graph, data.reservations, (row) => row.provisions, 'reservations').filter(isShown)
  const acceptanceRows = statementsOf(graph, data.acceptances, (row) => [row.accepts], 'acceptances').filter(isShown)
  return {
    table,
    reservationRows,
    acceptanceRows,
    sections: present(
      [true, 'states', t('States')],
      [reservationRows.length > 0, 'reservations', t('Reservations and declarations')],
      [acceptanceRows.length > 0, 'acceptances', t('Acceptances of complaint procedures')],
    ),
  }
}

/** The whole table of a treaty. */
export const presentParticipation: Presenter = (graph, node, _view, language) => ({
  treaty: follow(graph, (node.record.data as Participation).treaty),
  ...presentPartyTable(graph, node, WHOLE, language),
})
