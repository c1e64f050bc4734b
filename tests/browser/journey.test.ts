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

async function withPage(javaScriptEnabled: boolean, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  const elsewhere: string[] = []
  const faults: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(running.base)) elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  await use(page)
  expect(elsewhere).toEqual([])
  expect(faults).toEqual([])
  await context.close()
}

const path = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).hash

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`Tab never reached ${selector}`)
}

describe.each([true, false])('the reader, scripts switched on: %s', (scripts) => {
  test('leads a lawyer from the sentence to the claim, to CAT article 3 and on to CAT/C/GC/4 para 13', () =>
    withPage(scripts, async (page) => {
      await page.goto(`${running.base}/`)
      await page.click('text=Read the statement with its claims marked')
      await page.click('.text a:has-text("significant breach of international human rights law")')
      expect(path(page)).toBe('/statements/hrf-2023-10-13#open-L-02')
      await page.click('.card:target a:has-text("L-02a")')
      await page.click('.card:target .btn')
      expect(path(page)).toBe('/statements/hrf-2023-10-13/L-02a')
      expect(await page.locator('h1').textContent()).toContain('CAT article 3')
      await page.click('#authorities ~ .auth a:text-is("CAT art 3(1)")')
      expect(path(page)).toBe('/treaties/cat/3#p1')
      expect(await page.locator('#p1').textContent()).toContain('No State Party shall expel, return')
      await page.locator('li:has(> a:text-is("CAT/C/GC/4")) .place a:text-is("para 13")').first().click()
      expect(path(page)).toBe('/interpretations/cat-c-gc-4#para-13')
      expect(await page.locator('#para-13').textContent()).toContain('Collective deportation')
    }))

  test('shows what crimes against humanity is claimed to mean and what speaks against it', () =>
    withPage(scripts, async (page) => {
      await page.goto(`${running.base}/statements/hrf-2023-10-13`)
      await page.click('.text a:has-text("may amount to crimes against humanity")')
      expect(await page.locator('.card:target').textContent()).toContain('Legal claim L-03')
      await page.click('.card:target .btn')
      expect(path(page)).toBe('/statements/hrf-2023-10-13/L-03')
      expect(await page.locator('main').textContent()).toContain('CA-12')
      expect(await page.locator('#authorities ~ .auth').count()).toBeGreaterThan(5)
    }))

  test('is searched from the sidebar with the keyboard alone', () =>
    withPage(scripts, async (page) => {
      await page.goto(`${running.base}/treaties/cat`)
      await tabTo(page, '#q')
      await page.keyboard.type('non-refoulement')
      if (scripts) {
        await page.waitForSelector('#suggestions [role=option]')
        await page.keyboard.press('ArrowDown')
        expect(await page.getAttribute('#q', 'aria-activedescendant')).toBe('option-0')
        await Promise.all([page.waitForURL('**/norms/non-refoulement'), page.keyboard.press('Enter')])
      } else {
        await Promise.all([page.waitForURL('**/search?q=*'), page.keyboard.press('Enter')])
        await tabTo(page, '.hits a')
        await Promise.all([page.waitForURL('**/norms/non-refoulement'), page.keyboard.press('Enter')])
      }
      expect(await page.locator('h1').textContent()).toBe('Non-refoulement')
    }))
})

describe('a student', () => {
  test.each([true, false])('goes from the norm to the dispute, the source and the term of art, scripts switched on: %s', (scripts) =>
    withPage(scripts, async (page) => {
      await page.goto(`${running.base}/`)
      await page.click('main a:text-is("Non-refoulement")')
      expect(path(page)).toBe('/norms/non-refoulement')
      const dispute = page.locator('.form:has(h3:text-is("As a peremptory norm"))')
      expect(await dispute.locator('h4:text-is("Against") + ul').textContent()).toContain('Peremptory rank is not established')
      const term = page.locator('.term[popovertarget="term-jus-cogens"]')
      await term.click()
      expect(await page.locator('#term-jus-cogens').textContent()).toContain('no derogation is permitted')
      await page.click('#term-jus-cogens a')
      expect(path(page)).toBe('/glossary/jus-cogens')
      await page.click('main a:text-is("VCLT art 53")')
      expect(path(page)).toBe('/treaties/vclt/53')
    }),
  )
})

describe('a lawyer', () => {
  test('finds that the article binds, since when, and copies the citation', () =>
    withPage(true, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.goto(`${running.base}/`)
      await page.click('main a:text-is("CAT article 3")')
      expect(await page.locator('#binding + .bind .answer, #binding ~ .bind .answer').first().textContent()).toMatch(
        /Bound\s+since 3 November 1988/u,
      )
      await page.locator('.cite .copy').first().click()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Convention against Torture')
    }))
})

