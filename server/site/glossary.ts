/** Definitions where they are needed: the first time a page uses a term of art in its own words, the term opens its definition. */
import type { Graph } from '../graph/link.ts'
import { recordsOf } from '../graph/questions.ts'
import type { Term } from '../kinds/term.ts'
import { escapeHtml, type Language, WRITTEN } from './language.ts'

interface Entry extends Pick<Term, 'id' | 'term' | 'definition' | 'grade'> {
  readonly url: string
}

export interface Glossary {
  /** Every form of every term, whole words only, the longest first, with the punctuation before and behind it. */
  readonly forms: RegExp | undefined
  /** Terms by their forms in small letters. */
  readonly entries: ReadonlyMap<string, Entry>
}

/** The glossary of the records. */
export function glossaryOf(graph: Graph): Glossary {
  const entries = new Map<string, Entry>()
  for (const node of recordsOf(graph, 'term')) {
    const { id, term, definition, grade, forms } = node.record.data as Term
    for (const form of forms) entries.set(form.toLowerCase(), { id, term, definition, grade, url: node.address })
  }
  const words = [...entries.keys()].sort((a, b) => b.length - a.length).map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'))
  return {
    entries,
    forms:
      words.length > 0 ? new RegExp(`(?<![\\p{L}\\p{N}-])([(“‘]*)(${words.join('|')})(?![\\p{L}\\p{N}-])([,.;:)!?”’]*)`, 'giu') : undefined,
  }
}

/** Links, headings, tables, controls and signs stay as they are, and so do the words of a source. */
const LEFT_ALONE =
  /^<(a|button|blockquote|q|code|svg|form|label|summary|nav|dt|table|h[1-6])\b|^<(\w+)[^>]*(?: data-verbatim| class="(?:sign|of|kind|tree|choices)\b)/u

const TOKENS = /<[^>]*>|[^<]+/gu

function tip({ id, term, definition, grade, url }: Entry, word: string, { t, code, tag }: Language): string {
  // The definition opens within the English words that use the term.
  const own = code === WRITTEN ? '' : ` lang="${tag}"`
  const button = `<button type="button" class="term" popovertarget="term-${id}">${word}</button>`
  const text = `<strong>${escapeHtml(term)}</strong>: <span lang="en">${escapeHtml(definition)}</span>`
  const links = `<span class="grade grade--${grade}"${own}>${t(grade.replace('-', ' '))}</span> <a href="${url}"${own}>${t('Source, and more')}</a>`
  return `${button}<span class="tip" id="term-${id}" popover>${text} ${links}</span>`
}

/** The HTML of a page with definitions; `except` is the address of a term whose own page it is. */
export function withDefinitions({ forms, entries }: Glossary, language: Language, html: string, except: string): string {
  if (forms === undefined) return html
  const told = new Set<string>()
  const define = (text: string) =>
    text.replace(forms, (found, before: string, word: string, behind: string) => {
      const entry = entries.get(word.toLowerCase())
      if (entry === undefined || entry.url === except || told.has(entry.id)) return found
      told.add(entry.id)
      // A line may break on either side of a button; the comma behind it must not begin the next one.
      const defined = tip(entry, word, language)
      return before + behind === '' ? defined : `<span class="nb">${before}${defined}${behind}</span>`
    })
  let inside: { readonly element: string; depth: number } | undefined
  return html.replace(TOKENS, (token) => {
    if (!token.startsWith('<')) return inside ? token : define(token)
    if (inside === undefined) {
      const [, left, verbatim] = LEFT_ALONE.exec(token) ?? []
      const element = left ?? verbatim
      if (element) inside = { element, depth: 1 }
    } else if (token.startsWith(`</${inside.element}`)) inside = inside.depth > 1 ? { ...inside, depth: inside.depth - 1 } : undefined
    else if (new RegExp(`^<${inside.element}\\b`, 'u').test(token)) inside = { ...inside, depth: inside.depth + 1 }
    return token
  })
}
