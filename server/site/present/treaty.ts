/** Treaties and their articles. */
import { partData } from '../../graph/node.ts'
import type { Article } from '../../kinds/treaty.ts'
import { bindingPanel } from './binding.ts'
import { type Presenter, present, siblings } from './presenter.ts'

/** A treaty: its articles, and whether it binds the State of the reading. */
export const presentTreaty: Presenter = (graph, node, view, language) => {
  const { t } = language
  const panel = bindingPanel(graph, node, view, language)
  return {
    panel,
    sections: present(
      [true, 'data', t('The treaty')],
      [true, 'articles', t('Articles')],
      [panel !== undefined, 'binding', t('Binding')],
      [true, 'linked', t('Linked from')],
    ),
  }
}

/** An article: its paragraphs, its neighbours, and whether it binds the State of the reading. */
export const presentArticle: Presenter = (graph, node, view, language) => {
  const { t } = language
  const panel = bindingPanel(graph, node, view, language)
  const article = partData(node) as Article
  return {
    article,
    paragraphNodes: node.parts,
    panel,
    ...siblings(node),
    sections: present([true, 'text', t('Text')], [panel !== undefined, 'binding', t('Binding')], [true, 'linked', t('Linked from')]),
  }
}