/** Whether the focus can be seen: a line of it is in the window, and nothing in front of it. */
const focusIsSeen = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    return [...(focused?.getClientRects() ?? [])].some(({ left, top, width, height }) =>
      focused?.contains(document.elementFromPoint(left + Math.min(width / 2, 8), top + height / 2)),
    )
  })

describe('the reader with the keyboard', () => {
  test('goes from the first page to the claim, the provision and its binding, and sees the focus all the way', () =>
    withPage(true, async (page) => {
      const follow = async (selector: string) => {
        await tabTo(page, selector)
        expect(await focusIsSeen(page), selector).toBe(true)
        await page.keyboard.press('Enter')
      }
      await page.goto(`${running.base}/`)
      await follow('main a[href="/statements/hrf-2023-10-13"].btn')
      await page.waitForURL('**/hrf-2023-10-13')
      await follow('.text a[href="#open-L-02"]')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('open-L-02')
      await follow('.card:target a[href="#open-L-02a"]')
      await follow('.card:target .btn')
      await page.waitForURL('**/L-02a')
      await follow('.auth a[href="/treaties/cat/3#binding"]')
      await page.waitForURL('**/treaties/cat/3#binding')
      expect(await page.locator('.bind .answer').textContent()).toContain('since 3 November 1988')
    }))

  test('sees the focus in the text at 400 %, above the claim that is open', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 400 }, deviceScaleFactor: 4 })
    const page = await context.newPage()
    await page.goto(`${running.base}/statements/hrf-2023-10-13#open-L-01`)
    await page.locator('.text a[href="#open-L-02"]').first().focus()
    for (let presses = 0; presses < 4; presses++) {
      expect(await focusIsSeen(page)).toBe(true)
      await page.keyboard.press('Tab')
    }
    await context.close()
  })

  test('reaches every claim in the text, nested and overlapping ones too', () =>
    withPage(true, async (page) => {
      await page.goto(`${running.base}/statements/hrf-2023-10-13`)
      const reached = new Set<string>()
      await page.focus('#text')
      await page.locator('.text a').first().focus()
      for (let presses = 0; presses < 80; presses++) {
        const href = await page.evaluate(() =>
          document.activeElement?.closest('.text') ? document.activeElement.getAttribute('href') : null,
        )
        if (href === null) break
        reached.add(href.replace('#open-', ''))
        await page.keyboard.press('Tab')
      }
      const marked = running.site.graph.roots
        .find((node) => node.kind === 'statement')
        ?.record.data.claims.filter((claim: { spans?: unknown }) => claim.spans)
      expect([...reached].sort()).toEqual(marked.map((claim: { id: string }) => claim.id).sort())
    }))
})

describe('the statement', () => {
  test('is read claim by claim: n and p open the next and the one before, the list and the words follow', () =>
    withPage(true, async (page) => {
      await page.goto(`${running.base}/statements/hrf-2023-10-13`)
      await page.keyboard.press('n')
      expect(path(page)).toBe('/statements/hrf-2023-10-13#open-P-01')
      await page.keyboard.press('n')
      expect(path(page)).toBe('/statements/hrf-2023-10-13#open-F-01')
      expect(await page.locator('.marginlist [aria-current]').textContent()).toContain('F-01')
      expect(await page.locator('.text .is-open').textContent()).toContain('On the evening of Oct. 9')
      await page.keyboard.press('p')
      expect(path(page)).toBe('/statements/hrf-2023-10-13#open-P-01')
    }))

  test('is narrowed to one type of claim without a script', () =>
    withPage(false, async (page) => {
      await page.goto(`${running.base}/statements/hrf-2023-10-13`)
      const shown = () => page.locator('.marginlist li:visible').count()
      expect(await shown()).toBe(46)
      await page.check('#only-demand')
      expect(await shown()).toBe(4)
      expect(await page.locator('.marginlist li:visible').first().textContent()).toContain('D-01')
    }))
})

describe('the keys', () => {
  test('are told on ?, and the button in the footer tells them without a script', () =>
    withPage(true, async (page) => {
      await page.goto(`${running.base}/norms`)
      await page.keyboard.press('?')
      expect(await page.locator('#keys').isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await page.locator('#keys').isVisible()).toBe(false)
      await page.click('button:text-is("Keys")')
      expect(await page.locator('#keys').isVisible()).toBe(true)
    }))
})

