import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startSite } from '../site.ts'
import { openBrowser } from './browser.ts'

const PAGES = [
  '/',
  '/about',
  '/statements/hrf-2023-10-13',
  '/statements/hrf-2023-10-13/L-02a',
  '/statements/hrf-2023-10-13/L-02a?accept=ARG-L02a-1/P4&state=RUS&date=2016-02-01',
  '/statements/hrf-2023-10-13/L-02a/map',
  '/treaties',
  '/treaties/cat',
  '/treaties/cat/3',
  '/norms/non-refoulement',
  '/interpretations/cat-c-gc-4',
  '/arguments/ARG-L02a-1',
  '/counter-arguments/CA-07',
  '/states/CHN',
  '/binding',
  '/treaties/cat/20?state=RUS&date=2016-02-01',
  '/participation/vclt',
  '/participation/cat?show=parties&sort=consent&q=an',
  '/norms',
  '/interpretations?by=provision',
  '/arguments',
  '/arguments/ARG-L08-1',
  '/counter-arguments',
  '/states',
  '/coverage',
  '/coverage?state=PRK',
  '/search?q=torture',
  '/cite?q=GC+4',
  '/no-such-page',
]

let running: Running
let browser: Browser

beforeAll(async () => {
  running = await startSite()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await running.stop()
})

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe.each(['light', 'dark'] as const)('axe in %s', (colorScheme) => {
  test.each(PAGES)('finds nothing on %s', async (path) => {
    const context = await browser.newContext({ colorScheme })
    const page = await context.newPage()
    await page.goto(`${running.base}${path}`)
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
    await context.close()
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map((node) => node.html)
          .slice(0, 3)
          .join(' ')}`,
    )
    expect(found).toEqual([])
  })
})

describe('a phone of 320 px', () => {
  test.each(PAGES)('shows %s without sideways scroll', async (path) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    await page.goto(`${running.base}${path}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await context.close()
  })
})
