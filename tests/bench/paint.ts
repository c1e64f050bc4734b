/** Measures how soon the largest text of six kinds of pages stands there, in Chromium, on three lines. Run by `npm run bench:paint`. */
import type { Browser, BrowserContext } from 'playwright-core'
import { chromiumPath, launchChromium } from '../browser/chromium.ts'
import { startSite } from '../site.ts'

const PAGES = {
  home: '/',
  statement: '/statements/hrf-2023-10-13',
  claim: '/statements/hrf-2023-10-13/L-02a',
  norm: '/norms/non-refoulement',
  article: '/treaties/cat/3',
  search: '/search?q=return+to+torture',
}

/** What DevTools slows a line to; bits a second and milliseconds a request. */
const LINES = {
  'as it is': undefined,
  '400 kbit/s, 400 ms': { bits: 400_000, latency: 400 },
  'Slow 3G (400 kbit/s, 2,000 ms)': { bits: 400_000, latency: 2000 },
}

type Line = (typeof LINES)[keyof typeof LINES]

const RUNS = 5

/** Milliseconds from the start of a navigation to the largest contentful paint. */
async function paint(context: BrowserContext, line: Line, addresses: readonly string[]): Promise<number> {
  const page = await context.newPage()
  if (line) {
    const session = await context.newCDPSession(page)
    const throughput = line.bits / 8
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency,
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    })
  }
  for (const address of addresses) await page.goto(address, { waitUntil: 'networkidle' })
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
}

/** The median of several runs, each with nothing kept. */
async function median(browser: Browser, line: Line, addresses: readonly string[]): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext()
    times.push(await paint(context, line, addresses))
    await context.close()
  }
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN
}

const site = await startSite()
const browser = await launchChromium(chromiumPath() ?? 'chromium')
try {
  // The first request for a page renders it; readers meet pages that are kept.
  for (const address of Object.values(PAGES)) await (await fetch(`${site.base}${address}`)).text()
  console.log(`largest contentful paint, ms, median of ${RUNS}: ${Object.keys(PAGES).join(' / ')}`)
  for (const [name, line] of Object.entries(LINES))
    for (const [which, before] of [
      ['first page', []],
      ['further page', [`${site.base}/about`]],
    ] as const) {
      const row: number[] = []
      for (const address of Object.values(PAGES)) row.push(await median(browser, line, [...before, `${site.base}${address}`]))
      console.log(`${`${name}, ${which}`.padEnd(48)} ${row.map(Math.round).join(' / ')}`)
    }
} finally {
  await browser.close()
  await site.stop()
}
