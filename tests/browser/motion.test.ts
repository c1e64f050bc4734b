import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Running, startSite } from '../site.ts'
import { openBrowser } from './browser.ts'

let running: Running
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  running = await startSite()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await running.stop()
})

beforeEach(async () => {
  context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 720 } })
  page = await context.newPage()
})

afterEach(() => context.close())

declare global {
  var watched: { readonly moving: Set<string>; readonly places: number[] }
}

/** Notes in every frame what is being animated, and each place that the page is scrolled to. */
function watch(): void {
  const moving = new Set<string>()
  const places: number[] = []
  globalThis.watched = { moving, places }
  const look = () => {
    for (const { effect } of document.getAnimations()) {
      const { target, pseudoElement } = effect as KeyframeEffect
      moving.add(`${target?.nodeName} ${target?.className} ${pseudoElement}`)
    }
    if (places.at(-1) !== scrollY) places.push(scrollY)
    requestAnimationFrame(look)
  }
  look()
}

/** What has moved since the page was opened, once half a second has passed in which it could have. */
async function seen() {
  await page.waitForTimeout(500)
  return page.evaluate(() => ({ moving: [...globalThis.watched.moving], places: globalThis.watched.places }))
}

/** A jump, and what scripts set right after it, takes a few places; a glide takes a new one in every frame, some thirty in all. */
const JUMP = 5

/** A click that does not first scroll to what is clicked. */
const click = (selector: string) =>
  page.evaluate((wanted) => {
    const element = document.querySelector<HTMLElement>(wanted)
    if (element === null) throw new Error(`there is no ${wanted}`)
    element.click()
  }, selector)

/** Elements, and what stands before and behind them, that would glide, fade or turn on some occasion. */
const movable = () =>
  [...document.querySelectorAll('*')].flatMap((element) =>
    [undefined, '::before', '::after', '::backdrop'].flatMap((pseudo) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element, pseudo)
      const isStill = animationName === 'none' && /^0s(?:, 0s)*$/u.test(transitionDuration) && scrollBehavior === 'auto'
      return isStill ? [] : [`${element.nodeName} ${element.className} ${pseudo ?? ''}`]
    }),
  )

describe('for readers who want no motion, nothing', () => {
  test.each([
    '/',
    '/statements/hrf-2023-10-13',
    '/statements/hrf-2023-10-13/L-02a',
    '/states/CHN',
    '/norms/jus-cogens',
    '/search?q=torture',
  ])('is made to move on %s', async (path) => {
    await page.goto(`${running.base}${path}`)
    expect(await page.evaluate(movable)).toEqual([])
  })

  test('moves while a claim is opened and the next one after it', async () => {
    await page.addInitScript(watch)
    await page.goto(`${running.base}/statements/hrf-2023-10-13`)
    await click('.marginlist a[data-claim="L-05"]')
    const opened = await seen()
    expect(opened.places.at(-1)).toBeGreaterThan(0)
    await page.keyboard.press('n')
    await click('#only-legal')
    const { moving, places } = await seen()
    expect(moving).toEqual([])
    expect(opened.places.length).toBeLessThanOrEqual(JUMP)
    expect(places.length - opened.places.length).toBeLessThanOrEqual(JUMP)
  })

  test('moves while a choice is made, a box unfolded and a definition opened', async () => {
    await page.addInitScript(watch)
    await page.goto(`${running.base}/statements/hrf-2023-10-13/L-02a`)
    for (const selector of ['summary', '.term', '.pick a:not([aria-current])']) await click(selector)
    await page.waitForSelector('.chip')
    expect((await seen()).moving).toEqual([])
  })

  test('moves while a link leads down a page, a key opens the help and another page is opened', async () => {
    await page.addInitScript(watch)
    await page.goto(`${running.base}/statements/hrf-2023-10-13/L-02a`)
    await click('.toc a[href="#other-side"]')
    const down = await seen()
    expect(down.places.at(-1)).toBeGreaterThan(1000)
    expect(down.places.length).toBeLessThanOrEqual(JUMP)
    await page.keyboard.press('?')
    expect((await seen()).moving).toEqual([])
    await page.keyboard.press('Escape')
    await click('.brand a')
    await page.fill('#q', 'tor')
    await page.waitForSelector('[role=option]')
    expect((await seen()).moving).toEqual([])
  })
})
