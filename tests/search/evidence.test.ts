import { describe, expect, test } from 'vitest'
import type { Entry } from '../../server/search/entries.ts'
import { closeness, evidenceFrom } from '../../server/search/evidence.ts'

const page = (id: string, related: Record<string, number>): Entry => ({
  id,
  home: id,
  kind: 'norm',
  title: id,
  citation: id,
  label: id,
  names: [],
  terms: [],
  keys: [],
  facets: {},
  text: '',
  family: id,
  cited: 0,
  related: new Map(Object.entries(related)),
})

const pages = [page('a', { b: 3, c: 1 }), page('b', { a: 3, d: 3 }), page('c', { a: 1 }), page('d', { b: 3 })]
const [a] = pages as [Entry]
const entries = new Map(pages.map((entry) => [entry.id, entry]))

describe('closeness', () => {
  test('is 1 for the page with the most links, and less for others', () => {
    expect(closeness(a)).toEqual([
      ['b', 1],
      ['c', 0.5],
    ])
  })
})

describe('evidenceFrom', () => {
  test('is strongest for what is found to be closest, and reaches through a page between, for less', () => {
    const evidence = evidenceFrom([{ entry: a, score: 1 }], entries)
    expect(evidence.get('b')).toBe(1)
    expect(evidence.get('d')).toBeGreaterThan(0)
    expect(evidence.get('d')).toBeLessThan(evidence.get('c') ?? 0)
  })

  test('follows what was found best furthest', () => {
    const [, , c, d] = pages as [Entry, Entry, Entry, Entry]
    const both = (first: number, second: number) =>
      evidenceFrom(
        [
          { entry: c, score: first },
          { entry: d, score: second },
        ],
        entries,
      )
    expect(both(1, 0.5).get('a')).toBeGreaterThan(both(0.5, 1).get('a') ?? 0)
  })

  test('is none where nothing was found', () => {
    expect(evidenceFrom([], entries).size).toBe(0)
  })
})
