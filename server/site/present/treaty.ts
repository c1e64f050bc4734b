/** Treaties and their articles. */
import { tableOf } from '../../argument/acts.ts'
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, partData } from '../../graph/node.ts'
import { follow } from '../../graph/questions.ts'
import type { Participation } from '../../kinds/participation.ts'
import type { Article, Treaty } from '../../kinds/treaty.ts'
import { surveyedStates } from './ask-form.ts'
import { claimsOn, readersOf } from './bearing.ts'
import { bindingPanel } from './binding.ts'
import { isParty } from './party-table.ts'
import { type Presenter, present, siblings } from './presenter.ts'

/** The States that a reader of these claims looks for first, with their rows, and how many others there are. */
function participationIn(graph: Graph, node: GraphNode, respondent: GraphNode | undefined) {
  const table = tableOf(graph, node)
  if (table === undefined) return undefined
  const { states, asOf } = table.record.data as Participation
  const shown = new Set([...(respondent ? [respondent] : []), ...surveyedStates(graph)])
  const rows = states.map((row) => ({ row, state: follow(graph, row.state) }))
  return {
    table,
    asOf,
    parties: states.filter(isParty).length,
    rows: [...shown].map((state) => ({ state, row: rows.find((item) => item.state === state)?.row })),
  }
}

/** A treaty: its articles, and whether it binds the State of the reading. */
export const presentTreaty: Presenter = (graph, node, view, language) => {
  const { t } = language
  const data = node.record.data as Treaty
  const panel = bindingPanel(graph, node, view, language)
  const participation = participationIn(graph, node, view?.baseline.situation.state)
  return {
    panel,
    participation,
    sections: present(
      [true, 'data', data.form === 'treaty' ? t('The treaty') : t('The text')],
      [true, 'articles', data.unit === 'conclusion' ? t('Conclusions') : t('Articles')],
      [panel !== undefined, 'binding', t('Binding')],
      [participation !== undefined, 'participation', t('Participation')],
      [true, 'linked', t('Linked from')],
    ),
  }
}

/** An article: its paragraphs, its neighbours, and whether it binds the State of the reading. */
export const presentArticle: Presenter = (graph, node, view, language) => {
  const { t } = language
  const panel = bindingPanel(graph, node, view, language)
  const article = partData(node) as Article
  const readers = readersOf(graph, node)
  const claims = claimsOn(graph, node, view)
  return {
    article,
    paragraphNodes: node.parts,
    panel,
    readers,
    claims,
    ...siblings(node),
    sections: present(
      [true, 'text', t('Text')],
      [panel !== undefined, 'binding', t('Binding')],
      [readers.length > 0, 'readers', t('Who interprets it')],
      [claims.length > 0, 'claims', t('Claims that rest on it')],
      [true, 'linked', t('Linked from')],
    ),
  }
}
