/** The pages that do not depend on a query: a map from path to what is shown there. Server and export use the same. */
import type { GraphNode } from '../graph/node.ts'
import { recordsOf } from '../graph/questions.ts'
import { itemJson, listJson, nodeJson } from './api.ts'
import { bindingPart } from './binding-json.ts'
import { aifOf, argdownOf, extractOf } from './exchange.ts'
import { siteJsonLd } from './json-ld.ts'
import { feed, openSearch, robots, sitemap } from './machine.ts'
import { openApi } from './openapi.ts'
import { citeFiles } from './present/cite.ts'
import { COVERAGE, coverageJson, presentCoverage } from './present/coverage.ts'
import { frame } from './present/frame.ts'
import { presentNode, standardView } from './present/index.ts'
import { presentList } from './present/list.ts'
import { presentMap } from './present/maps.ts'
import { MATRIX, presentMatrix } from './present/matrix.ts'
import { baselineOf, renderPage, type Site } from './site.ts'
import { apiUrl } from './urls.ts'

export interface Page {
  readonly type: string
  /** Made on the first request and then kept: the graph does not change. A free graph takes its time to be laid out. */
  body(): string | Promise<string>
}

/** Type of a page for readers. */
export const HTML = 'text/html; charset=utf-8'
const JSON_TYPE = 'application/json; charset=utf-8'

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

const html = (make: () => string | Promise<string>): Page => ({ type: HTML, body: once(make) })

const json = (make: () => unknown): Page => ({ type: JSON_TYPE, body: once(() => `${JSON.stringify(make(), undefined, 1)}\n`) })

const pagesBelow = (node: GraphNode): GraphNode[] => [...(node.outline.page ? [node] : []), ...node.parts.flatMap(pagesBelow)]

function homeModel(site: Site) {
  const statements = recordsOf(site.graph, 'statement')
  return {
    ...site.helpers,
    ...frame(site, { view: 'home', heading: 'Pacta', path: '/' }),
    jsonLd: siteJsonLd(site),
    statements,
    counts: site.kinds.map((kind) => ({ kind, count: recordsOf(site.graph, kind.name).length })).filter(({ count }) => count > 0),
  }
}

