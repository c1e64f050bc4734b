/** Treaties and their articles. */
import { partData } from '../../graph/node.ts'
import type { Article } from '../../kinds/treaty.ts'
import { bindingPanel } from './binding.ts'
import { type Presenter, present, siblings } from './presenter.ts'

/** A treaty: its articles, and whether it binds the State of the reading. */
export const presentTreaty: Presenter = (graph, node, view) => {
  const panel = bindingPanel(graph, node, view)
  return {
    panel,
    sections: present(
      [true, 'data', 'The treaty'],
      [true, 'articles', 'Articles'],
      [panel !== undefined, 'binding', 'Binding'],
      [true, 'linked', 'Linked from'],
    ),
  }
}

/** An article: its paragraphs, its neighbours, and whether it binds the State of the reading. */
export const presentArticle: Presenter = (graph, node, view) => {
  const panel = bindingPanel(graph, node, view)
  const article = partData(node) as Article
  return {
    article,
    paragraphNodes: node.parts,
    panel,
    ...siblings(node),
    sections: present([true, 'text', 'Text'], [panel !== undefined, 'binding', 'Binding'], [true, 'linked', 'Linked from']),
  }
}