describe('the search box', () => {
  test('takes the focus on /, and gives it back on Escape', () =>
    withPage(true, async (page) => {
      await page.goto(`${running.base}/norms`)
      await page.keyboard.press('/')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
      await page.keyboard.type('torture')
      await page.waitForSelector('#suggestions [role=option]')
      await page.keyboard.press('Escape')
      expect(await page.locator('#suggestions').isHidden()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('q')
    }))
})

describe('the arguments of a claim', () => {
  test('are chosen by links; the address can be sent to a colleague, who sees the same', () =>
    withPage(false, async (page) => {
      await page.goto(`${running.base}/statements/hrf-2023-10-13/L-02a`)
      expect(await page.locator('.verdict .big').first().textContent()).toContain('Contested')
      await page.click('#ARG-L02a-1-P4 .pick a:has-text("Accept")')
      expect(await page.locator('.verdict .big').first().textContent()).toContain('Stands')
      const address = page.url()
      await withPage(true, async (other) => {
        await other.goto(address)
        expect(await other.locator('.verdict .big').first().textContent()).toContain('Stands')
        await other.click('text=Back to default')
        await other.locator('.verdict .big .o-contested').waitFor()
        expect(await other.locator('.verdict .big').first().textContent()).toContain('Contested')
      })
    }))
})

/** The box of a map that has the focus: which of all, what it says, how heavy its edge is, and whether its middle is in sight. */
const boxInFocus = (page: Page, map: string) =>
  page.evaluate((selector) => {
    const focused = document.activeElement
    const svg = focused?.closest('svg') ?? undefined
    const { left = 0, top = 0, width = 0, height = 0 } = focused?.getBoundingClientRect() ?? {}
    const edge = focused?.querySelector('rect')
    return {
      at: [...document.querySelectorAll(`${selector} a`)].indexOf(focused as Element),
      title: focused?.querySelector('title')?.textContent ?? '',
      edge: edge ? getComputedStyle(edge).strokeWidth : '',
      isSeen: svg !== undefined && document.elementFromPoint(left + width / 2, top + height / 2)?.closest('svg') === svg,
    }
  }, map)

describe('a map', () => {
  test.each([
    ['a claim', '/statements/hrf-2023-10-13/L-02a/map', '.map--wide', /^(Claim|Argument|Premise|The step|Objection|Reply)/u],
    ['a statement', '/statements/hrf-2023-10-13/map', '.map--free', /^(Claim|Objections)/u],
    ['a norm', '/norms/non-refoulement/map', '.map--free', /^(Non-refoulement|[A-Z][^:]+: \S)/u],
  ])('of %s can be walked with the keyboard, every box in turn, and shows where the focus is', (_of, address, map, says) =>
    withPage(true, async (page) => {
      await page.goto(running.base + address)
      const boxes = await page.locator(`${map} a`).count()
      expect(boxes).toBeGreaterThan(20)
      await page.locator(`${map} a`).first().focus()
      for (let at = 0; at < boxes; at++) {
        const box = await boxInFocus(page, map)
        expect(box, box.title).toEqual({ at, title: expect.stringMatching(says), edge: '4px', isSeen: true })
        await page.keyboard.press('Tab')
      }
      expect((await boxInFocus(page, map)).at).toBe(-1)
    }),
  )
})

describe('the languages', () => {
  test('are changed by links that keep the page and what the reader asked', () =>
    withPage(false, async (page) => {
      await page.goto(`${running.base}/statements/hrf-2023-10-13/L-02a?accept=ARG-L02a-1/P4`)
      await page.click('.tongues >> text=한국어')
      expect(page.url()).toBe(`${running.base}/ko/statements/hrf-2023-10-13/L-02a?accept=ARG-L02a-1/P4`)
      expect(await page.getAttribute('html', 'lang')).toBe('ko')
      expect(await page.textContent('.verdict')).toContain('성립함')
      await page.click('.crumbs a >> nth=1')
      expect(path(page)).toBe('/ko/statements/hrf-2023-10-13')
      await page.click('.tongues >> text=简体中文')
      expect(path(page)).toBe('/zh/statements/hrf-2023-10-13')
    }))

  test('stay with the reader who searches, by form and by suggestion', () =>
    withPage(true, async (page) => {
      await page.goto(`${running.base}/zh/about`)
      await page.fill('#q', 'CAT art 3')
      await page.waitForSelector('#suggestions [role=option]')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/zh/treaties/cat/3*')
      await page.fill('#q', '酷刑')
      await page.keyboard.press('Escape')
      await page.click('.find button')
      await page.waitForURL('**/zh/search?q=**')
      expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans')
    }))
})