function aboutModel(site: Site) {
  const { t } = site.language
  return {
    ...site.helpers,
    ...frame(site, {
      view: 'about',
      heading: t('About Pacta'),
      path: '/about',
      crumbs: [{ url: '/about', text: t('About') }],
      sections: [
        { id: 'what', text: t('What it is') },
        { id: 'read', text: t('How to read it') },
        { id: 'grades', text: t('How far things were checked') },
        { id: 'limits', text: t('What it is not') },
        { id: 'privacy', text: t('Privacy') },
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

/** Claims of a node that have arguments by default; those of a whole statement, or the claim itself. */
function arguedClaims(site: Site, node: GraphNode): string[] {
  if (node.kind !== 'claim' && node.kind !== 'statement') return []
  const claims = baselineOf(site, node)?.claims
  const ids = node.kind === 'claim' ? [node.citation] : node.parts.map((claim) => claim.citation)
  return ids.some((id) => claims && claims.get(id)?.outcome !== 'no argument') ? ids : []
}

type Pages = [string, Page][]

/** The arguments of a claim, or those of a whole statement, in the formats of other tools. */
function exportPages(site: Site, node: GraphNode): Pages {
  const baseline = baselineOf(site, node)
  const claims = arguedClaims(site, node)
  if (!baseline || claims.length === 0) return []
  const address = apiUrl(node.address)
  const aif = once(() => JSON.stringify(aifOf(extractOf(site.graph, claims)), undefined, 1))
  const argdown = once(() => argdownOf(extractOf(site.graph, claims), baseline))
  return [
    [`${address}/aif`, { type: JSON_TYPE, body: aif }],
    [`${address}/argdown`, { type: 'text/plain; charset=utf-8', body: argdown }],
  ]
}

function nodePages(site: Site, node: GraphNode): Pages {
  const own = html(() => renderPage(site, presentNode(site, node, standardView(site, node)) as { view: string }))
  const map = html(async () => renderPage(site, (await presentMap(site, node, standardView(site, node))) ?? { view: 'fault' }))
  const hasMap = node.kind === 'norm' ? baselineOf(site) !== undefined : arguedClaims(site, node).length > 0
  return [[node.address, own], ...(hasMap ? ([[`${node.address}/map`, map]] satisfies Pages) : [])]
}

const nodesWithPages = (site: Site) => site.graph.roots.flatMap(pagesBelow)

/** Pages for readers, in the language of the site. */
function htmlPages(site: Site): Pages {
  const page = (make: () => { readonly view: string }) => html(() => renderPage(site, make()))
  return [
    ['/', page(() => homeModel(site))],
    ['/about', page(() => aboutModel(site))],
    [COVERAGE, page(() => presentCoverage(site))],
    ...(baselineOf(site) ? ([[MATRIX, page(() => presentMatrix(site) ?? { view: 'fault' })]] satisfies Pages) : []),
    ...site.kinds.map((kind): Pages[number] => [`/${kind.folder}`, page(() => presentList(site, kind))]),
    ...nodesWithPages(site).flatMap((node) => nodePages(site, node)),
  ]
}

/** The same for programs. */
function jsonPages(site: Site): Pages {
  const { graph, kinds } = site
  const listed = kinds.map((kind) => ({ kind, url: apiUrl(`/${kind.folder}`), records: recordsOf(graph, kind.name) }))
  return [
    ['/api/openapi.json', json(() => openApi(site))],
    ['/api', json(() => ({ kinds: listed.map(({ kind, url, records }) => ({ kind: kind.name, url, count: records.length })) }))],
    [apiUrl(COVERAGE), json(() => coverageJson(site))],
    ...listed.map(({ kind, url, records }): Pages[number] => [url, json(() => listJson(kind, records.map(itemJson)))]),
    ...nodesWithPages(site).flatMap(
      (node): Pages => [
        [apiUrl(node.address), json(() => ({ ...nodeJson(graph, node), ...bindingIn(site, node) }))],
        ...exportPages(site, node),
        ...citeFiles(site, node).map(({ url, type, body }): Pages[number] => [url, { type, body: once(body) }]),
      ],
    ),
  ]
}

/** Files by which programs find their way about the pages. */
const guides = (site: Site, paths: readonly string[]): Pages => [
  ['/robots.txt', { type: 'text/plain; charset=utf-8', body: once(() => robots(site)) }],
  ...(site.base === '' ? [] : absoluteGuides(site, paths)),
]

/** Those that hold absolute addresses. */
const absoluteGuides = (site: Site, paths: readonly string[]): Pages => [
  ['/sitemap.xml', { type: 'application/xml; charset=utf-8', body: once(() => sitemap(site, paths)) }],
  ['/feed.xml', { type: 'application/atom+xml; charset=utf-8', body: once(() => feed(site)) }],
  ['/opensearch.xml', { type: 'application/opensearchdescription+xml; charset=utf-8', body: once(() => openSearch(site)) }],
]

/** What there is in English alone: JSON, references, guides. */
const englishPages = (site: Site, readers: Pages): Pages => [
  ...jsonPages(site),
  ...guides(
    site,
    readers.map(([path]) => path),
  ),
]

/**
 * All static pages of a site in its language, by their path without the prefix of the language. What is for programs comes with the English pages.
 * Two pages with one path are a fault of the program.
 */
export function makePages(site: Site): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>()
  const readers = htmlPages(site)
  for (const [path, page] of [...readers, ...(site.language.code === 'en' ? englishPages(site, readers) : [])]) {
    if (pages.has(path)) throw new Error(`two pages have the path ${path}`)
    pages.set(path, page)
  }
  return pages
}
