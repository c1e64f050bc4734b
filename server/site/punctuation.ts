/** Punctuation of Chinese pages. A view puts the marks of English between its parts; beside Chinese they are full-width, without a space (GB/T 15834). */
import type { Tongue } from './language.ts'

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '.': '。' }

const TOKENS = /<[^>]*>|[^<]+/gu
/** Words in another language stand as they were written; programs are no text. */
const OTHER = /^<(script|style)\b|^<(\w+)\b[^>]* lang="(?!zh-Hans")/u
const BLOCK = /^<\/?(?:p|li|d[dlt]|t[dhr]|h[1-6]|div|section|ul|ol|option|title)\b/u

const HAN = /^\p{Script=Han}$/u
const WIDE = /^[\p{Script=Han}）】》，；：。？！]$/u
/** A mark and the space behind it; the end of `&amp;` is none. */
const MARK = /(?<!&#?\w{1,8})([,;:.])(?: +(?=(.)?)|$)/gu
const BRACKET = /( *)([()])(?=(.)?)/gu
const SPACE_BEHIND = /(?<=[），；：。？！]) +(?![|·→‹›])/gu

/** HTML with the marks that belong to Chinese words; in other languages as it is. */
export function marksIn({ code }: Pick<Tongue, 'code'>, html: string): string {
  if (code !== 'zh') return html
  let other: { readonly element: string; readonly depth: number } | undefined
  let last = ''
  let open: readonly boolean[] = []

  const bracket = (text: string) => (whole: string, _space: string, mark: string, next: string | undefined, at: number) => {
    if (mark === ')') {
      const [isFull = false] = open
      open = open.slice(1)
      return isFull ? '）' : whole
    }
    const isFull = WIDE.test(text[at - 1] ?? last) || HAN.test(next ?? '')
    open = [isFull, ...open]
    return isFull ? '（' : whole
  }

  const written = (text: string) => {
    const bracketed = text.replace(BRACKET, bracket(text))
    const marked = bracketed.replace(MARK, (whole, mark: string, next: string | undefined, at: number) => {
      const isFull = WIDE.test(bracketed[at - 1] ?? last) || (mark !== '.' && HAN.test(next ?? ''))
      return isFull ? (FULL[mark] ?? whole) : whole
    })
    const said = marked.replace(SPACE_BEHIND, '')
    last = said.trimEnd().at(-1) ?? last
    return said
  }

  return html.replace(TOKENS, (token) => {
    if (!token.startsWith('<')) return other || token.trim() === '' ? token : written(token)
    if (other) {
      if (token.startsWith(`</${other.element}`)) other = other.depth > 1 ? { ...other, depth: other.depth - 1 } : undefined
      else if (new RegExp(`^<${other.element}\\b`, 'u').test(token)) other = { ...other, depth: other.depth + 1 }
      return token
    }
    const [, program, element] = OTHER.exec(token) ?? []
    if (program ?? element) {
      other = { element: (program ?? element) as string, depth: 1 }
      last = ''
    } else if (BLOCK.test(token)) {
      last = ''
      open = []
    }
    return token
  })
}
