import { describe, expect, test } from 'vitest'
import { inEnglish, sentence } from '../../server/argument/sentence.ts'

describe('inEnglish', () => {
  test('puts each value in its place', () => {
    const said = sentence('{kind} to article {article}: {gist}', {
      kind: { made: 'opt-out' },
      article: '20',
      gist: { written: 'no inquiry' },
    })
    expect(inEnglish(said)).toBe('opt-out to article 20: no inquiry')
  })

  test('says sentences within a sentence one after the other', () => {
    const articles = [sentence('to article {article}', { article: '20' }), sentence('to the treaty as a whole')]
    expect(inEnglish(sentence('Those in force: {articles} ({status})', { articles, status: { word: 'bound' } }))).toBe(
      'Those in force: to article 20; to the treaty as a whole (bound)',
    )
  })
})
