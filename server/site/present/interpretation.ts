/** What bodies, courts, States and scholars have said. */
import { follow } from '../../graph/questions.ts'
import type { Interpretation } from '../../kinds/interpretation.ts'
import { originalOf } from '../urls.ts'
import { type Presenter, present } from './presenter.ts'

/** A document: its passages, its successor, its original. */
export const presentInterpretation: Presenter = (graph, node, _view, { t, code }) => {
  const data = node.record.data as Interpretation
  return {
    passageNodes: node.parts,
    successor: data.supersededBy ? follow(graph, data.supersededBy) : undefined,
    official: originalOf(data, code),
    sections: present(
      [true, 'gist', t('What it is')],
      [data.passages !== undefined, 'passages', t('Passages')],
      [data.limits !== undefined, 'limits', t('Limits')],
      [data.unverified !== undefined, 'unverified', t('Not yet verified')],
      [true, 'linked', t('Linked from')],
    ),
  }
}
