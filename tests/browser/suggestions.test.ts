import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startSite } from '../site.ts'
import { openBrowser } from './browser.ts'

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

async function onNorms(use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${running.base}/norms`)
  await page.focus('#q')
  await use(page)
  await context.close()
}

const chosen = (page: Page) => page.locator('#suggestions [aria-selected=true]').allTextContents()

describe('the suggestions', () => {
  test('stand in a group for each kind, named by it, the best first', () =>
    onNorms(async (page) => {
      await page.keyboard.type('torture')
      await page.waitForSelector('#suggestions [role=option]')
      const { results } = (await (await fetch(`${running.base}/api/search?q=torture&limit=8`)).json()) as {
        results: { kind: string; title: string }[]
      }
      const headings = await page.locator('#suggestions [role=group] .kind').allTextContents()
      expect(headings).toEqual([...new Set(results.map(({ kind }) => kind))])
      expect(await page.locator('[role=option]').count()).toBe(results.length)
      expect(await page.locator('[role=option]').first().textContent()).toContain(results[0]?.title)
    }))

  test('are moved through with the arrow keys, round and round, and told to the reader', () =>
    onNorms(async (page) => {
      await page.keyboard.type('refugee')
      await page.waitForSelector('#suggestions [role=option]')
      expect(await page.locator('#suggestions-status').textContent()).toMatch(/^8 of \d+ suggestions$/u)
      const all = await page.locator('[role=option]').allTextContents()
      expect(await chosen(page)).toEqual([])
      await page.keyboard.press('ArrowUp')
      expect(await chosen(page)).toEqual(all.slice(-1))
      await page.keyboard.press('ArrowDown')
      expect(await chosen(page)).toEqual(all.slice(0, 1))
      expect(await page.getAttribute('#q', 'aria-activedescendant')).toBe('option-0')
      expect(await page.getAttribute('#q', 'aria-expanded')).toBe('true')
      await page.keyboard.press('Escape')
      expect(await page.getAttribute('#q', 'aria-expanded')).toBe('false')
      expect(await page.getAttribute('#q', 'aria-activedescendant')).toBe(null)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
    }))

  test('lead to what was chosen on Enter, and to the page of results where nothing was', () =>
    onNorms(async (page) => {
      await page.keyboard.type('CAT art 3')
      await page.waitForSelector('#suggestions [role=option]')
      await page.keyboard.press('ArrowDown')
      await Promise.all([page.waitForURL('**/treaties/cat/3'), page.keyboard.press('Enter')])
      await page.keyboard.press('/')
      await page.keyboard.type('torture')
      await page.waitForSelector('#suggestions [role=option]')
      await Promise.all([page.waitForURL('**/search?q=torture'), page.keyboard.press('Enter')])
    }))

  test('are those of the last key: the request of the one before is cancelled', () =>
    onNorms(async (page) => {
      const cancelled: string[] = []
      page.on('requestfailed', (request) => cancelled.push(new URL(request.url()).searchParams.get('q') ?? ''))
      await page.route('**/api/search?*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, route.request().url().includes('q=tor&') ? 600 : 0))
        await route.continue().catch(() => {})
      })
      await page.keyboard.type('tor')
      await page.keyboard.type('t')
      await page.waitForSelector('#suggestions [role=option]')
      const shown = await page.locator('[role=option]').allTextContents()
      await page.waitForTimeout(800)
      expect(cancelled).toContain('tor')
      expect(await page.locator('[role=option]').allTextContents()).toEqual(shown)
    }))

  test('leave nothing behind in the browser', () =>
    onNorms(async (page) => {
      await page.keyboard.type('asylum')
      await page.waitForSelector('#suggestions [role=option]')
      const kept = await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        document.cookie,
        (await caches.keys()).length,
        (await indexedDB.databases()).length,
      ])
      expect(kept).toEqual([0, 0, '', 0, 0])
    }))
})
