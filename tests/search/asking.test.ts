import { describe, expect, test } from 'vitest'
import { askingOf } from '../../server/search/asking.ts'

describe('askingOf', () => {
  test.each([
    ['which treaties bind Japan', true, 'treaty'],
    ['What rule forbids it', true, 'norm'],
    ['sovereignty objection', false, 'counter-argument'],
    ['the Nottebohm judgments', false, 'interpretation'],
    ['can a State return them under this treaty', true, undefined],
    ['treaty of 1964', false, undefined],
    ['whatever', false, undefined],
    ['', false, undefined],
  ])('reads whether it is a question and for what kind of thing: %s', (text, isQuestion, kind) => {
    expect(askingOf(text)).toMatchObject({ isQuestion, kind })
  })

  test('tells a question of what is allowed from one of what happened', () => {
    expect(askingOf('may a State return them').isOfLaw).toBe(true)
    expect(askingOf('did a State return them').isOfLaw).toBe(false)
  })
})
