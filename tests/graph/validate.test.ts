import { describe, expect, test } from 'vitest'
import type { Problem } from '../../server/graph/problem.ts'
import { validateSource } from '../../server/graph/validate.ts'
import { writeYaml } from '../../server/graph/yaml.ts'
import { kinds } from '../../server/kinds/index.ts'
import { Citation } from '../../server/kinds/kind.ts'
import { argument, argumentYaml, article, type Fields, paragraph, premise, treaty, treatyYaml } from '../make.ts'

function validate(kindName: string, id: string, text: string) {
  const kind = kinds.find(({ name }) => name === kindName)
  if (!kind) throw new Error(`no kind ${kindName}`)
  return validateSource({ kind, id, file: `${id}.yaml`, text })
}

function problemsOf(kindName: string, id: string, text: string): Problem[] {
  const result = validate(kindName, id, text)
  if (!Array.isArray(result)) throw new Error('is valid')
  return result
}

const messages = (kindName: string, id: string, text: string) => problemsOf(kindName, id, text).map(({ message }) => message)
const ofTreaty = (fields: Fields) => messages('treaty', 'cat', treatyYaml(fields))

describe('validateSource', () => {
  test('gives a valid record with its citations read', () => {
    const result = validate('argument', 'ARG-L01-1', argumentYaml())
    expect(result).toMatchObject({ id: 'ARG-L01-1', file: 'ARG-L01-1.yaml', data: { concludes: expect.any(Citation) } })
  })

  test('reports every fault of a record, each at its own line', () => {
    const text = writeYaml(treaty({ form: 'pact', adopted: 'long ago' })).replace('shortTitle', 'shortTitel')
    expect(problemsOf('treaty', 'cat', text).map(({ line, message }) => [line, message])).toEqual([
      [1, 'the key shortTitle is missing'],
      [6, expect.stringContaining('form is "pact"')],
      [7, expect.stringContaining('adopted: expected a date')],
      [3, 'unknown key "shortTitel"; did you mean shortTitle?'],
    ])
  })

  test('reports no more than 50 faults of a record', () => {
    expect(ofTreaty({ articles: Array.from({ length: 60 }, (_, index) => article({ number: index + 1 })) })).toHaveLength(50)
  })

  test('says nothing of the id while other faults stand', () => {
    expect(messages('treaty', 'cedaw', treatyYaml({ title: undefined }))).toEqual(['the key title is missing'])
  })

  test('names the keys that are still free where none is near', () => {
    const items = [article({ paragraphs: [paragraph({ remark: 'x' })] })]
    expect(ofTreaty({ articles: items })).toEqual(['unknown key "remark"; not used yet: words, note, grade'])
  })

  test('does not suggest a key that the record has already', () => {
    expect(ofTreaty({ titel: 'x' })).toEqual([expect.not.stringContaining('did you mean')])
  })

  test('reports each unknown key at its own place', () => {
    const places = problemsOf('treaty', 'cat', `${treatyYaml()}one: 1\ntwo: 2\n`).map(({ line, column }) => [line, column])
    expect(places).toEqual([
      [20, 1],
      [21, 1],
    ])
  })

  test('names an item of a list by its number', () => {
    const items = [premise(), premise({ id: 'P2', restsOn: ['CAT', 3] })]
    expect(messages('argument', 'ARG-L01-1', writeYaml(argument({ premises: items })))).toEqual([
      'restsOn 2 is 3; expected text: put it in quotes',
    ])
  })

  test('cuts a long value short', () => {
    const [message] = ofTreaty({ form: 'x'.repeat(500) })
    expect(message).toMatch(/^form is "x{56}…; expected one of/u)
  })

  test('asks for quotes only where they would help', () => {
    expect(ofTreaty({ title: 5 })).toEqual(['title is 5; expected text: put it in quotes'])
    expect(ofTreaty({ title: { a: 1 } })).toEqual(['title is {"a":1}; expected text'])
    expect(ofTreaty({ unts: { volume: 1.5, page: 85 } })).toEqual(['volume is 1.5; expected a whole number'])
  })

  test('says what a flag may be', () => {
    const [message] = messages('argument', 'ARG-L01-1', argumentYaml({ warrant: { text: 'x', how: 'express', asCustom: false } }))
    expect(message).toBe('asCustom is false; expected true')
  })

  test.each(['2023-02-29', '2023-04-31', '2023-13-01', '2023-00-10', '2023-01-00', '0000-00-00'])('refuses %s, which is no day', (day) => {
    expect(ofTreaty({ inForce: day })).toEqual(['inForce: no such day in the calendar'])
  })

  test.each(['1951', '1951-07', '1951-07-28', '2024-02-29'])('takes %s for a day, month or year', (day) => {
    expect(validate('treaty', 'cat', treatyYaml({ adopted: day }))).toMatchObject({ data: { adopted: day } })
  })

  test.each([
    'ftp://un.org/a',
    'data:text/html,x',
    'JAVASCRIPT:alert(1)',
    '//un.org/a',
    'un.org',
    'https://',
    'https://a:b@un.org/',
    'https://@un.org:x/',
  ])('refuses the address %s', (value) => {
    expect(ofTreaty({ address: value })).toEqual(['address: expected an http or https address without a user name'])
  })

  test.each([
    ['a tab in a line', 'Torture\u0009Convention'],
    ['letters of other scripts', '고문방지협약 酷刑公约 اتفاقية'],
    ['letters outside the basic plane', 'Convention 𝒜 😀'],
    ['quotation marks around a part', '“Torture” Convention'],
  ])('takes %s', (_, title) => {
    expect(validate('treaty', 'cat', treatyYaml({ title }))).toMatchObject({ data: { title } })
  })

  test.each([...'\u0000\u0007\u001b\u007f\u0085\u00ad\u061c\u200b\u200d\u200e\u202a\u202e\u2028\u2060\u2066\ufeff\ud800', '\u{e0041}'])(
    'refuses the hidden character %j',
    (letter) => {
      expect(ofTreaty({ title: `Torture${letter}Convention` })).toEqual([
        expect.stringMatching(/^title: holds a control, bidirectional or zero-width/u),
      ])
    },
  )
})
