import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { GraphNode } from '../../server/graph/node.ts'
import { claimsOn, readersOf } from '../../server/site/present/bearing.ts'
import { argumentYaml, claim, graphOf, interpretationYaml, passage, statementYaml, wholeKnowledge } from '../make.ts'
import { type Running, startSite } from '../site.ts'

const { graph } = graphOf(
  wholeKnowledge({
    'interpretations/cat-c-gc-4.yaml': interpretationYaml({ passages: [passage({ interprets: ['CAT art 3(1)'] })] }),
    'interpretations/cat-gc-1.yaml': interpretationYaml({
      id: 'cat-gc-1',
      symbol: undefined,
      numbers: undefined,
      citedAs: 'CAT GC 1',
      title: 'General Comment No. 1',
      status: 'superseded',
      supersededBy: 'CAT/C/GC/4',
      interprets: ['CAT art 3'],
    }),
    'statements/hrf.yaml': statementYaml({ claims: [claim({ counters: ['CA-01'] })] }),
    'arguments/ARG-L01-1.yaml': argumentYaml(),
  }),
)
const node = (address: string) => graph.nodes.get(address) as GraphNode

describe('readersOf', () => {
  test('names the documents with the paragraphs that interpret, those that still stand first', () => {
    const readers = readersOf(graph, node('/treaties/cat/3'))
    expect(readers.map((reader) => [reader.node.citation, reader.isSuperseded, reader.places.map(({ text }) => text)])).toEqual([
      ['CAT/C/GC/4', false, ['para 13']],
      ['CAT GC 1', true, []],
    ])
  })
})

describe('claimsOn', () => {
  test('finds a claim through the rule of its argument, though the claim itself names none', () => {
    expect(claimsOn(graph, node('/treaties/cat/3'), undefined).map(({ id }) => id)).toEqual(['L-01'])
    expect(claimsOn(graph, node('/norms/non-refoulement'), undefined).map(({ id }) => id)).toEqual(['L-01'])
  })
})

describe('pages of the law', () => {
  let running: Running
  beforeAll(async () => {
    running = await startSite()
  })
  afterAll(() => running.stop())
  const body = async (path: string) => (await fetch(`${running.base}${path}`)).text()

  test('say who interprets an article and with what weight, and which claims rest on it with what outcome', async () => {
    const html = await body('/treaties/cat/3')
    expect(html).toMatch(/<h2 id="readers">Who interprets it/u)
    expect(html).toContain('authoritative, not binding; China is a party to the treaty')
    expect(html).toMatch(/<span class="id">L-02a<\/span>.*?<span class="sign o-contested">/su)
    expect(html).not.toContain('>Interpreted by')
  })

  test('show of a treaty how many parties are recorded, and the States that readers look for', async () => {
    const html = await body('/treaties/cat')
    expect(html).toMatch(/\d+ parties recorded, to 21 February 2023\. <a href="\/participation\/cat">/u)
    expect(html).toMatch(/<th scope="row"><a href="\/states\/CHN">China<\/a><\/th><td class="num">1986-12-12<\/td>/u)
  })

  test('lead a student from a norm to its use, step by step', async () => {
    const html = await body('/norms/non-refoulement-torture')
    for (const anchor of ['binding', 'test', 'sources', 'mistakes']) expect(html).toMatch(new RegExp(`<li>[^<]*<a href="#${anchor}">`, 'u'))
  })

  test('say weight, status and original of an interpretation in one line', async () => {
    expect(await body('/interpretations/cat-c-gc-4')).toMatch(
      /<p class="standing"><strong>Weight:<\/strong> authoritative, not binding[^<]*\. <strong>Current<\/strong>\. <a class="out" href="https:\/\/docs\.un\.org\/en\/CAT\/C\/GC\/4"/u,
    )
    expect(await body('/zh/interpretations/cat-c-gc-4')).toContain('href="https://docs.un.org/zh/CAT/C/GC/4"')
    expect(await body('/interpretations/cat-gc-1')).toContain('<strong>Superseded</strong>')
  })
})
