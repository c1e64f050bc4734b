import { describe, expect, test } from 'vitest'
import { readKnowledge } from '../../server/graph/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import { bindingAsked } from '../../server/search/binding-question.ts'

const { graph } = readKnowledge('knowledge', kinds)

function asked(text: string): string | undefined {
  const question = bindingAsked(graph, text)
  return question && [question.provision.citation, question.state.record.id, question.date].filter(Boolean).join(', ')
}

describe('bindingAsked', () => {
  test.each([
    ['does the ICCPR bind China', 'ICCPR, CHN'],
    ['CAT art 3 China', 'CAT art 3, CHN'],
    ['Is China bound by article 33(1) of the Refugee Convention?', 'Refugee Convention art 33(1), CHN'],
    ['has the Republic of Korea ratified the Convention against Torture', 'CAT, KOR'],
    ['non-refoulement China', 'non-refoulement, CHN'],
    ['CAT art 3 RUS 2016-02-01', 'CAT art 3, RUS, 2016-02-01'],
  ])('reads %s', (text, expected) => {
    expect(asked(text)).toBe(expected)
  })

  test.each([
    'CAT art 3',
    'China',
    'CAT art 3 and torture',
    'border treaty 1986 china north korea',
    'what did China say of CAT art 3',
    '',
    'x '.repeat(500),
  ])('takes for no question of binding: %s', (text) => {
    expect(asked(text)).toBeUndefined()
  })
})
