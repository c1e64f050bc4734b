import { describe, expect, test } from 'vitest'
import { searchEntries } from '../../server/search/entries.ts'
import { assembleIndex, buildIndex, indexParts } from '../../server/search/index.ts'
import { nameKey } from '../../server/search/stem.ts'
import { graphOf, wholeKnowledge } from '../make.ts'

const { graph } = graphOf(wholeKnowledge())
const entries = searchEntries(graph)

describe('buildIndex', () => {
  test('knows every entry by its address, and by everything it is called', () => {
    const index = buildIndex(graph)
    expect([...index.entries.keys()]).toEqual(entries.map((entry) => entry.id))
    expect(index.names.get(nameKey('convention against torture'))?.map((entry) => entry.citation)).toEqual(['CAT'])
  })

  test('holds terms and names in order, each term with the entries that hold it', () => {
    const { terms, nameKeys, postings, list } = buildIndex(graph)
    expect([...terms].sort()).toEqual(terms)
    expect([...nameKeys].sort()).toEqual(nameKeys)
    const at = terms.indexOf('came')
    const holding = [...postings.entries.slice(postings.starts[at], postings.starts[at + 1])].map((place) => list[place]?.citation)
    expect(holding).toEqual(['CA-01'])
  })
})

describe('indexParts', () => {
  test('throws when two entries have one address', () => {
    const [entry] = entries
    expect(() => indexParts(entry ? [entry, entry] : [], [])).toThrow('same id')
  })

  test('is empty without entries', () => {
    expect(assembleIndex(indexParts([], []))).toMatchObject({ terms: [], nameKeys: [], vocabulary: [] })
  })
})
