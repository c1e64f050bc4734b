import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexFile } from '../../server/site/index-cache.ts'
import { type Running, startSite } from '../site.ts'
import { openBrowser } from './browser.ts'

interface Topic {
  readonly q?: string
  readonly qRepeat?: { readonly unit: string; readonly length: number }
}

const TOPICS = '../shared/search/queries-dev.json'

/** Our own queries, and those by which relevance is judged where they are at hand. */
function queries(): string[] {
  const own = JSON.parse(readFileSync('tests/search/queries.json', 'utf8')) as string[]
  const judged = existsSync(TOPICS) ? (JSON.parse(readFileSync(TOPICS, 'utf8')) as { queries: Topic[] }).queries : []
  const repeated = ({ unit, length }: NonNullable<Topic['qRepeat']>) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
  return [...own, ...judged.map(({ q, qRepeat }) => q ?? (qRepeat ? repeated(qRepeat) : ''))]
}

let running: Running
let browser: Browser
let files: Server

/** A folder of files, as a static copy of the site is served: it knows no search. */
function serveFiles(index: Uint8Array): Promise<Server> {
  const content = new Map<string, [string, string | Uint8Array]>([
    ['/', ['text/html', '<!doctype html><title>Files</title><script type="module" src="/page.js"></script>']],
    ['/page.js', ['text/javascript', "import * as pacta from '/offline.js'\nwindow.pacta = pacta"]],
    ['/offline.js', ['text/javascript', readFileSync('dist/server/site/browser/offline.js')]],
    ['/search.index', ['application/octet-stream', index]],
  ])
  const server = createServer((request, response) => {
    const [type, body] = content.get(request.url ?? '') ?? ['text/plain', '']
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Security-Policy': "default-src 'none'; script-src 'self'; connect-src 'self'",
    })
    response.end(body)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

beforeAll(async () => {
  running = await startSite()
  files = await serveFiles(indexFile(running.site.graph))
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  files.close()
  await running.stop()
})

type Offline = typeof import('../../server/site/offline.ts')

/** In the page: asks all queries of the file. */
async function askFile(texts: readonly string[]): Promise<unknown[]> {
  const { openIndex, search } = (window as unknown as { pacta: Offline }).pacta
  const index = openIndex(new Uint8Array(await (await fetch('/search.index')).arrayBuffer()))
  return texts.map((q) => (index ? search(index, new Map(Object.entries({ q: [q], limit: ['20'] }))) : 'not opened'))
}

/** In the page: whether a file opens of which the end is missing, or one byte is another. */
async function openSpoilt(): Promise<boolean[]> {
  const { openIndex } = (window as unknown as { pacta: Offline }).pacta
  const bytes = new Uint8Array(await (await fetch('/search.index')).arrayBuffer())
  const spoilt = bytes.map((byte, at) => (at === 5_000 ? byte ^ 1 : byte))
  return [bytes.subarray(0, bytes.length - 1), spoilt].map((file) => openIndex(file) !== undefined)
}

async function onFiles<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${(files.address() as AddressInfo).port}/`)
  const result = await use(page)
  await context.close()
  return result
}

describe('search in the browser, on the file of the index', () => {
  test('answers every query as the server does, to the last letter', async () => {
    const texts = queries()
    const answers = await onFiles((page) => page.evaluate(askFile, texts))
    for (const [at, q] of texts.entries()) {
      const response = await fetch(`${running.base}/api/search?${new URLSearchParams({ q, limit: '20' })}`)
      const theirs = response.status === 200 ? { ...(await response.json()), binding: undefined } : response.status
      // What binds is computed from the records, which the file of the index does not hold. An address has no half letters, and may be too long for a server.
      if (q.isWellFormed() && theirs !== 414) expect(answers[at], q.slice(0, 80)).toEqual(theirs)
      else expect(answers[at]).toHaveProperty('total')
    }
  })

  test('does not open a file that is not whole', async () => {
    expect(await onFiles((page) => page.evaluate(openSpoilt))).toEqual([false, false])
  })
})
