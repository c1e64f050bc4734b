import { describe, expect, test } from 'vitest'
import { resolveCitation } from '../../server/graph/citation.ts'
import type { Graph } from '../../server/graph/link.ts'
import type { GraphNode } from '../../server/graph/node.ts'
import { follow, linkedBy, linkedTo, linksFromPage, linksToPage, onPage, recordsOf } from '../../server/graph/questions.ts'
import { Citation } from '../../server/kinds/kind.ts'
import { graphOf, interpretationYaml, normYaml, passage, treatyYaml, wholeKnowledge } from '../make.ts'

const { graph } = graphOf(wholeKnowledge())

function at(address: string, of: Graph = graph): GraphNode {
  const node = of.nodes.get(address)
  if (!node) throw new Error(`there is no node ${address}`)
  return node
}

const cite = (text: string, ...to: string[]) => new Citation(text, { verb: 'cites', reverse: 'cited by', to })
const cited = (nodes: readonly GraphNode[]) => nodes.map((node) => node.citation)

describe('follow', () => {
  test('leads where the citation leads', () => {
    expect(follow(graph, cite('CAT art. 3, para. 1'))).toBe(at('/treaties/cat/3#p1'))
  })

  test('takes the kind that the field expects', () => {
    const other = graphOf({
      'treaties/cat.yaml': treatyYaml({ otherNames: ['return'] }),
      'norms/non-refoulement.yaml': normYaml({ otherNames: ['return'] }),
    }).graph
    expect(resolveCitation(other.citations, 'return').matches.length).toBe(2)
    expect(follow(other, cite('return', 'norm'))).toBe(at('/norms/non-refoulement', other))
    expect(follow(other, cite('return'))).toBeUndefined()
  })

  test('leads nowhere where there is a fault', () => {
    expect(follow(graph, cite('CAT art 99'))).toBeUndefined()
    expect(follow(graph, cite('CAT art 3', 'norm'))).toBeUndefined()
  })
})

describe('onPage', () => {
  test('gives a page and the places on it, not the pages below it', () => {
    expect(cited(onPage(at('/treaties/cat/3')))).toEqual(['CAT art 3', 'CAT art 3(1)', 'CAT art 3(2)'])
    expect(cited(onPage(at('/treaties/cat')))).toEqual(['CAT'])
  })
})

describe('linksToPage', () => {
  test('gives the links to a page and to every place on it', () => {
    const found = linksToPage(graph, at('/treaties/cat/3')).map((link) => [link.from.citation, link.reverse, link.to.citation])
    expect(found).toEqual(
      expect.arrayContaining([
        ['CAT/C/GC/4', 'interpreted by', 'CAT art 3'],
        ['non-refoulement', 'lays down', 'CAT art 3'],
        ['L-01', 'relied on by', 'CAT art 3(1)'],
        ['ARG-L01-1', 'warrants', 'CAT art 3(1)'],
      ]),
    )
  })

  test('leaves out links within the page', () => {
    const inner = graphOf({
      'interpretations/cat-c-gc-4.yaml': interpretationYaml({
        passages: [passage({ note: 'See [[CAT/C/GC/4]].' }), passage({ para: '14' })],
      }),
    }).graph
    const page = at('/interpretations/cat-c-gc-4', inner)
    expect(inner.links.length).toBe(1)
    expect([...linksToPage(inner, page), ...linksFromPage(inner, page)]).toEqual([])
  })
})

describe('linksFromPage', () => {
  test('gives the links from a page and from every place on it', () => {
    const found = linksFromPage(graph, at('/counter-arguments/CA-01')).map((link) => [link.from.citation, link.verb, link.to.citation])
    expect(found).toEqual([['CA-01', 'attacks', 'ARG-L01-1']])
  })
})

describe('linkedBy and linkedTo', () => {
  test('read one relation from its two ends', () => {
    expect(cited(linkedBy(graph, at('/statements/hrf/L-01'), 'argues for'))).toEqual(['ARG-L01-1'])
    expect(cited(linkedTo(graph, at('/arguments/ARG-L01-1'), 'argues for'))).toEqual(['L-01'])
  })

  test('give each node once, and none for another verb', () => {
    const twice = graphOf({
      'treaties/cat.yaml': treatyYaml(),
      'norms/non-refoulement.yaml': normYaml({ definition: 'See [[CAT art 3]] and again [[CAT art 3]].' }),
    }).graph
    expect(cited(linkedBy(twice, at('/treaties/cat/3', twice), 'mentions'))).toEqual(['non-refoulement'])
    expect(linkedBy(twice, at('/treaties/cat/3', twice), 'interprets')).toEqual([])
    expect(cited(linkedTo(twice, at('/norms/non-refoulement', twice), 'mentions'))).toEqual(['CAT art 3'])
  })
})

describe('recordsOf', () => {
  test('gives the records of a kind, in the order of their files', () => {
    const { graph: many } = graphOf({
      'norms/b.yaml': normYaml({ id: 'b' }),
      'norms/a.yaml': normYaml({ id: 'a' }),
      'treaties/cat.yaml': treatyYaml(),
    })
    expect(cited(recordsOf(many, 'norm'))).toEqual(['a', 'b'])
    expect(recordsOf(many, 'statement')).toEqual([])
  })
})
