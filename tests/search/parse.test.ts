import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../server/search/parse.ts'

describe('parse', () => {
  test('takes words as terms, each once', () => {
    expect(parse('Torture and TORTURE of prisoners')).toEqual({ terms: ['torture', 'prisoners'], phrases: [], unwanted: [] })
  })

  test('takes words in quotation marks as a phrase too', () => {
    expect(parse('"substantial grounds" danger')).toMatchObject({
      terms: ['substantial', 'grounds', 'danger'],
      phrases: ['substantial grounds'],
    })
    expect(parse('“in any manner”').phrases).toEqual(['in any manner'])
  })

  test('takes a word after a minus sign as unwanted, a hyphen within a word not', () => {
    expect(parse('torture -Women non-refoulement')).toEqual({
      terms: ['nonrefoulement', 'torture', 'non', 'refoulement'],
      phrases: [],
      unwanted: ['women'],
    })
  })

  test('drops function words unless there is nothing else', () => {
    expect(parse('what is the best interest of the child').terms).toEqual(['best', 'interest', 'child'])
    expect(parse('what is it').terms).toEqual(['what', 'is', 'it'])
  })

  test('takes no other sign as an operator', () => {
    expect(parse('title:torture^10 +foo* bar~2').terms).toEqual(['title', 'torture', '10', 'foo', 'bar', '2'])
  })

  test('takes a quotation mark that is not closed as nothing', () => {
    expect(parse('"torture')).toEqual({ terms: ['torture'], phrases: [], unwanted: [] })
  })

  test('finds nothing in an empty text', () => {
    for (const text of ['', '  ', '""', '*', '-']) expect(parse(text)).toEqual({ terms: [], phrases: [], unwanted: [] })
  })

  test('gives few and short terms for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        const { terms, unwanted } = parse(text)
        expect(Math.max(terms.length, unwanted.length)).toBeLessThanOrEqual(8)
        expect([...terms, ...unwanted].every((term) => term.length <= 40)).toBe(true)
      }),
    )
  })
})
