/** Everything that answering a request needs, made once from checked records: graph, search index, compiled views. */
import { isChoiceIn } from '../argument/choices.ts'
import type { IsChoice } from '../argument/dependence.ts'
import { type Evaluation, evaluate } from '../argument/evaluate.ts'
import type { Graph } from '../graph/link.ts'
import { type GraphNode, rootOf } from '../graph/node.ts'
import { follow, recordsOf } from '../graph/questions.ts'
import type { Kind } from '../kinds/kind.ts'
import type { Statement } from '../kinds/statement.ts'
import { buildIndex, type Index } from '../search/index.ts'
import { type Helpers, helpersOf } from './present/index.ts'
import { compileViews, type View } from './render.ts'

export interface Site {
  readonly graph: Graph
  readonly kinds: readonly Kind[]
  readonly index: Index
  readonly views: ReadonlyMap<string, View>
  readonly helpers: Helpers
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

export const makeSite = (graph: Graph, kinds: readonly Kind[]): Site =>
  Object.freeze({
    graph,
    kinds,
    index: buildIndex(graph),
    views: compileViews(),
    helpers: helpersOf(graph),
    baselines: baselinesOf(graph),
    isChoice: isChoiceIn(graph),
  })

/** The HTML of a model, in the layout. */
export function renderPage(site: Site, model: { readonly view: string }): string {
  const view = site.views.get(model.view)
  const layout = site.views.get('layout/page')
  if (!view || !layout) throw new Error(`there is no view ${model.view}`)
  return layout({ ...model, contentHtml: view(model) })
}
