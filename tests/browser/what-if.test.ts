import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startSite } from '../site.ts'
import { openBrowser } from './browser.ts'

const CLAIM = '/statements/hrf-2023-10-13/L-02a'
const ACCEPT = '#ARG-L02a-1-P4 .pick a:has-text("Accept")'
const OUTCOME = '.verdict .big >> nth=0'

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

/** A page, and how many documents it loaded. */
async function open(path: string, use: (page: Page, loads: () => number) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  let loads = 0
  page.on('load', () => loads++)
  await page.goto(running.base + path)
  await use(page, () => loads)
  await context.close()
}

const address = (page: Page) => page.url().slice(running.base.length)
const text = (page: Page, selector: string) => page.locator(selector).textContent()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

describe('a choice on the page of a claim', () => {
  test('swaps the content without a new page, at the same address as without a script, and says what changed', () =>
    open(CLAIM, async (page, loads) => {
      const href = await page.getAttribute(ACCEPT, 'href')
      await page.click(ACCEPT)
      await page.waitForSelector('.choices')
      expect(loads()).toBe(1)
      expect(address(page)).toBe(href)
      expect(await text(page, OUTCOME)).toContain('Stands')
      expect(await text(page, 'body > [role=status]')).toBe('Before: Contested → now: Stands')
      expect(await page.locator('main').count()).toBe(1)
      expect(await page.getAttribute('main', 'aria-busy')).toBeNull()
    }))

  test('leaves the control where it was, with the focus on it, and details open that were', () =>
    open(CLAIM, async (page) => {
      await page.locator('details.box summary').first().click()
      const top = () => page.locator(ACCEPT).evaluate((link) => Math.round(link.getBoundingClientRect().top))
      await page.locator(ACCEPT).focus()
      const before = await top()
      await page.keyboard.press('Enter')
      await page.waitForSelector('.choices')
      expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
      expect(await focused(page)).toBe('Accept')
      expect(await page.locator('details.box').first().getAttribute('open')).not.toBeNull()
    }))

  test('is undone by back and done again by forward', () =>
    open(CLAIM, async (page, loads) => {
      await page.click(ACCEPT)
      await page.waitForSelector('.choices')
      await page.goBack()
      await page.waitForSelector('.choices', { state: 'detached' })
      expect(await text(page, OUTCOME)).toContain('Contested')
      await page.goForward()
      await page.waitForSelector('.choices')
      expect(await text(page, OUTCOME)).toContain('Stands')
      expect(loads()).toBe(1)
    }))

  test('puts the focus on the content when the control is gone', () =>
    open(`${CLAIM}?accept=ARG-L02a-1/P4`, async (page) => {
      await page.click('.chip a')
      await page.waitForSelector('.choices', { state: 'detached' })
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    }))

  test('goes there as a link does when the server cannot be reached by the script', () =>
    open(CLAIM, async (page, loads) => {
      await page.route('**', (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()))
      await Promise.all([page.waitForEvent('load'), page.click(ACCEPT)])
      expect(loads()).toBe(2)
      expect(await text(page, OUTCOME)).toContain('Stands')
    }))

  test('is left to the browser with a modifier key', () =>
    open(CLAIM, async (page) => {
      const [other] = await Promise.all([page.context().waitForEvent('page'), page.click(ACCEPT, { modifiers: ['Control'] })])
      await other.waitForLoadState()
      expect(other.url()).toContain('accept=ARG-L02a-1/P4')
      expect(address(page)).toBe(CLAIM)
    }))
})

describe('a form for another State or day', () => {
  test('swaps the content too, at the address that the form has without a script', () =>
    open('/norms/non-refoulement', async (page, loads) => {
      await page.selectOption('#ask-state', 'RUS')
      await page.fill('#ask-date', '2016-02-01')
      await page.click('.ask button')
      await page.waitForSelector('.as-if')
      expect(loads()).toBe(1)
      expect(address(page)).toBe('/norms/non-refoulement?state=RUS&date=2016-02-01#binding')
      expect(await focused(page)).toBe('Compute')
    }))

  test('shows what is wrong with a day that cannot be read on the page that says so', () =>
    open('/norms/non-refoulement', async (page) => {
      await page.fill('#ask-date', '2016-02-30')
      await Promise.all([page.waitForEvent('load'), page.click('.ask button')])
      expect(await text(page, 'main')).toContain('no such day')
    }))
})
