import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKnowledge } from '../../server/graph/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import { assembleIndex, indexParts } from '../../server/search/index.ts'
import { placesOf } from '../../server/search/place.ts'
import { answerSearch } from '../../server/site/answer.ts'
import { makeSite } from '../../server/site/site.ts'
import { documents } from '../bench/corpus.ts'

const { graph } = readKnowledge('knowledge', kinds)
const site = makeSite(graph, kinds, { index: assembleIndex(indexParts(documents(3_000), placesOf(graph))) })

/** What queries of other searches are made of, and what breaks programs that read text. */
const PIECES = [
  ...[
    '+',
    '-',
    '*',
    '~',
    '^',
    ':',
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '\\',
    '/',
    '&&',
    '||',
    '!',
    '?',
    '%',
    '_',
    ';',
    '--',
    '<',
    '>',
    '&',
    '=',
    '#',
    '|',
    '“',
    '”',
    '«',
    '»',
  ],
  ...[
    'AND',
    'OR',
    'NOT',
    'NEAR',
    'title:',
    'text:',
    '*:*',
    '~1',
    '~99',
    '^100',
    '${',
    '{{',
    '<mark>',
    '<script>',
    '__proto__',
    'constructor',
    'toString',
    'undefined',
    'null',
    'NaN',
  ],
  ...[
    '\0',
    '\u0001',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\udc00',
    '\u{1f600}',
    '\u0301',
    '\uffff',
    'ﷺ',
    'ﬁ',
    'İ',
    'ß',
    '　',
    '\r\n',
    '\t',
  ],
  ...[
    'torture',
    'refoulement',
    'non-refoulement',
    'CAT art 3',
    'art',
    'CRC',
    'para',
    'IV',
    'China',
    '고문',
    '송환',
    '酷刑',
    '不推回',
    '2023',
    '3(1)',
    '1A(2)',
    'a',
    'of the',
  ],
]

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 8 }) },
)
const long = fc.tuple(piece, fc.integer({ min: 1, max: 4_000 })).map(([text, times]) => text.repeat(times))
const query = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(fc.array(piece, { maxLength: 24 }), fc.constantFrom('', ' ')).map(([pieces, gap]) => pieces.join(gap)) },
  { weight: 1, arbitrary: long },
)

/** What no reader should see of a program. */
const INSIDES = /lunr|parse|syntax|unexpected|RegExp|TypeError|RangeError|\bat .+:\d+:\d+|stack/iu

describe('answerSearch', () => {
  test('answers any query of any bytes and length over 3,000 documents with 200, and with nothing of what is inside', () => {
    let slowest = { time: 0, q: '' }
    fc.assert(
      fc.property(query, (q) => {
        const start = performance.now()
        const { status, json } = answerSearch(site, new Map(Object.entries({ q: [q] })))
        const answer = json() as { total: number; results: { title: string; snippet: string }[] }
        const time = performance.now() - start
        if (time > slowest.time) slowest = { time, q }
        expect(status).toBe(200)
        expect(answer.total).toBeGreaterThanOrEqual(answer.results.length)
        for (const { snippet } of answer.results) expect(snippet.replace(/<\/?mark>/gu, '')).not.toMatch(/[<>]/u)
      }),
      { numRuns: 10_000 },
    )
    // Ten times what is wanted, for a machine that does other things.
    expect(slowest.time, JSON.stringify(slowest.q.slice(0, 100))).toBeLessThan(2_000)
  }, 300_000)

  test('says what is wrong with a parameter in words of its own', () => {
    fc.assert(
      fc.property(fc.constantFrom('kind', 'limit', 'offset', 'treaty', 'body', 'state'), query, (name, value) => {
        const { status, json } = answerSearch(site, new Map(Object.entries({ q: ['torture'], [name]: [value] })))
        expect([200, 400]).toContain(status)
        if (status === 400) expect((json() as { detail: string }).detail.replace(/"(?:[^"\\]|\\.)*"/gu, '')).not.toMatch(INSIDES)
      }),
      { numRuns: 1_000 },
    )
  }, 60_000)
})
