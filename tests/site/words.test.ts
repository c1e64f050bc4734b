import { readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { TONGUES } from '../../server/site/language.ts'
import { usedMessages } from '../words.ts'

const catalogues = TONGUES.filter(({ code }) => code !== 'en').map(
  ({ code }) => [code, JSON.parse(readFileSync(`views/words/${code}.json`, 'utf8')) as Record<string, string>] as const,
)
const used = usedMessages()

interface Element {
  readonly type: number
  readonly value?: unknown
  readonly children?: readonly Element[]
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>
}

/** Names of the values and of the tags that a message takes. */
function namesIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => [
    ...(element.type > 0 && typeof element.value === 'string' ? [element.value] : []),
    ...namesIn(element.children ?? []),
    ...Object.values(element.options ?? {}).flatMap(({ value }) => namesIn(value)),
  ])
}

const placeholders = (message: string) => [...new Set(namesIn(new IntlMessageFormat(message, 'en').getAst() as readonly Element[]))].sort()

describe.each(catalogues)('the words in %s', (_code, words) => {
  test('say every message that views and code show', () => {
    expect(used.filter((message) => !words[message])).toEqual([])
  })

  test('say nothing that is shown nowhere', () => {
    expect(Object.keys(words).filter((message) => !used.includes(message))).toEqual([])
  })

  test('take the same values and tags as the English', () => {
    const differing = Object.entries(words).filter(([message, said]) => placeholders(message).join() !== placeholders(said).join())
    expect(differing).toEqual([])
  })

  test('stand in the order of the alphabet, so that two editors seldom change the same line', () => {
    expect(Object.keys(words)).toEqual(Object.keys(words).toSorted())
  })
})
