import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SnippetPiece, snippetOf } from '../../server/search/snippet.ts'

const written = (pieces: readonly SnippetPiece[]) => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
const snippet = (text: string, ...terms: string[]) => written(snippetOf(text, terms))

const filler = (words: number) => Array.from({ length: words }, (_, at) => `word${at}`).join(' ')

describe('snippetOf', () => {
  test('marks every word that was found', () => {
    expect(snippet('No torture, and no return to torture.', 'torture')).toBe('No [torture], and no return to [torture].')
  })

  test('marks other forms and longer words', () => {
    expect(snippet('They tortured women; the Tortures of a woman', 'torture', 'women')).toBe(
      'They [tortured] [women]; the [Tortures] of a [woman]',
    )
    expect(snippet('peremptory', 'perempt')).toBe('[peremptory]')
  })

  test('marks words with accents and in full width as they stand', () => {
    expect(snippet('Les réfugiés de la ＣＡＴ', 'refugies', 'cat')).toBe('Les [réfugiés] de la [ＣＡＴ]')
  })

  test('marks the pairs of a Korean or Chinese word as one', () => {
    expect(snippet('이것은 강제송환금지의 원칙', '강제', '제송', '송환')).toBe('이것은 [강제송환]금지의 원칙')
    expect(snippet('《难民公约》第33条', '难民', '民公', '公约')).toBe('《[难民公约]》第33条')
  })

  test('shows the beginning where nothing was found', () => {
    expect(snippet(`Start ${filler(100)}`, 'torture')).toMatch(/^Start word0 .* …$/u)
    expect(snippet('')).toBe('')
  })

  test('shows the window with most different terms', () => {
    const text = `torture ${filler(60)} torture torture ${filler(60)} torture of prisoners ${filler(60)}`
    expect(snippet(text, 'torture', 'prisoners')).toMatch(/^… .*\[torture\] of \[prisoners\].* …$/u)
  })

  test('cuts between words', () => {
    const shown = snippet(`${filler(100)} torture ${filler(100)}`, 'torture')
    expect(shown).toMatch(/^… word\d+ .* word\d+ …$/u)
  })

  test('marks a longer word for the last term only, which may be unfinished', () => {
    expect(snippet('None of the children; childhood', 'non', 'child')).toBe('None of the [children]; [childhood]')
  })

  test('begins with the sentence that begins shortly before, and not behind the stop of an abbreviation', () => {
    expect(snippet(`${filler(100)} ends here. The State denies torture. ${filler(100)}`, 'torture')).toMatch(
      /^… The State denies \[torture\]/u,
    )
    expect(snippet(`${filler(100)} in Agiza v. Sweden on torture. ${filler(100)}`, 'torture')).toMatch(
      /^… word\d+ .*v\. Sweden on \[torture\]/u,
    )
  })

  test('makes one space of many', () => {
    expect(snippet('No \t  torture', 'torture')).toBe('No [torture]')
  })

  test('parts a name or a heading from what stands in the next line', () => {
    expect(snippet('Committee against Torture\nOn article 3.\n\nIt “binds.”\nAll', 'torture')).toBe(
      'Committee against [Torture] · On article 3. It “binds.” All',
    )
  })

  test('says once what two lines say', () => {
    expect(snippet('refugees\nrefugees\nThat they are', 'refugees')).toBe('[refugees] · That they are')
  })

  test('leaves HTML as it stands: who prints it escapes it', () => {
    expect(snippet('<b>torture</b> & "more"', 'torture')).toBe('<b>[torture]</b> & "more"')
  })

  test('is never longer than 240 letters, cuts no letter in two, and adds or drops nothing in its window', () => {
    const text = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('torture', 'women', '고문방지', '💥'.repeat(300), ' ')),
      { maxLength: 200 },
    )
    const terms = fc.array(fc.constantFrom('torture', 'women', '고문', '문방', 'x', '💥'), { maxLength: 8 })
    fc.assert(
      fc.property(text, terms, (parts, wanted) => {
        const source = parts.join(' ')
        const shown = snippetOf(source, wanted)
          .map((piece) => piece.text)
          .join('')
        expect(shown.length).toBeLessThanOrEqual(240)
        expect(shown.isWellFormed()).toBe(source.isWellFormed())
        expect(source.replace(/\s+/gu, ' ')).toContain(shown.replace(/^… | …$/gu, ''))
      }),
    )
  })
})
