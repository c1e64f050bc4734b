import { describe, expect, test } from 'vitest'
import type { Entry } from '../../server/search/entries.ts'
import { buildIndex, type Index } from '../../server/search/index.ts'
import { likenessTo } from '../../server/search/likeness.ts'
import { article, graphOf, normYaml, treatyYaml, wholeKnowledge } from '../make.ts'

const norms = (names: Record<string, string>) =>
  Object.fromEntries(Object.entries(names).map(([id, name]) => [`norms/${id}.yaml`, normYaml({ id, name })]))

const indexOf = (files: Record<string, string>): Index => buildIndex(graphOf(wholeKnowledge(files)).graph)

const entry = (index: Index, id: string) => index.entries.get(id) as Entry

describe('likenessTo', () => {
  test('is 1 for the words of a name in any form and order, and 0 for no word of it', () => {
    const index = indexOf(norms({ one: 'Return of refugees' }))
    expect(likenessTo(index, 'refugee returns of')(entry(index, '/norms/one'))).toBe(1)
    expect(likenessTo(index, 'zzzz')(entry(index, '/norms/one'))).toBe(0)
  })

  test('counts a word less that many pages are called by', () => {
    const index = indexOf(norms({ one: 'Duty orchard', two: 'Duty lantern', three: 'Duty meadow', four: 'Duty' }))
    const like = likenessTo(index, 'duty orchard')
    expect(like(entry(index, '/norms/one'))).toBe(1)
    expect(like(entry(index, '/norms/two'))).toBeLessThan(likenessTo(index, 'meadow lantern')(entry(index, '/norms/two')))
  })

  test('reads the heading of an article without the citation that is in its title', () => {
    const index = indexOf({ 'treaties/cat.yaml': treatyYaml({ articles: [article({ number: '3', heading: 'Orchards' })] }) })
    const like = likenessTo(index, 'orchards of article')
    expect(entry(index, '/treaties/cat/3').title).toContain('CAT article 3')
    expect(like(entry(index, '/treaties/cat/3'))).toBeGreaterThan(0.5)
  })
})
