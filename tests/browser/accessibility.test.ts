import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TONGUES } from '../../server/site/language.ts'
import { type Running, startSite } from '../site.ts'
import { openBrowser } from './browser.ts'

/** A page of each kind. */
const KINDS = [
  '/',
  '/about',
  '/statements/hrf-2023-10-13',
  '/statements/hrf-2023-10-13/L-02a',
  '/statements/hrf-2023-10-13/L-02a/map',
  '/statements/hrf-2023-10-13/map',
  '/statements/hrf-2023-10-13?state=THA',
  '/arguments/ARG-L02b-1?state=THA',
  '/norms/non-refoulement-torture/map',
  '/treaties',
  '/treaties/cat',
  '/treaties/cat/3',
  '/norms',
  '/norms/non-refoulement',
  '/interpretations/cat-c-gc-4',
  '/arguments/ARG-L08-1',
  '/counter-arguments/CA-07',
  '/states/CHN',
  '/binding',
  '/participation/vclt',
  '/coverage',
  '/glossary',
  '/glossary/jus-cogens',
  '/search?q=torture',
  '/no-such-page',
]

/** The same kinds in other states, and lists of another make. */
const OTHERS = [
  '/statements/hrf-2023-10-13#open-L-02',
  '/statements/hrf-2023-10-13/L-02a?accept=ARG-L02a-1/P4&state=RUS&date=2016-02-01',
  '/treaties/cat/20?state=RUS&date=2016-02-01',
  '/participation/cat?show=parties&sort=consent&q=an',
  '/interpretations?by=provision',
  '/interpretations/cat-gc-1',
  '/arguments',
  '/counter-arguments',
  '/states',
  '/coverage?state=PRK',
  '/cite?q=GC+4',
]

let running: Running
let browser: Browser
let page: Page

beforeAll(async () => {
  running = await startSite()
  browser = await openBrowser()
  page = await browser.newPage()
})

afterAll(async () => {
  await browser.close()
  await running.stop()
})

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** One run in the page itself, and details of what is broken only: the pages hold no frames, and it takes half the time. */
const axe = () => new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true)

async function violations(builder: AxeBuilder): Promise<string[]> {
  const result = await builder.analyze()
  return result.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .slice(0, 3)
        .join(' ')}`,
  )
}

const width = () => page.evaluate(() => document.documentElement.scrollWidth)

/** One visit for all: the rules in light, those of colour in dark too, and a phone of 320 px, which is also 1280 px at 400 %. */
async function visit(address: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.emulateMedia({ colorScheme: 'light', contrast: null })
  await page.goto(address)
  expect(await violations(axe().withTags(TAGS))).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(axe().withRules(['color-contrast', 'link-in-text-block']))).toEqual([])
  await page.setViewportSize({ width: 320, height: 256 })
  expect(await width()).toBeLessThanOrEqual(320)
}

describe('axe in light and dark, and 320 px without sideways scroll', () => {
  test.each([...KINDS, ...OTHERS])('on %s', (path) => visit(`${running.base}${path}`))

  test('on docs/style.html, from a disk', () => visit(pathToFileURL('docs/style.html').href))
})

describe('more contrast, where readers ask for it', () => {
  test.each([
    '/about',
    '/statements/hrf-2023-10-13#open-L-02',
    '/statements/hrf-2023-10-13/L-02a?accept=CA-07',
    '/treaties/cat/3?state=USA',
    '/search?q=torture',
  ])('is 7 : 1 in light and dark on %s', async (path) => {
    await page.setViewportSize({ width: 1280, height: 720 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, contrast: 'more' })
      await page.goto(`${running.base}${path}`)
      expect(await violations(axe().withRules(['color-contrast-enhanced']))).toEqual([])
    }
  })
})

describe.each(TONGUES.filter(({ prefix }) => prefix !== ''))('the same in $name', ({ prefix }) => {
  test.each(KINDS)('on %s', (path) => visit(`${running.base}${prefix}${path === '/' ? '' : path}`))
})
