import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeExport } from '../../server/site/export.ts'
import { knowledgeFolder, participationYaml, stateYaml, wholeKnowledge } from '../make.ts'
import { type Running, startSite } from '../site.ts'
import { openBrowser } from './browser.ts'

const TYPES: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css' }

/** A file server that knows nothing of the site, which it holds under a path of its own. */
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

const chinaAndRussia = participationYaml({
  states: [
    { state: 'CHN', signature: '1986-12-12', consent: '1988-10-04', form: 'ratification', inForce: '1988-11-03' },
    { state: 'RUS', signature: '1985-12-10' },
  ],
})

let folder: string
let server: Server
let browser: Browser
let live: Running
const roots: Record<string, string> = {}

beforeAll(async () => {
  const records = { 'participation/cat.yaml': chinaAndRussia, 'states/RUS.yaml': stateYaml({ id: 'RUS', name: 'Russian Federation' }) }
  live = await startSite(knowledgeFolder(wholeKnowledge(records)))
  folder = join(mkdtempSync(join(tmpdir(), 'pacta-copy-')), 'site')
  await writeExport(live.site, folder)
  server = await serveFiles(folder)
  browser = await openBrowser()
  roots['a file server'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/some/path`
  roots['a disk'] = pathToFileURL(folder).href
})

afterAll(async () => {
  await browser.close()
  await live.stop()
  server.close()
  rmSync(join(folder, '..'), { recursive: true, force: true })
})

async function onPage(use: (page: Page) => Promise<void>): Promise<void> {
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await use(page)
  expect(faults).toEqual([])
  await page.close()
}

const words = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/gu, ' ').trim()

describe.each(['a file server', 'a disk'])('a copy on %s', (place) => {
  test.each([
    ['statements/hrf/L-01', 'state=RUS&date=2016-02-01'],
    ['statements/hrf/L-01', 'reject=ARG-L01-1%2FP1'],
    ['treaties/cat/3', 'state=RUS'],
    ['search', 'q=return+to+torture'],
    ['ko/norms/non-refoulement', 'state=RUS'],
  ])('says of %s?%s what the server says', (path, query) =>
    onPage(async (page) => {
      await page.goto(`${live.base}/${path}?${query}`)
      const expected = await words(page)
      await page.goto(`${roots[place]}/${path}/index.html?${query}`)
      await expect.poll(() => words(page), { timeout: 30_000 }).toBe(expected)
    }),
  )

  test('leads from a citation to its paragraph, and from the search box to results', () =>
    onPage(async (page) => {
      await page.goto(`${roots[place]}/cite/index.html?q=CAT%2FC%2FGC%2F4+para+13`)
      await page.waitForURL(/interpretations\/cat-c-gc-4\/index\.html#para-13$/u)
      await page.fill('#q', 'refoulement')
      await page.press('#q', 'Enter')
      await page.locator('.hits a').first().click()
      await page.waitForLoadState()
      expect(page.url().startsWith(roots[place] ?? 'x')).toBe(true)
      expect(await page.locator('h1').count()).toBe(1)
    }))
})
