/** HTTP around the pages. The only file that knows express. */
import { createHash } from 'node:crypto'
import type { Server } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type Request, type Response, type Router } from 'express'
import { type Answer, answerCite, answerEvaluate, answerSearch, fault, notFound } from './answer.ts'
import { answerBinding } from './answer-binding.ts'
import { answerCiteAs } from './answer-cite-as.ts'
import { answerPage, COMPUTED } from './answer-page.ts'
import { answerRemoved } from './answer-removed.ts'
import { problemDetails } from './api.ts'
import { loadAssets } from './assets.ts'
import { addressIn } from './language.ts'
import { HTML, makePages, type Page } from './pages.ts'
import type { Parameters } from './parameters.ts'
import { inLanguage, type Site } from './site.ts'
import { STYLE_SOURCE, withStyleInside } from './style-inside.ts'
import { apiUrl } from './urls.ts'

/** Nothing from elsewhere, nothing inline but the stylesheet itself, no frame around it. */
const CONTENT_SECURITY = [
  "default-src 'none'",
  `style-src 'self' ${STYLE_SOURCE}`,
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Frame-Options': 'DENY',
}

/** Longer addresses than any page has are not looked at. */
const MAX_URL = 12_000

/** Five minutes, in which the next page does not ask about its scripts again; longer, and pages would run former ones. */
const ASSETS_KEPT = 'public, max-age=300'

const isApi = (path: string) => path === '/api' || path.startsWith('/api/')

function parametersOf(request: Request): Parameters {
  return new Map(Object.entries(request.query).map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).map(String)]))
}

function send(request: Request, response: Response, type: string, body: string | Buffer, status = 200): void {
  response.status(status).set('Content-Type', type)
  // Weakening it for a compressed body would lose the strength: the tag is of the content, before its coding.
  response.set('ETag', `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`)
  if (request.fresh && status === 200) response.status(304).end()
  else response.send(body)
}

function sendPage(request: Request, response: Response, html: string, status = 200): void {
  send(request, response, HTML, withStyleInside(html), status)
}

async function reply(request: Request, response: Response, answer: Answer): Promise<void> {
  const api = isApi(request.baseUrl + request.path)
  response.set('Cache-Control', 'no-store')
  const { location } = answer
  // What a citation means is for a program to read, and not to be led to; an address that moved has moved for both.
  if (location !== undefined && (!api || answer.status === 301)) response.redirect(answer.status, api ? apiUrl(location) : location)
  else if (!api) sendPage(request, response, await answer.html(), answer.status)
  else {
    const type = answer.status >= 400 ? 'application/problem+json' : 'application/json; charset=utf-8'
    send(request, response, type, `${JSON.stringify(answer.json())}\n`, answer.status < 400 ? 200 : answer.status)
  }
}

function onFault(site: Site): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const status = error instanceof URIError || (error as { status?: number }).status === 400 ? 400 : 500
    if (status === 500) console.error(error)
    const detail = status === 400 ? 'The address is not well formed.' : 'Something went wrong on our side; the page could not be made.'
    return reply(request, response, fault(site, problemDetails(status, detail)))
  }
}

/** Everything that is read in one language: pages, search, citations, faults. */
function readerRoutes(site: Site, makeThem: () => ReadonlyMap<string, Page>): Router {
  const router = express.Router({ strict: true })
  router.get(['/', '/*path'], async (request, response, next) => {
    const pages = makeThem()
    const path = decodeURIComponent(request.path)
    const page = pages.get(path)
    const isThere = page !== undefined || COMPUTED.includes(path)
    const answer = isThere ? answerPage(site, path, parametersOf(request)) : answerRemoved(site, path)
    if (answer) return reply(request, response, answer)
    const [asked = ''] = request.originalUrl.split('?')
    const unslashed = path.replace(/\/+$/u, '') || '/'
    response.set('Cache-Control', 'no-cache')
    if (asked.length > 1 && asked.endsWith('/') && pages.has(unslashed)) response.redirect(301, addressIn(site.language, unslashed))
    else if (page?.type === HTML) sendPage(request, response, await page.body())
    else if (page) send(request, response, page.type, await page.body())
    else next()
  })
  router.use((request, response) => reply(request, response, notFound(site, `${request.baseUrl}${request.path}`.slice(0, 200))))
  router.use(onFault(site))
  return router
}

/** The application that serves a site. It keeps no state and writes no log of who reads what. */
export function makeApp(site: Site): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.set('strict routing', true)
  const assets = loadAssets()

  app.use((request, response, next) => {
    response.set(HEADERS)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.set('Allow', 'GET, HEAD')
      return reply(request, response, fault(site, problemDetails(405, `${request.method} is not used here; expected GET or HEAD.`)))
    }
    if (request.originalUrl.length > MAX_URL)
      return reply(request, response, fault(site, problemDetails(414, `The address is longer than ${MAX_URL} characters.`)))
    return next()
  })
  // The middleware's own is 4; one step more saves 6 % of a page and costs nothing that can be measured.
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } }))

  app.get('/api/search', (request, response) => reply(request, response, answerSearch(site, parametersOf(request))))
  app.get('/api/cite', (request, response) => {
    const parameters = parametersOf(request)
    reply(request, response, parameters.has('style') ? answerCiteAs(site, parameters) : answerCite(site, parameters))
  })
  app.get('/api/evaluate', (request, response) => reply(request, response, answerEvaluate(site, parametersOf(request))))
  app.get('/api/binding', (request, response) => reply(request, response, answerBinding(site, parametersOf(request))))
  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n')
  })
  app.get('/assets/:name', (request, response, next) => {
    const asset = assets.get(request.path)
    if (asset === undefined) return next()
    response.set('Cache-Control', ASSETS_KEPT)
    return send(request, response, asset.type, asset.body)
  })
  const pages = makePages(site)
  for (const language of site.languages.filter(({ prefix }) => prefix !== '')) {
    const translated = inLanguage(site, language)
    let made: ReadonlyMap<string, Page> | undefined
    // Most starts are for readers of English, who need not wait for these.
    app.use(
      language.prefix,
      readerRoutes(translated, () => (made ??= makePages(translated))),
    )
  }
  app.use(readerRoutes(site, () => pages))
  app.use(onFault(site))
  return app
}

/** Listens, with limits that slow clients cannot get around. */
export function listen(app: Express, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    // Express hands a failure to listen to this same callback.
    const server = app.listen(port, host, (error?: Error) => (error ? reject(error) : resolve(server)))
    server.headersTimeout = 10_000
    server.requestTimeout = 15_000
    server.maxConnections = 1000
  })
}

/** Lets another application answer from now on; what is being answered is finished by the former. */
export function handOver(server: Server, app: Express): void {
  server.removeAllListeners('request')
  server.on('request', app)
}
