import { describe, expect, test } from 'vitest'
import { fold, isUnbroken, joinedHyphens, MAX_TERM, tokenise } from '../../server/search/tokenise.ts'

describe('fold', () => {
  test('drops case, accents and width', () => {
    expect(fold('Réfugiés ＣＡＴ ﬁn')).toBe('refugies cat fin')
  })

  test('keeps Hangul composed', () => {
    expect(fold('고문'.normalize('NFD'))).toBe('고문')
  })
})

describe('tokenise', () => {
  test('cuts words at spaces and signs', () => {
    expect(tokenise('CAT/C/GC/4, para. 13 — “torture”')).toEqual(['cat', 'c', 'gc', '4', 'para', '13', 'torture'])
  })

  test('gives the parts of a word in hyphens, of every kind of hyphen', () => {
    expect(tokenise('non-refoulement non‐refoulement non‑refoulement non–refoulement')).toEqual(
      Array(4).fill(['non', 'refoulement']).flat(),
    )
  })

  test('drops accents', () => {
    expect(tokenise('Convención über naïve')).toEqual(['convencion', 'uber', 'naive'])
  })

  test('drops a genitive, and the apostrophe within a word', () => {
    expect(tokenise("women's children’s States' o’clock")).toEqual(['women', 'children', 'states', 'oclock'])
  })

  test('reads full-width letters and figures', () => {
    expect(tokenise('ＣＡＴ　３')).toEqual(['cat', '3'])
  })

  test('cuts Korean and Chinese into pairs of letters', () => {
    expect(tokenise('고문방지 협약')).toEqual(['고문', '문방', '방지', '협약'])
    expect(tokenise('难民公约')).toEqual(['难民', '民公', '公约'])
    expect(tokenise('法')).toEqual(['法'])
  })

  test('parts Latin letters and figures from Korean and Chinese ones', () => {
    expect(tokenise('CAT협약 제3조 1951年')).toEqual(['cat', '협약', '제', '3', '조', '1951', '年'])
  })

  test('looks at the first letters of a long word only', () => {
    expect(tokenise('a'.repeat(100))).toEqual(['a'.repeat(MAX_TERM)])
  })

  test.each(['', ' ', '*+-?', '\u0000', '\ud800', '💥'])('finds no word in %j', (text) => {
    expect(tokenise(text)).toEqual([])
  })
})

describe('joinedHyphens', () => {
  test('writes a word in hyphens as one', () => {
    expect(joinedHyphens('the non-refoulement of well-known day-to-day things')).toEqual(['nonrefoulement', 'wellknown', 'daytoday'])
  })

  test('leaves words and figures without hyphens', () => {
    expect(joinedHyphens('torture 3-4 -word')).toEqual([])
  })
})

describe('isUnbroken', () => {
  test('is so for scripts that set no spaces', () => {
    expect(['고문', '难民', 'カナ'].every(isUnbroken)).toBe(true)
    expect(isUnbroken('torture')).toBe(false)
  })
})
