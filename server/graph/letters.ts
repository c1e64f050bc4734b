/** Texts as letters and figures alone, which is what is left when copies differ in spaces, punctuation, quotation marks and capitals. */
import { distance } from 'fastest-levenshtein'

export interface Letters {
  readonly text: string
  /** Letters and figures of the text, in small letters. */
  readonly flat: string
  /** Where in the text each of them stands. */
  readonly at: readonly number[]
}

export function lettersOf(source: string): Letters {
  const text = source.normalize('NFKC')
  const at: number[] = []
  let flat = ''
  let offset = 0
  for (const char of text) {
    const folded = char.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
    for (let index = 0; index < folded.length; index++) at.push(offset)
    flat += folded
    offset += char.length
  }
  return { text, flat, at }
}

/** A quotation is one piece or, where it leaves words out (…), several. */
export const piecesOf = (quotation: string): Letters[] =>
  quotation
    .split(/…|\[\.{3}\]/u)
    .map(lettersOf)
    .filter(({ flat }) => flat !== '')

/** The first piece that does not stand in the letters after the piece before it; nothing, if all follow each other. */
export function missingPiece(flat: string, pieces: readonly Letters[]): Letters | undefined {
  let from = 0
  for (const piece of pieces) {
    const found = flat.indexOf(piece.flat, from)
    if (found < 0) return piece
    from = found + piece.flat.length
  }
  return undefined
}

/** Whether a reading is another no further than a misprint: at most one letter in ten is changed. */
export function isMisprint(reading: string, quotation: string): boolean {
  const wanted = lettersOf(quotation).flat
  return distance(lettersOf(reading).flat, wanted) <= wanted.length / 10
}

/** Words on either side of a first difference, as two texts have them. */
export interface Difference {
  readonly quoted: string
  readonly there: string
}

/** Letters that are shown before and after a difference. */
const BEFORE = 25
const AFTER = 35

function commonStart(a: string, b: string): number {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same
}

/** Whole words around a letter, with … where the text goes on. */
function around({ text, at, flat }: Letters, letter: number, last: number): string {
  const start = text.lastIndexOf(' ', at[Math.max(0, letter - BEFORE)] ?? 0) + 1
  const after = Math.min(last, letter + AFTER)
  const end = after < flat.length ? text.slice(0, at[after]).replace(/\s\S*$/u, '').length : text.length
  return `${start > 0 ? '…' : ''}${text.slice(start, Math.max(end, start)).trim().replace(/\s+/gu, ' ')}${end < text.length ? '…' : ''}`
}

/** Letters at which a word begins. */
const wordStarts = ({ text, at }: Letters) =>
  at.flatMap((offset, letter) => (letter === 0 || /[\s(“"‘]/u.test(text[offset - 1] ?? '') ? [letter] : []))

/** How a text has the words that are nearest to some that it lacks; nothing, if it has none like them. */
export function nearestRun(source: Letters, piece: Letters): Difference | undefined {
  const size = piece.flat.length
  let best = { start: -1, away: size / 2 }
  for (const start of wordStarts(source)) {
    const away = distance(source.flat.slice(start, start + size), piece.flat)
    if (away < best.away) best = { start, away }
  }
  if (best.start < 0) return undefined
  const same = commonStart(source.flat.slice(best.start), piece.flat)
  return { quoted: around(piece, same, size), there: around(source, best.start + same, best.start + size + AFTER) }
}

/** The first difference of two texts that should be alike to the letter. */
export function firstDifference(quoted: string, there: string): Difference {
  const same = commonStart(quoted, there)
  const cut = (text: string) => text.slice(Math.max(0, same - BEFORE), same + AFTER)
  return { quoted: cut(quoted), there: cut(there) }
}
