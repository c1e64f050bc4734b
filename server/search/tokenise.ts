/** Text into search terms: one tokeniser for records and for what a reader types. */

/** Longest term that is looked at; the rest of a longer one is dropped. */
export const MAX_TERM = 40

const SCRIPTS = String.raw`\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}`
const CJK = new RegExp(`[${SCRIPTS}]`, 'u')
/** A run of letters without word breaks, or a word with its apostrophe; 1951년 is one of each. */
const RUN = new RegExp(String.raw`[${SCRIPTS}]+|(?:(?![${SCRIPTS}])[\p{L}\p{N}])+(?:['’](?:(?![${SCRIPTS}])\p{L})+)?`, 'gu')

/** Whether a text is in a script that is cut into pairs of letters. */
export const isUnbroken = (text: string): boolean => CJK.test(text)

const PLAIN = /^[\x20-\x7e\n]*$/u

/** Small letters without accents and full-width forms; Hangul stays composed. */
export function fold(text: string): string {
  // Most texts are plain letters, which have nothing to fold.
  if (PLAIN.test(text)) return text.toLowerCase()
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

const withoutApostrophe = (word: string) => word.replace(/['’]s?$/u, '').replace(/['’]/gu, '')

/** Terms in the order of the text; a word in hyphens gives its parts. */
export const tokenise = (text: string): string[] =>
  [...fold(text).matchAll(RUN)].flatMap(([run]) => (isUnbroken(run) ? pairs(run) : [withoutApostrophe(run).slice(0, MAX_TERM)]))

/** `non-refoulement` is also looked for as `nonrefoulement`. */
export function joinedHyphens(text: string): string[] {
  return [...fold(text).matchAll(/\p{L}+(?:[-‐‑–]\p{L}+)+/gu)].map((match) => match[0].replace(/[-‐‑–]/gu, '').slice(0, MAX_TERM))
}
