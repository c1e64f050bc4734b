import { describe, expect, test } from 'vitest'
import type { GraphNode } from '../../server/graph/node.ts'
import { makeLanguage, TONGUES, type Tongue } from '../../server/site/language.ts'
import { tabName } from '../../server/site/present/names.ts'
import { graphOf, wholeKnowledge } from '../make.ts'

const english = makeLanguage(TONGUES[0] as Tongue, {})
const { graph } = graphOf(wholeKnowledge())
const tab = (address: string) => tabName(english, graph.nodes.get(address) as GraphNode)

describe('tabName', () => {
  test('begins with what tells pages apart, also where a tab is narrow', () => {
    expect(tab('/treaties/cat')).toBe('CAT: Convention against Torture')
    expect(tab('/treaties/cat/3')).toMatch(/^CAT article 3/u)
    expect(tab('/interpretations/cat-c-gc-4')).toMatch(/^CAT\/C\/GC\/4: /u)
    expect(tab('/statements/hrf/L-01')).toMatch(/^L-01 /u)
  })

  test('says what a thing is that has a name alone', () => {
    expect(tab('/states/CHN')).toBe('China (State)')
    expect(tab('/norms/non-refoulement')).toMatch(/ \(Norm\)$/u)
    expect(tab('/glossary/refoulement')).toBe('refoulement (Term)')
  })
})
