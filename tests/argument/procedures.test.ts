import { beforeAll, describe, expect, test } from 'vitest'
import { bindingOfNorm } from '../../server/argument/norm-binding.ts'
import { type Outcome, PROCEDURES, proceduresOf } from '../../server/argument/procedures.ts'
import { sentence } from '../../server/argument/sentence.ts'
import { resolveCitation } from '../../server/graph/citation.ts'
import { readKnowledge } from '../../server/graph/index.ts'
import type { Graph } from '../../server/graph/link.ts'
import type { GraphNode } from '../../server/graph/node.ts'
import { kinds } from '../../server/kinds/index.ts'

let graph: Graph

beforeAll(() => {
  graph = readKnowledge('knowledge', kinds).graph
})

const node = (text: string) => resolveCitation(graph.citations, text).matches[0] as GraphNode

const outcomeOf = (at: string, state: string, date: string) =>
  proceduresOf(graph, node(state), date).find(({ procedure }) => procedure.at === at)

describe('proceduresOf', () => {
  test('names provisions that the records have, but for treaties without data', () => {
    const missing = PROCEDURES.filter(({ at }) => resolveCitation(graph.citations, at).matches.length !== 1)
    expect(missing.map(({ at, how }) => [at, how])).toEqual([
      ['CRPD-OP', 'no data'],
      ['ICESCR-OP', 'no data'],
    ])
  })

  test.each<[string, string, string, Outcome, string | undefined]>([
    ['CAT art 22', 'CHN', '2023-10-09', 'not accepted', undefined],
    ['ICCPR-OP1 art 1', 'CHN', '2023-10-09', 'not accepted', undefined],
    ['CEDAW-OP art 2', 'CHN', '2023-10-09', 'not accepted', undefined],
    ['CRC-OPIC art 5', 'CHN', '2023-10-09', 'not accepted', undefined],
    ['CRPD-OP', 'CHN', '2023-10-09', 'not recorded', undefined],
    ['CAT art 20', 'CHN', '2023-10-09', 'excluded', undefined],
    ['CAT art 30(1)', 'CHN', '2023-10-09', 'excluded', undefined],
    ['CEDAW art 29(1)', 'CHN', '2023-10-09', 'excluded', undefined],
    ['CERD art 22', 'CHN', '2023-10-09', 'excluded', undefined],
    ['1967 Protocol art IV', 'CHN', '2023-10-09', 'excluded', undefined],
    ['Refugee Convention art 38', 'CHN', '2023-10-09', 'accepted', '1982-12-23'],
    ['CERD art 11', 'CHN', '2023-10-09', 'accepted', '1982-01-28'],
    ['CERD art 11', 'PRK', '2023-10-09', 'not accepted', undefined],
    ['CAT art 22', 'KOR', '2007-11-08', 'not accepted', undefined],
    ['CAT art 22', 'KOR', '2007-11-09', 'accepted', '2007-11-09'],
    ['CAT art 22', 'NOR', '1990-01-01', 'accepted', '1987-06-26'],
    ['CAT art 20', 'RUS', '1991-09-30', 'excluded', undefined],
    ['CAT art 20', 'RUS', '2016-02-01', 'accepted', '1991-10-01'],
    ['CAT art 20', 'CUB', '2016-02-01', 'accepted with declaration', undefined],
    ['CMW art 77', 'MEX', '2020-01-01', 'not in force', undefined],
    ['CERD art 14', 'SWE', '1982-01-01', 'not in force', undefined],
    ['CERD art 14', 'SWE', '1982-12-03', 'accepted', '1972-01-05'],
    ['CPED art 32', 'KOR', '2023-10-09', 'accepted', '2023-02-03'],
    ['CEDAW-OP art 8', 'RUS', '2016-02-01', 'not recorded', undefined],
    ['CEDAW-OP art 2', 'RUS', '2016-02-01', 'accepted', '2004-10-28'],
    ['ICCPR-OP1 art 1', 'BLR', '2023-02-08', 'not accepted', undefined],
  ])('%s, %s, %s: %s', (at, state, date, outcome, since) => {
    const found = outcomeOf(at, state, date)
    expect([found?.outcome, found?.since]).toEqual([outcome, since])
    expect(found?.reasons.length).toBeGreaterThan(0)
  })

  test('keeps to the procedures that serve a treaty, or that it opens', () => {
    expect(proceduresOf(graph, node('CHN'), '2023-10-09', node('CEDAW')).map(({ procedure }) => procedure.at)).toEqual([
      'CEDAW-OP art 2',
      'CEDAW-OP art 8',
      'CEDAW art 29(1)',
    ])
    expect(proceduresOf(graph, node('CHN'), '2023-10-09', node('ICCPR-OP1')).map(({ procedure }) => procedure.of)).toEqual(['ICCPR'])
  })
})

describe('bindingOfNorm', () => {
  test('gives each provision its own binding', () => {
    const { provisions } = bindingOfNorm(graph, node('right-to-leave'), node('CHN'), '2023-10-09')
    expect(provisions.map(({ provision, status }) => [provision.citation, status])).toEqual([
      ['UDHR art 13(2)', 'not a treaty'],
      ['ICCPR art 12(2)', 'signed only'],
      ['ICCPR art 12(3)', 'signed only'],
      ['CRC art 10(2)', 'bound'],
    ])
  })

  test('answers for custom as custom: contested where an authority denies it', () => {
    const custom = (norm: string) => bindingOfNorm(graph, node(norm), node('CHN'), '2023-10-09').custom
    expect(custom('non-refoulement-custom')).toMatchObject([{ form: 'custom', answer: 'contested' }])
    expect(custom('prohibition-of-torture').map(({ form, answer }) => [form, answer])).toEqual([
      ['custom', 'binds so far as it is custom'],
      ['peremptory', 'binds so far as it is peremptory'],
    ])
    expect(custom('pacta-sunt-servanda')).toMatchObject([
      {
        answer: 'binds so far as it is custom',
        authoritiesAgainst: 2,
        denials: 0,
        said: expect.arrayContaining([
          sentence('What is recorded against it goes to its content, its reach or its use here, and does not deny that it exists.'),
        ]),
      },
    ])
    expect(custom('best-interests-of-the-child')).toEqual([])
  })
})
