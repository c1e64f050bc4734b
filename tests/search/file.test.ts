import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packNumbers, unpackNumbers } from '../../server/search/bytes.ts'
import { searchEntries } from '../../server/search/entries.ts'
import { keyOf, readIndex, writeIndex } from '../../server/search/file.ts'
import { indexParts } from '../../server/search/index.ts'
import { placesOf } from '../../server/search/place.ts'
import { graphOf, wholeKnowledge } from '../make.ts'

const { graph } = graphOf(wholeKnowledge())
const parts = indexParts(searchEntries(graph), placesOf(graph))
const key = '5'.repeat(64)
const file = writeIndex(parts, key)

describe('packNumbers', () => {
  test('is undone by unpackNumbers', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 0xffff_ffff }))), (numbers) => {
        expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers)
      }),
    )
  })
})

describe('writeIndex', () => {
  test('is undone by readIndex, to the last value', () => {
    expect(readIndex(file)).toEqual(parts)
  })

  test('writes an index without entries too', () => {
    const none = indexParts([], [])
    expect(readIndex(writeIndex(none, key))).toEqual(none)
  })

  test('writes the same bytes for the same parts', () => {
    expect(writeIndex(indexParts(searchEntries(graph), placesOf(graph)), key)).toEqual(file)
  })
})

describe('keyOf', () => {
  test('gives the key of a whole file, wherever it lies in memory', () => {
    const longer = new Uint8Array(file.length + 3)
    longer.set(file, 3)
    expect(keyOf(file)).toBe(key)
    expect(keyOf(longer.subarray(3))).toBe(key)
  })

  test('gives none for a file that is cut off, wherever it is', () => {
    for (let length = 0; length < file.length; length += length < 200 ? 1 : 97)
      expect(keyOf(file.subarray(0, length)), `${length}`).toBe(undefined)
  })

  test('gives no such key for a file of which one byte is another', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const spoilt = file.slice()
        spoilt[at] = (spoilt[at] ?? 0) ^ change
        expect(keyOf(spoilt)).not.toBe(key)
      }),
    )
  })

  test('gives none for bytes that are something else', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => keyOf(bytes) === undefined))
  })
})
