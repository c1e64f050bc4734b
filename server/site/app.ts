/** HTTP around the pages. The only file that knows express. */
import { createHash } from 'node:crypto'
import type { Server } from 'node:http'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express'
import { type Answer, answerCite, answerEvaluate, answerReading, answerSearch, fault, notFound } from './answer.ts'
import { answerBinding, answerMatrix } from './answer-binding.ts'
import { answerBrowse } from './answer-browse.ts'
import { problemDetails } from './api.ts'
import { loadAssets } from './assets.ts'
import { makePages } from './pages.ts'
import type { Parameters } from './parameters.ts'
import { MATRIX } from './present/matrix.ts'
import { asksForReading } from './reading.ts'
import type { Site } from './site.ts'

/** Nothing from elsewhere, nothing inline, no frame around it. */
const CONTENT_SECURITY = [
  "default-src 'none'",
  "style-src 'self'",
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

function reply(request: Request, response: Response, answer: Answer): void {
  const api = isApi(request.path)
  response.set('Cache-Control', 'no-store')
  if (answer.location !== undefined && !api) response.redirect(answer.status, answer.location)
  else if (!api) send(request, response, 'text/html; charset=utf-8', answer.html(), answer.status)
  else {
    const type = answer.status >= 400 ? 'application/problem+json' : 'application/json; charset=utf-8'
    send(request, response, type, `${JSON.stringify(answer.json())}\n`, answer.status < 400 ? 200 : answer.status)
  }
}

/** The application that serves a site. It keeps no state and writes no log of who reads what. */
export function makeApp(site: Site): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.set('strict routing', true)
  const pages = makePages(site)
  const assets = loadAssets()

  app.use((request, response, next) => {
    response.set(HEADERS)
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.set('Allow', 'GET, HEAD')
      return reply(request, response, fault(site, problemDetails(405, `${request.method} is not used here; expected GET or HEAD.`)))
    }
    if (request.originalUrl.length > MAX_URL)
      return reply(request, response, fault(site, problemDetails(414, `The address is longer than ${MAX_URL} characters.`)))
    next()
  })
  app.use(compression())

  app.get(['/search', '/api/search'], (request, response) => reply(request, response, answerSearch(site, parametersOf(request))))
  app.get(['/cite', '/api/cite'], (request, response) => reply(request, response, answerCite(site, parametersOf(request))))
  app.get('/api/evaluate', (request, response) => reply(request, response, answerEvaluate(site, parametersOf(request))))
  app.get('/api/binding', (request, response) => reply(request, response, answerBinding(site, parametersOf(request))))
  app.get(MATRIX, (request, response, next) => {
    const parameters = parametersOf(request)
    const answer = asksForReading(parameters) ? answerMatrix(site, parameters) : undefined
    return answer ? reply(request, response, answer) : next()
  })
  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n')
  })
  app.get('/robots.txt', (_request, response) => {
    response.type('text/plain').send('User-agent: *\nDisallow: /search\nDisallow: /api/search\n')
  })
  app.get('/*path', (request, response, next) => {
    const path = decodeURIComponent(request.path)
    const page = pages.get(path)
    const asset = assets.get(path)
    const parameters = parametersOf(request)
    const node = site.graph.nodes.get(path.replace(/^\/api(?=\/)/u, '').replace(/\/map$/u, ''))
    const browsed = page && answerBrowse(site, path, parameters)
    if (browsed) return reply(request, response, browsed)
    if (page && node && asksForReading(parameters))
      return reply(request, response, answerReading(site, node, parameters, path.endsWith('/map')))
    response.set('Cache-Control', 'no-cache')
    if (page) send(request, response, page.type, page.body())
    else if (asset) send(request, response, asset.type, asset.body)
    else if (path.length > 1 && path.endsWith('/') && pages.has(path.replace(/\/+$/u, '')))
      response.redirect(301, path.replace(/\/+$/u, ''))
    else next()
  })
  app.get('/', (request, response) => {
    const home = pages.get('/')
    response.set('Cache-Control', 'no-cache')
    if (home) send(request, response, home.type, home.body())
  })
  app.use((request, response) => reply(request, response, notFound(site, request.path.slice(0, 200))))

  const onError: ErrorRequestHandler = (error: unknown, request, response, _next) => {
    const status = error instanceof URIError || (error as { status?: number }).status === 400 ? 400 : 500
    if (status === 500) console.error(error)
    const detail = status === 400 ? 'The address is not well formed.' : 'Something went wrong on our side; the page could not be made.'
    reply(request, response, fault(site, problemDetails(status, detail)))
  }
  app.use(onError)
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
