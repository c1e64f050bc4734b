/** Text into search terms: one tokeniser for records and for what a reader types. */

/** Longest term that is looked at; the rest of a longer one is dropped. */
export const MAX_TERM = 40

const CJK = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u
const RUN = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu

/** Small letters without accents and full-width forms; Hangul stays composed. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
}

/** Han and Hangul have no word breaks that a reader keeps to: pairs of letters find any word in any run. */
function pairs(run: string): string[] {
  const letters = [...run]
  return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

export interface Term {
  readonly text: string
  /** Place of the run it comes from, in the folded text. */
  readonly start: number
  readonly length: number
}

/** Terms in the order of the text. A word in hyphens gives its parts and, for records, the whole without hyphens. */
export function tokenise(text: string): Term[] {
  const folded = fold(text)
  return [...folded.matchAll(RUN)].flatMap((match) => {
    const run = match[0]
    const at = { start: match.index, length: run.length }
    if (CJK.test(run)) return pairs(run).map((pair) => ({ text: pair, ...at }))
    return [
      {
        text: run
          .replace(/['’]s?$/u, '')
          .replace(/['’]/gu, '')
          .slice(0, MAX_TERM),
        ...at,
      },
    ]
  })
}

/** `non-refoulement` is also looked for as `nonrefoulement`. */
export function joinedHyphens(text: string): string[] {
  return [...fold(text).matchAll(/\p{L}+(?:[-‐‑–]\p{L}+)+/gu)].map((match) => match[0].replace(/[-‐‑–]/gu, '').slice(0, MAX_TERM))
}
