import { describe, expect, test } from 'vitest'
import { searchEntries } from '../../server/search/entries.ts'
import { buildIndex, nameKey, stem } from '../../server/search/index.ts'
import { graphOf, wholeKnowledge } from '../make.ts'

const { graph } = graphOf(wholeKnowledge())
const entries = searchEntries(graph)

describe('stem', () => {
  test.each([
    ['torture', 'tortured'],
    ['torture', 'torturing'],
    ['refugee', 'refugees'],
    ['child', 'children'],
    ['woman', 'women'],
    ['send', 'sent'],
    ['penalisation', 'penalization'],
    ['penalise', 'penalized'],
    ['labour', 'labor'],
  ])('is the same for %s and %s', (one, other) => {
    expect(stem(one)).toBe(stem(other))
  })

  test('leaves Korean and Chinese as they are', () => {
    expect(stem('고문')).toBe('고문')
    expect(stem('公约')).toBe('公约')
  })
})

describe('nameKey', () => {
  test('is the same for a name with and without hyphen, and for its forms', () => {
    expect(nameKey('non-refoulement')).toBe(nameKey('Nonrefoulement'))
    expect(nameKey('non refoulement')).toBe(nameKey('non‑refoulement'))
    expect(nameKey('best interests of the child')).toBe(nameKey('best interest of the children'))
  })

  test('keeps figures apart that were apart', () => {
    expect(nameKey('CAT art 3(1)')).not.toBe(nameKey('CAT art 31'))
  })
})

describe('buildIndex', () => {
  test('knows every entry by its address, and by everything it is called', () => {
    const index = buildIndex(entries)
    expect([...index.entries.keys()]).toEqual(entries.map((entry) => entry.id))
    expect(index.names.get(nameKey('convention against torture'))?.map((entry) => entry.citation)).toEqual(['CAT'])
  })

  test('holds terms in order, each with the entries that hold it', () => {
    const { terms, postings, list } = buildIndex(entries)
    expect([...terms].sort()).toEqual(terms)
    expect(postings.length).toBe(terms.length)
    const holding = [...(postings[terms.indexOf('came')]?.entries ?? [])].map((place) => list[place]?.citation)
    expect(holding).toEqual(['CA-01'])
  })

  test('throws when two entries have one address', () => {
    const [entry] = entries
    expect(() => buildIndex(entry ? [entry, entry] : [])).toThrow('same id')
  })

  test('is empty without entries', () => {
    expect(buildIndex([])).toMatchObject({ terms: [], postings: [], vocabulary: [] })
  })
})
