/** Pages that are computed on request: search results and citations. */
import { resolveCitation } from '../graph/citation.ts'
import type { GraphNode } from '../graph/node.ts'
import { search } from '../search/query.ts'
import { evaluationJson, itemJson, nodeJson, type ProblemDetails, problemDetails } from './api.ts'
import { bindingPart } from './binding-json.ts'
import { addressIn } from './language.ts'
import { first, type Parameters } from './parameters.ts'
import { frame } from './present/frame.ts'
import { presentNode, readingView } from './present/index.ts'
import { presentMap } from './present/maps.ts'
import { askedBinding, askedBindingJson, presentSearch } from './present/search.ts'
import { evaluateReading, readReading } from './reading.ts'
import { foundJson, readQuery } from './search-json.ts'
import { renderPage, type Site } from './site.ts'
import { apiUrl, searchUrl } from './urls.ts'

/** What to send: a body for readers, a body for programs, or another address. */
export interface Answer {
  readonly status: number
  readonly html: () => string | Promise<string>
  readonly json: () => unknown
  readonly location?: string
}

/** An error page and the same as problem details. */
export function fault(site: Site, problem: ProblemDetails, links: readonly { url: string; text: string; title: string }[] = []): Answer {
  const model = {
    ...frame(site, { view: 'fault', heading: site.language.t(problem.title), path: '/', hasApi: false }),
    problem,
    links,
    ...site.helpers,
  }
  return { status: problem.status, html: () => renderPage(site, { ...model, view: 'fault' }), json: () => problem }
}

export const notFound = (site: Site, path: string): Answer => fault(site, problemDetails(404, `There is no page at ${path}.`))

/** `/search` and `/api/search`. */
export function answerSearch(site: Site, parameters: Parameters): Answer {
  const query = readQuery(site.index, parameters)
  if (typeof query === 'string') return fault(site, problemDetails(400, query))
  const found = search(site.index, query)
  const asked = askedBinding(site.graph, query.text)
  return {
    status: 200,
    json: () => ({ binding: asked ? askedBindingJson(site.graph, asked) : null, ...foundJson(found) }),
    html: () => renderPage(site, presentSearch(site, query, found, asked), parameters),
  }
}

/** `/cite` and `/api/cite`: leads to the page of a citation; several matches give a choice, none gives the nearest. */
export function answerCite(site: Site, parameters: Parameters): Answer {
  const q = first(parameters, 'q') ?? ''
  if (q.trim() === '') return fault(site, problemDetails(400, 'q is missing; expected a citation such as CAT art 3(1)'))
  const { matches, near } = resolveCitation(site.graph.citations, q)
  const [only] = matches
  const shown = JSON.stringify(q.slice(0, 100))
  const links = (nodes: typeof matches) => nodes.map((node) => ({ url: node.address, text: node.citation, title: node.title }))
  if (only && matches.length === 1) {
    return { status: 302, location: addressIn(site.language, only.address), json: () => ({ q, matches: [itemJson(only)] }), html: () => '' }
  }
  if (matches.length > 1) {
    const choice = fault(site, problemDetails(300, `${shown} can mean more than one thing.`), links(matches))
    return { ...choice, json: () => ({ q, matches: matches.map(itemJson) }) }
  }
  const problem = problemDetails(404, `${shown} is not in the records.${near.length > 0 ? ' The nearest:' : ''}`, {
    near: near.map(itemJson),
    search: apiUrl(searchUrl({ q })),
  })
  return fault(site, problem, links(near))
}

/** `/api/evaluate`: every claim under a reading. */
export function answerEvaluate(site: Site, parameters: Parameters): Answer {
  const reading = readReading(site, parameters)
  if (typeof reading === 'string') return fault(site, problemDetails(400, reading))
  const evaluation = evaluateReading(site, reading)
  return { status: 200, html: () => '', json: () => evaluationJson(evaluation) }
}

/** The page of a node under another reading than the default. */
export function answerReading(site: Site, node: GraphNode, parameters: Parameters, asMap: boolean): Answer {
  const reading = readReading(site, parameters, node)
  if (typeof reading === 'string') return fault(site, problemDetails(400, reading))
  const view = readingView(site, node, reading)
  return {
    status: 200,
    html: async () =>
      renderPage(site, (asMap && (await presentMap(site, node, view))) || (presentNode(site, node, view) as { view: string }), parameters),
    json: () => ({
      ...nodeJson(site.graph, node),
      ...(reading ? bindingPart(site.graph, node, reading.situation.state, reading.situation.date) : {}),
      ...(view ? { evaluation: evaluationJson(view.evaluation) } : {}),
    }),
  }
}
