/** What the evaluation says, in the language of the reader, as HTML. */
import type { Part, Sentence } from '../../argument/sentence.ts'
import { escapeHtml, type Html, type Language } from '../language.ts'
import { asWritten, titleHtml, titleInText } from './names.ts'
import { capital, onJoiningHtml, termHtml } from './terms.ts'

const isList = (part: Part): part is readonly Sentence[] => Array.isArray(part)

const DAY = /^\d{4}-\d{2}-\d{2}$/u

/** Ids, each whole on its line with the comma behind it: left alone they break at their hyphens. */
const idsHtml = (ids: string): string =>
  ids
    .split(/(?<=,) /u)
    .map((id) => `<span class="nb">${escapeHtml(id)}</span>`)
    .join(' ')

function partIn(language: Language, part: Part): string | number | Html {
  if (typeof part === 'string' && DAY.test(part)) return language.day(part)
  if (typeof part === 'string' && part.includes('-')) return { html: idsHtml(part) }
  if (typeof part !== 'object') return part
  if (isList(part)) return { html: part.map((item) => sayHtml(language, item)).join('; ') }
  if ('word' in part) return { html: termHtml(language, part.word) }
  if ('made' in part) return { html: onJoiningHtml(language, part.made) }
  if ('written' in part) return { html: asWritten(language, part.written) }
  return part.kind === 'state' ? titleInText(language, part) : { html: titleHtml(language, part) }
}

/** One sentence. */
export function sayHtml(language: Language, { message, values }: Sentence): string {
  return language.rich(message, Object.fromEntries(Object.entries(values).map(([name, part]) => [name, partIn(language, part)])))
}

/** Several, one after the other, as one. */
export const sayAllHtml = (language: Language, sentences: readonly Sentence[]): string =>
  capital(sentences.map((item) => sayHtml(language, item)).join('; '))
