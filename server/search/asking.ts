/** What a text asks for by how it is put: whether it is a question, and what kind of thing answers it. */
import { stem } from './stem.ts'
import { tokenise } from './tokenise.ts'

export interface Asking {
  /** It is a question in plain words. */
  readonly isQuestion: boolean
  /** It asks what is allowed or owed, which no account of what happened tells. */
  readonly isOfLaw: boolean
  /** Where it asks what something is, that as headings say it: `definition of torture`. */
  readonly definition: string | undefined
  /** The kind of thing that it asks for, if it says so: `which treaties`, `economic migrants argument`. */
  readonly kind: string | undefined
}

const QUESTION =
  /^(?:can|may|must|is|are|was|were|do|does|did|has|have|had|will|would|should|could|what|which|who|whom|whose|when|where|why|how)\s/iu

const OF_LAW = /^(?:can|may|must|should)\s/iu

/** `The` would ask for one that is known; more words than three ask for more than a meaning. */
const OF_MEANING = /^(?:what|who)\s+(?:is|are)\s+(?!the\s)(?:an?\s+)?([\p{L}-]+(?:\s+[\p{L}-]+){0,2})\s*\??$/iu

/** What a lawyer calls things of each kind. */
const NOUNS: Readonly<Record<string, string>> = {
  treaty: 'treaty convention covenant protocol instrument',
  article: 'article provision clause',
  norm: 'norm rule principle',
  interpretation: 'comment observation case judgment decision resolution report',
  claim: 'claim allegation accusation',
  'counter-argument': 'argument counterargument objection defence excuse',
}

const KINDS = new Map(Object.entries(NOUNS).flatMap(([kind, nouns]) => nouns.split(' ').map((noun) => [stem(noun), kind] as const)))

/** The noun that a text is about: the one after `which`, else the last of what is no question. */
function headOf(words: readonly string[], isQuestion: boolean): string | undefined {
  const [first = '', second] = words
  if (/^(?:which|what)$/u.test(first)) return second
  return isQuestion ? undefined : words.at(-1)
}

export function askingOf(text: string): Asking {
  const isQuestion = QUESTION.test(text)
  const head = headOf(tokenise(text), isQuestion)
  const [, meant] = OF_MEANING.exec(text) ?? []
  return {
    isQuestion,
    isOfLaw: OF_LAW.test(text),
    definition: meant === undefined ? undefined : `definition of ${meant}`,
    kind: head === undefined ? undefined : KINDS.get(stem(head)),
  }
}
