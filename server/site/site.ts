/** Everything that answering a request needs, made once from checked records: graph, search index, compiled views. */
import type { Graph } from '../graph/link.ts'
import type { Kind } from '../kinds/kind.ts'
import { searchEntries } from '../search/entries.ts'
import { buildIndex, type Index } from '../search/index.ts'
import { type Helpers, helpersOf } from './present/index.ts'
import { compileViews, type View } from './render.ts'

export interface Site {
  readonly graph: Graph
  readonly kinds: readonly Kind[]
  readonly index: Index
  readonly views: ReadonlyMap<string, View>
  readonly helpers: Helpers
}

export const makeSite = (graph: Graph, kinds: readonly Kind[]): Site =>
  Object.freeze({ graph, kinds, index: buildIndex(searchEntries(graph)), views: compileViews(), helpers: helpersOf(graph) })

/** The HTML of a model, in the layout. */
export function renderPage(site: Site, model: { readonly view: string }): string {
  const view = site.views.get(model.view)
  const layout = site.views.get('layout/page')
  if (!view || !layout) throw new Error(`there is no view ${model.view}`)
  return layout({ ...model, contentHtml: view(model) })
}
