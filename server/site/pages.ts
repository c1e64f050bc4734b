/** The pages that do not depend on a query: a map from path to what is shown there. Server and export use the same. */
import type { GraphNode } from '../graph/node.ts'
import { recordsOf } from '../graph/questions.ts'
import { itemJson, listJson, nodeJson } from './api.ts'
import { bindingPart } from './binding-json.ts'
import { aifOf, argdownOf, extractOf } from './exchange.ts'
import { COVERAGE, coverageJson, presentCoverage } from './present/coverage.ts'
import { frame } from './present/frame.ts'
import { presentNode, standardView } from './present/index.ts'
import { presentList } from './present/list.ts'
import { presentMap } from './present/map-page.ts'
import { MATRIX, presentMatrix } from './present/matrix.ts'
import { baselineOf, renderPage, type Site } from './site.ts'
import { apiUrl } from './urls.ts'

export interface Page {
  readonly type: string
  /** Made on the first request and then kept: the graph does not change. */
  body(): string
}

const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'

function once(make: () => string): () => string {
  let made: string | undefined
  return () => (made ??= make())
}

const html = (make: () => string): Page => ({ type: HTML, body: once(make) })

const json = (make: () => unknown): Page => ({ type: JSON_TYPE, body: once(() => `${JSON.stringify(make(), undefined, 1)}\n`) })

const pagesBelow = (node: GraphNode): GraphNode[] => [...(node.outline.page ? [node] : []), ...node.parts.flatMap(pagesBelow)]

function homeModel(site: Site) {
  const statements = recordsOf(site.graph, 'statement')
  return {
    ...site.helpers,
    ...frame(site.graph, site.kinds, { view: 'home', heading: 'Pacta', path: '/' }),
    statements,
    counts: site.kinds.map((kind) => ({ kind, count: recordsOf(site.graph, kind.name).length })).filter(({ count }) => count > 0),
  }
}

function aboutModel(site: Site) {
  return {
    ...site.helpers,
    ...frame(site.graph, site.kinds, {
      view: 'about',
      heading: 'About Pacta',
      path: '/about',
      crumbs: [{ url: '/about', text: 'About' }],
      sections: [
        { id: 'what', text: 'What it is' },
        { id: 'read', text: 'How to read it' },
        { id: 'grades', text: 'How far things were checked' },
        { id: 'limits', text: 'What it is not' },
        { id: 'privacy', text: 'Privacy' },
      ],
      hasApi: false,
    }),
  }
}

/** What the JSON of a page says of binding, for the default State and day. */
function bindingIn(site: Site, node: GraphNode): object {
  const standard = baselineOf(site, node)?.situation
  return standard ? bindingPart(site.graph, node, standard.state, standard.date) : {}
}

/** The map of a claim with arguments, and its arguments, or those of a whole statement, in the formats of other tools. */
function argumentPages(site: Site, node: GraphNode): [string, Page][] {
  const baseline = baselineOf(site, node)
  if (!baseline || (node.kind !== 'claim' && node.kind !== 'statement')) return []
  const claims = node.kind === 'claim' ? [node.citation] : node.parts.map((claim) => claim.citation)
  if (claims.every((id) => baseline.claims.get(id)?.outcome === 'no argument')) return []
  const extract = once(() => JSON.stringify(aifOf(extractOf(site.graph, claims)), undefined, 1))
  const exports: [string, Page][] = [
    [`${apiUrl(node.address)}/aif`, { type: JSON_TYPE, body: extract }],
    [
      `${apiUrl(node.address)}/argdown`,
      { type: 'text/plain; charset=utf-8', body: once(() => argdownOf(extractOf(site.graph, claims), baseline)) },
    ],
  ]
  if (node.kind === 'statement') return exports
  return [
    ...exports,
    [`${node.address}/map`, html(() => renderPage(site, presentMap(site, node, standardView(site, node)) ?? { view: 'fault' }))],
  ]
}

/** All static pages. Two pages with one path are a fault of the program. */
export function makePages(site: Site): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>()
  const add = (path: string, page: Page) => {
    if (pages.has(path)) throw new Error(`two pages have the path ${path}`)
    pages.set(path, page)
  }
  add(
    '/',
    html(() => renderPage(site, homeModel(site))),
  )
  add(
    '/api',
    json(() => ({
      kinds: site.kinds.map((kind) => ({
        kind: kind.name,
        url: apiUrl(`/${kind.folder}`),
        count: recordsOf(site.graph, kind.name).length,
      })),
    })),
  )
  add(
    '/about',
    html(() => renderPage(site, aboutModel(site))),
  )
  add(
    COVERAGE,
    html(() => renderPage(site, presentCoverage(site))),
  )
  add(
    apiUrl(COVERAGE),
    json(() => coverageJson(site)),
  )
  const matrix = presentMatrix(site)
  if (matrix)
    add(
      MATRIX,
      html(() => renderPage(site, matrix)),
    )
  for (const kind of site.kinds) {
    const path = `/${kind.folder}`
    add(
      path,
      html(() => renderPage(site, presentList(site, kind))),
    )
    add(
      apiUrl(path),
      json(() => listJson(kind, recordsOf(site.graph, kind.name).map(itemJson))),
    )
  }
  for (const node of site.graph.roots.flatMap(pagesBelow)) {
    add(
      node.address,
      html(() => renderPage(site, presentNode(site, node, standardView(site, node)) as { view: string })),
    )
    add(
      apiUrl(node.address),
      json(() => ({ ...nodeJson(site.graph, node), ...bindingIn(site, node) })),
    )
    for (const [path, page] of argumentPages(site, node)) add(path, page)
  }
  return pages
}
