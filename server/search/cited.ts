/** A citation within a longer text: `what does article 33 of the Refugee Convention say`. */
import { type Citable, type CitationIndex, findCited } from '../graph/citation.ts'

/** Words of the longest citation that is looked for, and of a text in which one is. */
const MAX_CITATION = 8
const MAX_WORDS = 24

export interface Cited<N> {
  readonly node: N
  /** The rest of the text. */
  readonly before: string
  readonly after: string
}

/** The longest run of words with a figure in it that cites one thing. */
export function citedWithin<N extends Citable<N>>(citations: CitationIndex<N>, text: string): Cited<N> | undefined {
  const words = text
    .replace(/[?!]+\s*$/u, '')
    .split(/\s+/u)
    .slice(0, MAX_WORDS)
  for (let length = Math.min(MAX_CITATION, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length).join(' ')
      if (!/\d/u.test(run)) continue
      const [node, other] = findCited(citations, run)
      if (node && !other) return { node, before: words.slice(0, at).join(' '), after: words.slice(at + length).join(' ') }
    }
  }
  return undefined
}
