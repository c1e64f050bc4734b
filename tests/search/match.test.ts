import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assembleIndex, type Index, indexParts } from '../../server/search/index.ts'
import { inThose, match, type Wanted } from '../../server/search/match.ts'
import { stem } from '../../server/search/stem.ts'
import type { Postings } from '../../server/search/weigh.ts'
import { OTHER_WAYS } from '../../server/search/weights.ts'

/** Words with their stems and longer words, one that occurs nowhere, and Korean, of which one letter is a word. */
const WORDS = ['tor', 'torture', 'tortur', 'tortured', 'refuge', 'refug', 'refugee', 'refugees', 're', 'state', '송', '송환', 'zzqx']

/** For each term, the weight in thousandths by place of entry. */
type Held = ReadonlyMap<string, ReadonlyMap<number, number>>

const none = assembleIndex(indexParts([], []))

function indexOf(held: Held, length: number): Index {
  const terms = [...held.keys()].sort()
  const rows = terms.map((term) => [...(held.get(term) ?? [])].sort(([a], [b]) => a - b))
  const postings: Postings = {
    starts: Uint32Array.from([0, ...rows.map((_, at) => rows.slice(0, at + 1).flat().length)]),
    entries: Uint32Array.from(rows.flatMap((row) => row.map(([entry]) => entry))),
    weights: Uint32Array.from(rows.flatMap((row) => row.map(([, weight]) => weight))),
  }
  return { ...none, list: Array(length), terms, postings }
}

/** What holds a word, and the weight of its best form: another form counts for three quarters, a longer word for two fifths. */
function holders(held: Held, word: string, isLast: boolean): Map<number, number> {
  const best = new Map<number, number>()
  const add = (term: string, factor: number) => {
    for (const [entry, weight] of held.get(term) ?? []) best.set(entry, Math.max(best.get(entry) ?? 0, (factor * weight) / 1000))
  }
  add(word, 1)
  add(stem(word), 0.75)
  const canBegin = word.length >= (word.startsWith('송') ? 1 : 3)
  if (canBegin && (isLast || best.size === 0)) for (const term of held.keys()) if (term.startsWith(word)) add(term, 0.4)
  return best
}

/** What says it in another way: all words of one, by the mean of their weights. */
function tellers(held: Held, { ways }: Wanted): Map<number, number> {
  const best = new Map<number, number>()
  for (const { words, isName } of ways) {
    const each = words.map((word) => holders(held, word, false))
    for (const entry of each[0]?.keys() ?? []) {
      if (!each.every((one) => one.has(entry))) continue
      const mean = each.reduce((sum, one) => sum + (one.get(entry) ?? 0), 0) / words.length
      best.set(entry, Math.max(best.get(entry) ?? 0, (isName ? OTHER_WAYS.name : OTHER_WAYS.loose) * mean))
    }
  }
  return best
}

/** The formula as it is written down, without any thought of time. */
function plainly(held: Held, length: number, wanted: readonly Wanted[], unwanted: readonly string[]): Map<number, number> {
  const sums = new Map<number, number>()
  const covered = new Map<number, number>()
  wanted.forEach((term, place) => {
    const typed = holders(held, term.word, place === wanted.length - 1)
    const told = [...tellers(held, term)].filter(([entry]) => !typed.has(entry))
    const holding = typed.size + told.length
    const rarity = Math.log(1 + (length - holding + 0.5) / (holding + 0.5))
    const meet = (entry: number, weight: number, part: number) => {
      sums.set(entry, (sums.get(entry) ?? 0) + term.weight * weight)
      covered.set(entry, (covered.get(entry) ?? 0) + term.weight * rarity * part)
    }
    for (const [entry, weight] of typed) meet(entry, weight, 1)
    for (const [entry, weight] of told) meet(entry, weight, OTHER_WAYS.cover)
  })
  for (const word of unwanted) for (const entry of holders(held, word, false).keys()) covered.delete(entry)
  const most = Math.max(...covered.values())
  const shown = [...covered].filter(([, cover]) => cover >= 0.4 * most)
  return new Map(shown.map(([entry, cover]) => [entry, (sums.get(entry) ?? 0) * (cover / most) ** 2.4]))
}

const LENGTH = 40
const word = fc.constantFrom(...WORDS)
/** Terms that few entries hold, and terms that most do; some weigh nothing where they are. */
const held = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...WORDS.slice(0, -1)), fc.constantFrom(2, 10, LENGTH)), { selector: ([term]) => term })
  .chain((terms) =>
    fc.tuple(
      ...terms.map(([term, most]) =>
        fc
          .uniqueArray(fc.tuple(fc.nat(LENGTH - 1), fc.oneof(fc.constant(0), fc.nat(9_000))), {
            selector: ([entry]) => entry,
            minLength: most >> 1,
            maxLength: most,
          })
          .map((row) => [term, new Map(row)] as const),
      ),
    ),
  )
  .map((rows): Held => new Map(rows))
const way = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 3 }), isName: fc.boolean() })
const wanted = fc.array(fc.record({ word, ways: fc.array(way, { maxLength: 2 }), weight: fc.constantFrom(1, 0.7) }), { maxLength: 4 })
const unwanted = fc.array(word, { maxLength: 2 })

describe('match', () => {
  test('finds what the formula finds as it is written down, with the same scores', () => {
    let found = 0
    fc.assert(
      fc.property(held, fc.array(fc.tuple(wanted, unwanted), { minLength: 1, maxLength: 3 }), (terms, queries) => {
        const index = indexOf(terms, LENGTH)
        for (const [want, avoid] of queries) {
          const { places, scores } = match(index, want, avoid)
          const plain = plainly(terms, LENGTH, want, avoid)
          found += places.length
          expect([...places].sort((a, b) => a - b)).toEqual([...plain.keys()].sort((a, b) => a - b))
          places.forEach((entry, at) => {
            expect(scores[at]).toBeCloseTo(plain.get(entry) ?? Number.NaN, 9)
          })
        }
      }),
      { numRuns: 1_000 },
    )
    expect(found).toBeGreaterThan(10_000)
  })

  test('gives the same answer again, whatever was asked between', () => {
    const index = indexOf(
      new Map([
        ['torture', new Map([[3, 500]])],
        [
          'state',
          new Map([
            [3, 100],
            [4, 900],
          ]),
        ],
      ]),
      6,
    )
    const first = match(index, inThose(['torture', 'state']), [])
    match(index, inThose(['state']), ['torture'])
    expect(match(index, inThose(['torture', 'state']), [])).toEqual(first)
    expect([...first.places]).toEqual([3, 4])
  })
})
