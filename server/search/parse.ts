/** What a reader types into terms, phrases and unwanted words. No text is an error, and no sign but `"` and `-` is an operator. */
import { fold, joinedHyphens, MAX_TERM, tokenise } from './tokenise.ts'
import { FUNCTION_WORDS } from './words.ts'

export interface Parsed {
  /** What to look for, in the order of the text; the last may be unfinished. */
  readonly terms: readonly string[]
  readonly phrases: readonly string[]
  readonly unwanted: readonly string[]
}

/** More terms than these narrow nothing further and cost time. */
const MAX_TERMS = 8

const PHRASE = /["“”„«»]([^"“”„«»]{1,200})["“”„«»]/gu
const UNWANTED = /(?<=^|\s)-(\p{L}[\p{L}\p{N}]*)/gu

/** Function words count only where there is nothing else. */
function telling(terms: readonly string[]): readonly string[] {
  const found = terms.filter((term) => !FUNCTION_WORDS.has(term))
  return found.length > 0 ? found : terms
}

export function parse(text: string): Parsed {
  const phrases = [...text.matchAll(PHRASE)].map(([, phrase = '']) => phrase).filter((phrase) => tokenise(phrase).length > 0)
  const rest = text.replace(PHRASE, ' ')
  const unwanted = [...rest.matchAll(UNWANTED)].map(([, word = '']) => fold(word).slice(0, MAX_TERM))
  const wanted = rest.replace(UNWANTED, ' ')
  const terms = [...phrases.flatMap(tokenise), ...joinedHyphens(wanted), ...tokenise(wanted)]
  return { terms: telling([...new Set(terms)]).slice(0, MAX_TERMS), phrases, unwanted: unwanted.slice(0, MAX_TERMS) }
}
