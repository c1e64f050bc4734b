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

  test.each([
    ['What is torture?', 'definition of torture'],
    ['who is a refugee', 'definition of refugee'],
    ['what are crimes against humanity', 'definition of crimes against humanity'],
    ['what is the role of UNHCR', undefined],
    ['what is left of the protection of refugees', undefined],
    ['is it torture', undefined],
  ])('turns a question of what something is into what headings say: %s', (text, definition) => {
    expect(askingOf(text).definition).toBe(definition)
  })

  test('tells a question of what is allowed from one of what happened', () => {
    expect(askingOf('may a State return them').isOfLaw).toBe(true)
    expect(askingOf('did a State return them').isOfLaw).toBe(false)
  })
})
