/** What an answer says, as a message with its values apart: programs read it in English, a page says it in the language of its reader. */
import type { GraphNode } from '../graph/node.ts'

/**
 * Text without language, such as a citation; a thing, by its name; a word of a closed list; what a State made on joining a treaty, such as a
 * declaration; words of a record, in the language of the record; other sentences, one after the other.
 */
export type Part =
  | string
  | number
  | GraphNode
  | { readonly word: string }
  | { readonly made: string }
  | { readonly written: string }
  | readonly Sentence[]

export interface Sentence {
  /** English, with `{name}` where a value stands. */
  readonly message: string
  readonly values: Readonly<Record<string, Part>>
}

export const sentence = (message: string, values: Sentence['values'] = {}): Sentence => ({ message, values })

const isList = (part: Part): part is readonly Sentence[] => Array.isArray(part)

function partInEnglish(part: Part): string {
  if (typeof part !== 'object') return String(part)
  if (isList(part)) return part.map(inEnglish).join('; ')
  if ('word' in part) return part.word
  if ('made' in part) return part.made
  return 'written' in part ? part.written : part.title
}

/** A sentence in English, as text. */
export function inEnglish({ message, values }: Sentence): string {
  return message.replace(/\{(\w+)\}/gu, (_, name: string) => partInEnglish(values[name] ?? ''))
}
