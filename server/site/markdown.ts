/** Own words in Markdown into safe HTML, with `[[citations]]` as links. The only file that knows markdown-it. */
import MarkdownIt from 'markdown-it'
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import { referredTo } from '../graph/questions.ts'
import { type Language, WRITTEN } from './language.ts'

const isSafe = (url: string) => /^(https?:\/\/|mailto:|\/(?!\/)|#)/iu.test(url.trim())

function makeParser() {
  const parser = new MarkdownIt('default', { html: false, linkify: false, typographer: true }).disable(['image', 'replacements'])
  parser.validateLink = isSafe
  parser.inline.ruler.before('link', 'citation', (state, silent) => {
    if (!state.src.startsWith('[[', state.pos)) return false
    const end = state.src.indexOf(']]', state.pos)
    const text = state.src.slice(state.pos + 2, end)
    if (end < 0 || text === '' || /[[\]\n]/u.test(text)) return false
    if (!silent) {
      const found = (state.env as unknown as Environment).find(text)
      if (found) state.push('link_open', 'a', 1).attrs = [['href', found.node.address]]
      state.push('text', '', 0).content = found?.label ?? text
      if (found) state.push('link_close', 'a', -1)
    }
    state.pos = end + 2
    return true
  })
  const open = parser.renderer.rules['link_open']
  parser.renderer.rules['link_open'] = (tokens, index, options, env, self) => {
    const token = tokens[index]
    if (/^https?:/iu.test(String(token?.attrGet('href') ?? ''))) token?.attrSet('rel', 'noopener noreferrer')
    return open ? open(tokens, index, options, env, self) : self.renderToken(tokens, index, options)
  }
  return parser
}

type Environment = {
  find(text: string): { readonly node: GraphNode; readonly label: string } | undefined
}

const parser = makeParser()

export interface Prose {
  /** Paragraphs. */
  blockHtml(text: string): string
  /** One run of text, without a paragraph around it. */
  lineHtml(text: string): string
}

/** Renders the prose of the records of a graph; on a page in another language it is marked as English. */
export function proseOf(graph: Graph, { code }: Language): Prose {
  const marked = (name: string, html: string) => (code === WRITTEN ? html : `<${name} lang="${WRITTEN}">${html}</${name}>`)
  const environment: Environment = {
    find: (text) => referredTo(graph, text),
  }
  return {
    // In a folded YAML text one line end is what is left of the empty line between two paragraphs.
    blockHtml: (text) => marked('div', parser.render(text.replace(/\n+/gu, '\n\n'), environment)),
    lineHtml: (text) => marked('span', parser.renderInline(text, environment)),
  }
}
