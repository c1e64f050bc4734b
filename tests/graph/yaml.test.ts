import fc from 'fast-check'
import { dump } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { isFault, parseYaml, writeYaml, type YamlDocument } from '../../server/graph/yaml.ts'
import type { Path } from '../../server/kinds/kind.ts'

function read(source: string): YamlDocument {
  const result = parseYaml(source)
  if (isFault(result)) throw new Error(`${result.line}:${result.column}: ${result.message}`)
  return result
}

/** Source from a place to its end. */
const sourceAt = (source: string, { line, column }: { line: number; column: number }) =>
  source
    .split('\n')
    .slice(line - 1)
    .join('\n')
    .slice(column - 1)

/** Data whose every leaf says where it is: a text begins with `leaf7:`, a number is 7. */
function numbered(data: unknown): { data: unknown; leaves: { path: Path; shown: string }[] } {
  const leaves: { path: Path; shown: string }[] = []
  const visit = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => visit(item, [...path, index]))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visit(item, [...path, key])]))
    const leaf = typeof value === 'string' ? `leaf${leaves.length}:${value}` : typeof value === 'number' ? leaves.length : value
    leaves.push({ path, shown: typeof value === 'string' ? `leaf${leaves.length}:` : String(leaf) })
    return leaf
  }
  return { data: visit(data, []), leaves }
}

const key = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text !== '__proto__')

const { plain } = fc.letrec<{ plain: unknown }>((tie) => ({
  plain: fc.oneof(
    { maxDepth: 6, depthSize: 'medium' },
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.lorem({ mode: 'sentences', maxCount: 8 }),
      fc.array(fc.lorem(), { maxLength: 4 }).map((lines) => lines.join('\n')),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('plain'), { maxLength: 4 }),
    fc.dictionary(key, tie('plain'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

const styles = fc.record({
  indent: fc.constantFrom(2, 4, 7),
  lineWidth: fc.constantFrom(-1, 20, 80),
  flowLevel: fc.constantFrom(-1, 0, 2),
  quoteStyle: fc.constantFrom('single' as const, 'double' as const),
})

describe('parseYaml', () => {
  test('keeps dates, and words that YAML 1.1 reads as true or false, as text', () => {
    expect(read('a: 2023-10-09\nb: no\nc: on\nd: 12:30').data).toEqual({ a: '2023-10-09', b: 'no', c: 'on', d: '12:30' })
  })

  test('gives the place of every leaf, whatever the style in which the data are written', () => {
    fc.assert(
      fc.property(plain, styles, (value, style) => {
        const { data, leaves } = numbered(value)
        const source = dump(data, { ...style, noRefs: true })
        const document = read(source)
        expect(document.data).toEqual(data)
        for (const { path, shown } of leaves)
          expect(sourceAt(source, document.valueAt(path)).replace(/^["']/u, '')).toSatisfy((text: string) => text.startsWith(shown))
      }),
      { numRuns: 500 },
    )
  })

  test('gives the place of a mapping and of a list as that of the first thing in it', () => {
    const document = read('a:\n  b:\n    - c: 1\n')
    expect(document.valueAt(['a'])).toEqual({ line: 2, column: 3 })
    expect(document.valueAt(['a', 'b'])).toEqual({ line: 3, column: 5 })
    expect(document.valueAt(['a', 'b', 0])).toEqual({ line: 3, column: 7 })
  })

  test('gives the place of the text in a block, past its indentation', () => {
    expect(read('a: >-\n\n    words\n').valueAt(['a'])).toEqual({ line: 3, column: 5 })
  })

  test('gives the place of the key for a value left empty', () => {
    expect(read('a: 1\nbc:\n').valueAt(['bc'])).toEqual({ line: 2, column: 1 })
    expect(read('a:\n  - b:\n').valueAt(['a', 0, 'b'])).toEqual({ line: 2, column: 5 })
  })

  test('gives the place of the nearest value above a path that is not there', () => {
    const document = read('a:\n  b: 1\n')
    expect(document.valueAt(['a', 'x', 'y'])).toEqual({ line: 2, column: 3 })
    expect(document.valueAt(['x'])).toEqual({ line: 1, column: 1 })
  })

  test('counts columns in UTF-16 units', () => {
    expect(read('{ "𝒜": 1, b: 2 }').valueAt(['b'])).toEqual({ line: 1, column: 15 })
  })

  test('gives the place of a key, and of its mapping where there is no such key', () => {
    const document = read('a:\n  b: 1\n  "c d": 2\n')
    expect(document.keyAt(['a'], 'c d')).toEqual({ line: 3, column: 3 })
    expect(document.keyAt(['a'], 'x')).toEqual({ line: 2, column: 3 })
  })

  test('gives the place of words within a text, also across a line break', () => {
    const document = read('a: see [[B (1)]] here\nb: >-\n  and\n  see [[B\n  (1)]] there\n')
    expect(document.wordsAt(['a'], '[[B (1)]]')).toEqual({ line: 1, column: 8 })
    expect(document.wordsAt(['b'], '[[B (1)]]')).toEqual({ line: 4, column: 7 })
  })

  test('gives the place of the text for words that only a later value holds', () => {
    expect(read('a: "\\x42"\nb: B\n').wordsAt(['a'], 'B')).toEqual({ line: 1, column: 4 })
  })

  test('reads a key such as constructor as any other', () => {
    expect(read('constructor: 1\ntoString: 2\n').data).toEqual({ constructor: 1, toString: 2 })
  })

  test.each([
    ['nineteen levels', '['.repeat(19) + ']'.repeat(19)],
    ['an anchor that nothing uses', 'a: &name 1'],
    ['a document between markers', '---\na: 1\n...\n'],
  ])('takes %s', (_, source) => {
    expect(isFault(parseYaml(source))).toBe(false)
  })

  test.each([
    ['a second document', 'a: 1\n---\nb: 1\n', { line: 3, column: 1 }],
    ['an empty second document', 'a: 1\n---\n---\n', { line: 2, column: 1 }],
    ['an alias within a list', 'a: &x 1\nb:\n  - *x\n', { line: 3, column: 5 }],
    ['the key __proto__ in a flow', 'a: { __proto__: 1 }', { line: 1, column: 6 }],
    ['a quoted __proto__', '"__proto__": 1', { line: 1, column: 1 }],
    ['a duplicate that is written in another way', '1: a\n0x1: b\n', { line: 2, column: 1 }],
  ])('refuses %s at its place', (_, source, place) => {
    expect(parseYaml(source)).toMatchObject(place)
    expect(isFault(parseYaml(source))).toBe(true)
  })

  test('never throws, whatever the text', () => {
    const yamlish = fc.array(
      fc.constantFrom(
        'a',
        ':',
        ' ',
        '\n',
        '-',
        '?',
        '&x',
        '*x',
        '!',
        '|',
        '>',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        ',',
        '#',
        '---',
        '...',
        '<<',
        '\t',
        '\\',
        '%',
        '\u2028',
        '\ud800',
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          yamlish.map((parts) => parts.join('')),
        ),
        (source) => {
          const result = parseYaml(source)
          const { line, column } = isFault(result) ? result : result.valueAt([])
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('writeYaml', () => {
  test('writes what parseYaml reads back to equal data', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(read(writeYaml(value)).data).toEqual(value)
      }),
      { numRuns: 300 },
    )
  })
})
