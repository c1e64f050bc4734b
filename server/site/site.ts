/** Everything that answering a request needs, made once from checked records: graph, search index, compiled views. */
import { isChoiceIn } from '../argument/choices.ts'
import type { IsChoice } from '../argument/dependence.ts'
import { type Evaluation, evaluate } from '../argument/evaluate.ts'
import type { Graph } from '../graph/link.ts'
import { type GraphNode, rootOf } from '../graph/node.ts'
import { follow, recordsOf } from '../graph/questions.ts'
import type { Removed } from '../graph/removed.ts'
import type { Kind } from '../kinds/kind.ts'
import type { Statement } from '../kinds/statement.ts'
import { buildIndex, type Index } from '../search/index.ts'
import { type Glossary, glossaryOf, withDefinitions } from './glossary.ts'
import { addressIn, type Language, linksIn, type Tongue } from './language.ts'
import type { Parameters } from './parameters.ts'
import { type Helpers, helpersOf } from './present/index.ts'
import { marksIn } from './punctuation.ts'
import { compileViews, type View } from './render.ts'
import { readLanguages } from './words.ts'

export interface Site {
  /** In which its pages are; records keep their own. */
  readonly language: Language
  /** All languages that there are, English first. */
  readonly languages: readonly Language[]
  /** Scheme and host, and any path before the site's own, without a slash at the end: what absolute addresses begin with. Empty in a copy that is not told where it will lie. */
  readonly base: string
  /** Addresses under which a record stood. */
  readonly removed: readonly Removed[]
  readonly graph: Graph
  readonly kinds: readonly Kind[]
  readonly index: Index
  readonly views: ReadonlyMap<string, View>
  readonly helpers: Helpers
  readonly glossary: Glossary
  /** For each statement, by its address, its claims evaluated for its respondent and the day of its events, without choices. */
  readonly baselines: ReadonlyMap<string, Evaluation>
  readonly isChoice: IsChoice
}

function baselinesOf(graph: Graph): ReadonlyMap<string, Evaluation> {
  return new Map(
    recordsOf(graph, 'statement').flatMap((node) => {
      const { respondent, events } = node.record.data as Statement
      const state = follow(graph, respondent)
      return state ? [[node.address, evaluate(graph, { state, date: events })] as const] : []
    }),
  )
}

/** The default reading of a node: that of its own statement, or of the first. None, where there is no statement. */
export const baselineOf = (site: Site, node?: GraphNode): Evaluation | undefined =>
  (node && site.baselines.get(rootOf(node).address)) ?? [...site.baselines.values()][0]

/** What a site may be given: its public address, by default that at which `pacta serve` listens; a search index that was made before. */
interface Given {
  readonly base?: string
  readonly index?: Index
  readonly removed?: readonly Removed[]
}

/** The site in English. */
export function makeSite(
  graph: Graph,
  kinds: readonly Kind[],
  { base = 'http://127.0.0.1:3000', index = buildIndex(graph), removed = [] }: Given = {},
): Site {
  const languages = readLanguages()
  const [english] = languages as readonly [Language, ...Language[]]
  return Object.freeze({
    language: english,
    languages,
    base,
    removed,
    graph,
    kinds,
    index,
    views: compileViews(),
    helpers: helpersOf(graph, english),
    glossary: glossaryOf(graph),
    baselines: baselinesOf(graph),
    isChoice: isChoiceIn(graph),
  })
}

/** The same site with its pages in another language. */
export const inLanguage = (site: Site, language: Language): Site =>
  Object.freeze({ ...site, language, helpers: helpersOf(site.graph, language) })

/** The same page in a language; `readHere` where it is the one that is read. */
interface Edition extends Tongue {
  readonly url: string
  readonly readHere: boolean
}

function editionsOf({ language, languages }: Site, path: string, parameters: Parameters): Edition[] {
  const search = new URLSearchParams([...parameters].flatMap(([name, values]) => values.map((value): [string, string] => [name, value])))
  const address = search.size > 0 ? `${path}?${search.toString().replaceAll('%2F', '/')}` : path
  return languages.map(({ code, tag, name, prefix, locale }) => {
    const tongue = { code, tag, name, prefix, locale }
    return { ...tongue, url: addressIn(tongue, address), readHere: code === language.code }
  })
}

/** The HTML of a model, in the layout; the parameters are those that its address has besides the path. */
export function renderPage(site: Site, model: { readonly view: string }, parameters: Parameters = new Map()): string {
  const view = site.views.get(model.view)
  const layout = site.views.get('layout/page')
  if (!view || !layout) throw new Error(`there is no view ${model.view}`)
  const { path = '/', node, scripts = [] } = model as { readonly path?: string; readonly node?: GraphNode; readonly scripts?: string[] }
  // A page under another reading has the default one as its original; a search or a fault has none.
  const canonical =
    model.view === 'fault' || model.view === 'search' || site.base === '' ? undefined : site.base + addressIn(site.language, path)
  const page = { ...model, canonical, hasBase: site.base !== '', language: site.language, editions: editionsOf(site, path, parameters) }
  const html = view(page)
  // Lists and results say little in own words; definitions there would be in the way.
  const contentHtml = node ? withDefinitions(site.glossary, site.language, html, path) : html
  const needed = contentHtml === html ? scripts : [...scripts, 'definitions']
  return marksIn(site.language, linksIn(site.language, layout({ ...page, contentHtml, scripts: needed })))
}
