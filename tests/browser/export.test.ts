import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readKnowledge } from '../../server/graph/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import { writeExport } from '../../server/site/export.ts'
import { makeSite } from '../../server/site/site.ts'
import { type Running, startSite } from '../site.ts'
import { openBrowser } from './browser.ts'

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
}

/** A file server that knows nothing of the site, under a path of its own. */
function serveFiles(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).replace(/^\/some\/path\//u, '')
    const file = join(folder, path)
    if (!existsSync(file) || !statSync(file).isFile()) response.writeHead(404).end()
    else {
      response.writeHead(200, { 'Content-Type': TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream' })
      createReadStream(file).pipe(response)
    }
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

let folder: string
let server: Server
let browser: Browser
let live: Running
const roots: string[] = []

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'pacta-copy-')), 'site')
  writeExport(makeSite(readKnowledge('knowledge', kinds).graph, kinds, { base: '' }), folder)
  server = await serveFiles(folder)
  live = await startSite()
  browser = await openBrowser()
  roots.push(`http://127.0.0.1:${(server.address() as AddressInfo).port}/some/path`, `file://${folder}`)
}, 300_000)

afterAll(async () => {
  await browser.close()
  await live.stop()
  server.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

async function onPage(use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await use(page)
  expect(faults).toEqual([])
  await context.close()
}

const words = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/gu, ' ').trim()

describe.each([0, 1])('a copy, from a file server and from a disk (%i)', (at) => {
  test.each([
    'statements/hrf-2023-10-13/L-02a|state=RUS&date=2016-02-01',
    'statements/hrf-2023-10-13/L-02a|reject=CA-03&accept=ARG-L02a-1%2FP4',
    'treaties/cat/3|state=KOR',
    'search|q=return+to+torture',
    'ko/norms/non-refoulement|state=RUS',
  ])('says of %s what the server says', { timeout: 120_000 }, (asked) =>
    onPage(async (page) => {
      const [path = '', query = ''] = asked.split('|')
      await page.goto(`${live.base}/${path}?${query}`)
      const expected = await words(page)
      await page.goto(`${roots[at]}/${path}/index.html?${query}`)
      await page.waitForFunction(() => !document.querySelector('.working'))
      await expect.poll(() => words(page), { timeout: 60_000 }).toBe(expected)
    }),
  )

  test('leads from a citation to its paragraph, and from the search box to results', { timeout: 120_000 }, () =>
    onPage(async (page) => {
      await page.goto(`${roots[at]}/cite/index.html?q=CAT%2FC%2FGC%2F4+para+13`)
      await page.waitForURL(/interpretations\/cat-c-gc-4\/index\.html#para-13$/u)
      await page.fill('#q', 'refoulement')
      await page.press('#q', 'Enter')
      await page.locator('.hits a').first().click()
      await page.waitForLoadState()
      expect(page.url().startsWith(roots[at] ?? 'x')).toBe(true)
      expect(await page.locator('h1').count()).toBe(1)
    }),
  )
})
