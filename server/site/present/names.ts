/** What things are called on a page: by a name in the reader's language that a source has, else in the words of the record. */
import { type GraphNode, labelOf } from '../../graph/node.ts'
import type { Names } from '../../kinds/fields.ts'
import type { Citation } from '../../kinds/kind.ts'
import { escapeHtml, type Language, WRITTEN } from '../language.ts'

/** The name to print first in a language; none from memory. */
export function nameIn({ tag }: Language, node: GraphNode): string | undefined {
  if (node.parent !== undefined) return undefined
  const names = (node.record.data as { readonly names?: Names }).names
  return names?.[tag as keyof Names]?.find(({ grade }) => grade !== 'unconfirmed')?.name
}

/** Straight marks as a printer sets them; prose in Markdown gets them from its parser. Not for the words of a source. */
export const typeset = (text: string): string =>
  text
    .replace(/(?<=[\p{L}\p{N}\p{P}])'/gu, '’')
    .replace(/'(?=[\p{L}\p{N}])/gu, '‘')
    .replace(/(?<=[\p{L}\p{N}\p{Po}])"/gu, '”')
    .replace(/"(?=[\p{L}\p{N}])/gu, '“')

/** Words or a citation of a record as HTML, marked with their language where the page has another. */
export function asWritten({ code }: Language, words: string | Citation): string {
  const html = escapeHtml(typeset(String(words)))
  return code === WRITTEN ? html : `<span lang="${WRITTEN}">${html}</span>`
}

/** A title as text, where no element can mark its language. */
export const titleIn = (language: Language, node: GraphNode): string => nameIn(language, node) ?? node.title

/** A title within a sentence: of some States English says “the Netherlands”. */
export function titleInText(language: Language, node: GraphNode): string {
  const { withArticle } = node.record.data as { readonly withArticle?: true }
  return withArticle && language.code === WRITTEN ? `the ${node.title}` : titleIn(language, node)
}

/** A title as HTML. A norm keeps its English name beside the other, which seldom covers exactly the same. */
export function titleHtml(language: Language, node: GraphNode): string {
  const name = nameIn(language, node)
  if (name === undefined) return asWritten(language, node.title)
  return node.kind === 'norm' ? `${escapeHtml(name)} (${asWritten(language, node.title)})` : escapeHtml(name)
}

/** What tells a page apart in a row of tabs: first how it is cited, else its name and what it is. */
export function tabName(language: Language, node: GraphNode): string {
  const label = labelOf(node)
  const [first = ''] = label.split(' ')
  if (label.startsWith(node.title)) return `${titleIn(language, node)} (${language.t(node.record.kind.label.one)})`
  return node.title.startsWith(first) ? titleIn(language, node) : `${label}: ${titleIn(language, node)}`
}
