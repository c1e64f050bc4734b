import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKnowledge } from '../../server/graph/index.ts'
import { formatCitation, type Reading, readCitation, trimmed } from '../../server/graph/reading.ts'
import { kinds } from '../../server/kinds/index.ts'

const { graph } = readKnowledge('knowledge', kinds)

describe('readCitation', () => {
  test('takes an article and a paragraph apart', () => {
    expect(readCitation('CAT art 3(1)')).toContainEqual({ head: 'CAT', unit: 'article', pinpoint: { from: ['3', '1'], to: undefined } })
    expect(readCitation('CAT/C/GC/4 paras 8-9')).toContainEqual({
      head: 'CAT/C/GC/4',
      unit: 'paragraph',
      pinpoint: { from: ['8'], to: ['9'] },
    })
  })

  test('leaves open whether a bare number is an article or a paragraph', () => {
    expect(readCitation('CAT 3')).toContainEqual({ head: 'CAT', unit: 'any', pinpoint: { from: ['3'], to: undefined } })
  })

  test('reads a number before brackets as part of the head too', () => {
    const heads = readCitation('ExCom 25(b)').map((reading) => reading.head)
    expect(heads).toEqual(['ExCom 25(b)', 'ExCom', 'ExCom 25'])
  })

  test('reads the whole text as a name first', () => {
    expect(readCitation('GC 31')[0]).toEqual({ head: 'GC 31', unit: 'none', pinpoint: undefined })
  })

  test('reads nothing in an empty text', () => {
    expect(readCitation(' ')).toEqual([])
  })
})

describe('formatCitation', () => {
  test('writes the one spelling of each', () => {
    const written = (unit: Reading['unit'], from: string[], to?: string[]) => formatCitation({ head: 'X', unit, pinpoint: { from, to } })
    expect(written('article', ['3', '1'])).toBe('X art 3(1)')
    expect(written('article', ['1', 'A', '2'])).toBe('X art 1A(2)')
    expect(written('article', ['3'], ['5'])).toBe('X art 3-5')
    expect(written('paragraph', ['13'])).toBe('X para 13')
    expect(written('paragraph', ['8'], ['9'])).toBe('X paras 8-9')
    expect(written('any', ['b'])).toBe('X (b)')
    expect(formatCitation({ head: 'X', unit: 'none', pinpoint: undefined })).toBe('X')
  })

  test('writes what readCitation reads back, for any name in the records and any place', () => {
    const letter = fc.constantFrom('a', 'b', 'k')
    const roman = fc.constantFrom('i', 'ii', 'iv')
    const number = fc.integer({ min: 1, max: 500 }).map(String)
    const steps = (first: fc.Arbitrary<string>) =>
      fc.tuple(first, fc.array(fc.oneof(number, letter, roman), { maxLength: 2 })).map(([one, more]) => [one, ...more])
    const article = fc.oneof(
      steps(fc.oneof(number, fc.constantFrom('8 bis', '15 ter', 'IX', 'II'))),
      fc.tuple(number, fc.constantFrom('A', 'C', 'F'), number),
    )
    const paragraph = steps(
      fc.oneof(
        number,
        letter,
        fc.tuple(number, number).map((pair) => pair.join('.')),
      ),
    )
    const place = fc.oneof(
      article.map((from) => ({ unit: 'article' as const, pinpoint: { from, to: undefined } })),
      paragraph.map((from) => ({ unit: 'paragraph' as const, pinpoint: { from, to: undefined } })),
      steps(number).map((from) => ({ unit: 'any' as const, pinpoint: { from, to: undefined } })),
      fc.tuple(number, number).map(([from, to]) => ({ unit: 'paragraph' as const, pinpoint: { from: [from], to: [to] } })),
    )
    const names = graph.roots.flatMap((node) => [node.citation, ...node.outline.names])
    fc.assert(
      fc.property(fc.constantFrom(...names), place, (head, { unit, pinpoint }) => {
        const reading: Reading = { head: trimmed(head), unit, pinpoint }
        expect(readCitation(formatCitation(reading))).toContainEqual(reading)
      }),
      { numRuns: 3_000 },
    )
  })
})

describe('trimmed', () => {
  test('drops width, spaces and signs at the end', () => {
    expect(trimmed('  ＣＡＴ   art\n3 .;')).toBe('CAT art 3')
    expect(trimmed('.')).toBe('')
  })

  test('cuts a text that is longer than any name', () => {
    expect(trimmed('x'.repeat(100_000)).length).toBe(500)
  })
})
