import { describe, expect, test } from 'vitest'
import type { Entry } from '../../server/search/entries.ts'
import { buildIndex } from '../../server/search/index.ts'
import { bestOf, byScore, holdsPhrase, isKnown, lookUp } from '../../server/search/look-up.ts'
import { inThose } from '../../server/search/match.ts'
import { dice } from '../dice.ts'
import { graphOf, normYaml } from '../make.ts'

const norm = (id: string, definition: string, name = id) => ({ [`norms/${id}.yaml`]: normYaml({ id, name, definition }) })

const index = buildIndex(
  graphOf({
    ...norm('torture', 'Nobody is tortured.', 'Prohibition of torture'),
    ...norm('asylum', 'Everyone may seek asylum from persecution; no torture.'),
    ...norm('children', 'A child is not parted from its parents. 강제송환금지의 원칙'),
  }).graph,
)
const found = (terms: string[], unwanted: string[] = []) =>
  lookUp(index, inThose(terms), unwanted)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry.citation)

describe('lookUp', () => {
  test('scores a name above a mention', () => {
    expect(found(['torture'])).toEqual(['torture', 'asylum'])
  })

  test('finds other forms of a word', () => {
    expect(found(['torturing'])).toEqual(['torture', 'asylum'])
    expect(found(['woman', 'children'])).toEqual(['children'])
    expect(found(['parting'])).toEqual(['children'])
  })

  test('finds longer words for the last term, which may be unfinished', () => {
    expect(found(['persec'])).toEqual(['asylum'])
    expect(found(['asyl', 'torture'])).toContain('asylum')
    expect(found(['pe'])).toEqual([])
  })

  test('puts an entry that covers more of the terms first', () => {
    expect(found(['torture', 'persecution'])).toEqual(['asylum'])
    expect(found(['seek', 'torture'])[0]).toBe('asylum')
  })

  test('leaves out entries that hold an unwanted word in any form', () => {
    expect(found(['torture'], ['persecutions'])).toEqual(['torture'])
    expect(found(['torture'], ['torture'])).toEqual([])
  })

  test('finds pairs of letters anywhere in a run of Korean', () => {
    expect(found(['송환', '금지'])).toEqual(['children'])
    expect(found(['송'])).toEqual(['children'])
  })

  test('finds nothing for no term and for unknown ones', () => {
    expect(found([])).toEqual([])
    expect(found(['zzzzqq'])).toEqual([])
  })
})

describe('bestOf', () => {
  test('gives what sorting all would give, equals by address', () => {
    const entry = index.list[0] as Entry
    const roll = dice(5)
    const scored = Array.from({ length: 200 }, (_, at) => ({ entry: { ...entry, id: `/${at}` }, score: roll(20) }))
    for (const count of [1, 16, 199, 300]) expect(bestOf(scored, count)).toEqual([...scored].sort(byScore).slice(0, count))
    expect(bestOf([], 3)).toEqual([])
  })
})

describe('isKnown', () => {
  test('knows words, their forms and their beginnings', () => {
    expect(['asylum', 'tortures', 'persecut', 'child'].filter((word) => !isKnown(index, word))).toEqual([])
    expect(['asylun', 'zzz'].filter((word) => isKnown(index, word))).toEqual([])
  })
})

describe('holdsPhrase', () => {
  const holds = (id: string, phrase: string) => {
    const entry = index.entries.get(`/norms/${id}`)
    return entry !== undefined && holdsPhrase(index, entry, phrase)
  }

  test('finds whole words in their order, whatever stands between them', () => {
    expect(holds('asylum', 'SEEK asylum')).toBe(true)
    expect(holds('asylum', 'persecution no torture')).toBe(true)
    expect(holds('asylum', 'asylum seek')).toBe(false)
    expect(holds('asylum', 'seek asy')).toBe(false)
  })

  test('does not read on from one field into the next', () => {
    expect(holds('torture', 'torture nobody')).toBe(false)
  })

  test('finds a Korean phrase within a run', () => {
    expect(holds('children', '송환금지')).toBe(true)
  })
})
