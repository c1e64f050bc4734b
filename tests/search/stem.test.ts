import { describe, expect, test } from 'vitest'
import { nameKey, stem } from '../../server/search/stem.ts'

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
