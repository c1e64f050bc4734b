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
  '/treaties',
  '/treaties/cat',
  '/treaties/cat/3',
  '/norms/non-refoulement',
  '/interpretations/cat-c-gc-4',
  '/arguments/ARG-L02a-1',
  '/counter-arguments/CA-07',
  '/states/CHN',
  '/participation/vclt',
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

async function violations(path: string, colorScheme: 'light' | 'dark', rules: (builder: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const context = await browser.newContext({ colorScheme })
  const page = await context.newPage()
  await page.goto(`${running.base}${path}`)
  const result = await rules(new AxeBuilder({ page })).analyze()
  await context.close()
  return result.violations.map(
    (item) =>
      `${item.id}: ${item.nodes
        .slice(0, 3)
        .map((node) => node.html)
        .join(' ')}`,
  )
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

describe('axe', () => {
  test.each(PAGES)('finds nothing on %s', async (path) => {
    expect(await violations(path, 'light', (builder) => builder.withTags(TAGS))).toEqual([])
  })

  // What a page looks like in the dark differs in colour alone.
  test.each(PAGES)('finds no want of contrast on %s in the dark', async (path) => {
    expect(await violations(path, 'dark', (builder) => builder.withRules(['color-contrast', 'link-in-text-block']))).toEqual([])
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
