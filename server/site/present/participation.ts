/** The table of participation of a treaty, and its reservations and acceptances, as recorded. */
import type { GraphNode } from '../../graph/node.ts'
import { follow } from '../../graph/questions.ts'
import type { Citation } from '../../kinds/kind.ts'
import type { Participation } from '../../kinds/participation.ts'
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

/** The table of a treaty. */
export const presentParticipation: Presenter = (graph, node) => {
  const data = node.record.data as Participation
  const statements = <R extends { readonly state: Citation; readonly article: string }>(
    rows: readonly R[] | undefined,
    to: (row: R) => readonly Citation[] | undefined,
    name: string,
  ) => {
    const seen = new Set<GraphNode>()
    return (rows ?? []).map((row) => {
      const state = follow(graph, row.state)
      // Answers about binding lead to the first row of a State.
      const anchor = state && !seen.has(state) ? `${state.record.id}-${name}` : undefined
      if (state) seen.add(state)
      return {
        row,
        state,
        anchor,
        articles: articlesOf(
          row.article,
          (to(row) ?? []).flatMap((item) => follow(graph, item) ?? []),
        ),
      }
    })
  }
  return {
    treaty: follow(graph, data.treaty),
    rows: data.states.map((row) => ({ row, state: follow(graph, row.state) })),
    reservationRows: statements(data.reservations, (row) => row.provisions, 'reservations'),
    acceptanceRows: statements(data.acceptances, (row) => [row.accepts], 'acceptances'),
    sections: present(
      [true, 'states', 'States'],
      [data.reservations !== undefined, 'reservations', 'Reservations and declarations'],
      [data.acceptances !== undefined, 'acceptances', 'Acceptances of complaint procedures'],
    ),
  }
}
