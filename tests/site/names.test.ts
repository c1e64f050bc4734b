import { describe, expect, test } from 'vitest'
import type { GraphNode } from '../../server/graph/node.ts'
import { makeLanguage, TONGUES, type Tongue } from '../../server/site/language.ts'
import { asWritten, titleHtml, titleIn } from '../../server/site/present/names.ts'

const languageOf = (code: string) => makeLanguage(TONGUES.find((item) => item.code === code) as Tongue, {})
const [english, korean, chinese] = ['en', 'ko', 'zh'].map(languageOf) as [
  ReturnType<typeof languageOf>,
  ReturnType<typeof languageOf>,
  ReturnType<typeof languageOf>,
]

const node = (kind: string, title: string, names: object) => ({ kind, title, record: { data: { names } } }) as unknown as GraphNode

const cat = node('treaty', 'Convention against Torture', {
  ko: [
    { name: '고문금지협약', grade: 'unconfirmed' },
    { name: '고문방지협약', grade: 'official' },
  ],
  'zh-Hans': [{ name: '反酷刑公约', grade: 'unconfirmed' }],
})

describe('titleIn', () => {
  test('is a name that a source has, and never one from memory', () => {
    expect([english, korean, chinese].map((language) => titleIn(language, cat))).toEqual([
      'Convention against Torture',
      '고문방지협약',
      'Convention against Torture',
    ])
  })
})

describe('titleHtml', () => {
  test('marks an English title on a page in another language, and keeps it beside the name of a norm', () => {
    expect(titleHtml(chinese, cat)).toBe('<span lang="en">Convention against Torture</span>')
    expect(titleHtml(korean, node('norm', 'Refugee', { ko: [{ name: '난민', grade: 'official' }] }))).toBe(
      '난민 (<span lang="en">Refugee</span>)',
    )
  })
})

describe('asWritten', () => {
  test('escapes the words of a record', () => {
    expect([asWritten(english, 'a < b'), asWritten(korean, 'a < b')]).toEqual(['a &lt; b', '<span lang="en">a &lt; b</span>'])
  })
})
