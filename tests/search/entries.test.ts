import { describe, expect, test } from 'vitest'
import { searchEntries } from '../../server/search/entries.ts'
import { article, claim, graphOf, interpretationYaml, normYaml, passage, statementYaml, treatyYaml, wholeKnowledge } from '../make.ts'

const entriesOf = (files = {}) => searchEntries(graphOf(wholeKnowledge(files)).graph)
const entryOf = (citation: string, files = {}) => entriesOf(files).find((entry) => entry.citation === citation)

describe('searchEntries', () => {
  test('gives an entry for each node that can be found', () => {
    const citations = entriesOf().map((entry) => entry.citation)
    expect(citations.sort()).toEqual(
      ['CAT', 'CAT art 3', 'CAT/C/GC/4', 'CAT/C/GC/4 para 13', 'non-refoulement', 'hrf', 'L-01', 'ARG-L01-1', 'CA-01', 'China'].sort(),
    )
  })

  test('names the page of a paragraph', () => {
    expect(entryOf('CAT/C/GC/4 para 13')).toMatchObject({
      id: '/interpretations/cat-c-gc-4#para-13',
      home: '/interpretations/cat-c-gc-4',
    })
  })

  test('takes marks and brackets out of the text', () => {
    const gist = '*Nobody* is **returned**, see [[CAT art 3]] and [the text](https://example.org/).'
    expect(
      entryOf('CAT/C/GC/4 para 13', { 'interpretations/cat-c-gc-4.yaml': interpretationYaml({ passages: [passage({ gist })] }) })?.text,
    ).toBe('Nobody is returned, see CAT art 3 and the text.')
  })

  test('calls what prose refers to as its page does', () => {
    const files = {
      'norms/non-refoulement.yaml': normYaml({ name: 'No return to danger' }),
      'interpretations/cat-c-gc-4.yaml': interpretationYaml({ passages: [passage({ gist: 'See [[non-refoulement]].' })] }),
    }
    expect(entryOf('CAT/C/GC/4 para 13', files)?.text).toBe('See No return to danger.')
  })

  test('gives a paragraph the body and the State of its document, and a State one name', () => {
    const files = { 'interpretations/cat-c-gc-4.yaml': interpretationYaml({ addressed: 'CHN' }) }
    expect(entryOf('CAT/C/GC/4 para 13', files)?.facets).toEqual({ body: ['Committee against Torture'], state: ['China'] })
    expect(entryOf('CAT art 3', files)?.facets).toEqual({ treaty: ['CAT'] })
  })

  test('holds the words in which people ask', () => {
    const files = { 'statements/hrf.yaml': statementYaml({ claims: [claim({ searchTerms: ['sent back'] })] }) }
    expect(entryOf('L-01', files)?.terms).toEqual(['sent back'])
  })

  test('counts the links to a page, and the links between two pages both ways', () => {
    const entry = entryOf('CAT art 3')
    expect(entry?.cited).toBeGreaterThan(0)
    expect([...(entry?.related.keys() ?? [])]).toEqual(
      expect.arrayContaining(['/norms/non-refoulement', '/interpretations/cat-c-gc-4', '/statements/hrf/L-01', '/arguments/ARG-L01-1']),
    )
    expect(entryOf('non-refoulement')?.related.get('/treaties/cat/3')).toBe(entry?.related.get('/norms/non-refoulement'))
  })

  test('relates an article to its treaty', () => {
    const files = {
      'treaties/cat.yaml': treatyYaml({ articles: [article(), article({ number: '4' })] }),
      'arguments/ARG-L01-1.yaml': undefined,
    }
    expect(entryOf('CAT art 4', files)?.related.has('/treaties/cat')).toBe(true)
    expect(entryOf('CAT', files)?.related.has('/treaties/cat/4')).toBe(true)
  })
})
