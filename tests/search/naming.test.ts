import { describe, expect, test } from 'vitest'
import { buildIndex } from '../../server/search/index.ts'
import { mentionsIn } from '../../server/search/naming.ts'
import { graphOf, stateYaml, wholeKnowledge } from '../make.ts'

const states = {
  'states/ARE.yaml': stateYaml({ id: 'ARE', name: 'United Arab Emirates' }),
  'states/CUB.yaml': stateYaml({ id: 'CUB', name: 'Cuba' }),
}

describe('mentionsIn', () => {
  const index = buildIndex(graphOf(wholeKnowledge(states)).graph)
  const mentioned = (text: string) => mentionsIn(index, text).map(({ entry, words }) => [entry.citation, words.join(' ')])

  test('finds names within a text, the longest first', () => {
    expect(mentioned('do the united arab emirates follow CAT')).toEqual([
      ['United Arab Emirates', 'united arab emirates'],
      ['CAT', 'cat'],
    ])
  })

  test('takes a word that is like the code of a State for that State only where the code stands in capitals', () => {
    expect(mentioned('cat ar')).toEqual([['CAT', 'cat']])
    expect(mentioned('cub or cubs')).toEqual([])
    expect(mentioned('treaties of CUB')).toEqual([['Cuba', 'cub']])
  })
})
