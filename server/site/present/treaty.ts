/** Treaties and their articles. */
import { partData } from '../../graph/node.ts'
import type { Article } from '../../kinds/treaty.ts'
import { actsOfRespondents } from './participation.ts'
import { type Presenter, present, siblings } from './presenter.ts'

/** A treaty: its articles, and the acts of the States that statements accuse. */
export const presentTreaty: Presenter = (graph, node) => {
  const acts = actsOfRespondents(graph, node)
  return {
    acts,
    sections: present(
      [true, 'data', 'The treaty'],
      [true, 'articles', 'Articles'],
      [acts.length > 0, 'participation', 'Participation'],
      [true, 'linked', 'Linked from'],
    ),
  }
}

/** An article: its paragraphs, its neighbours, and the acts of the States that statements accuse. */
export const presentArticle: Presenter = (graph, node) => {
  const acts = node.parent ? actsOfRespondents(graph, node.parent) : []
  const article = partData(node) as Article
  return {
    article,
    paragraphNodes: node.parts,
    acts,
    ...siblings(node),
    sections: present([true, 'text', 'Text'], [acts.length > 0, 'participation', 'Participation'], [true, 'linked', 'Linked from']),
  }
}
