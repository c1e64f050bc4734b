/** Four questions whose answers a reader who has never seen the site finds on a phone: links only, from the first page, three of them at most. */
import type { Browser } from 'playwright-core'
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

const QUESTIONS: readonly (readonly [question: string, links: readonly string[], answer: string])[] = [
  ['does CAT article 3 bind China, and since when', ['CAT article 3'], 'China: Bound since 3 November 1988'],
  [
    'what is the strongest reply to “economic migrants”',
    ['The other side', 'CA-01 Illegal economic migrants, not refugees', '3 answers, 2 decisive'],
    'Art 3 protects ‘a person’, whatever motive, conduct or status',
  ],
  [
    'who disputes that non-refoulement is jus cogens',
    ['Non-refoulement', 'peremptory norm (5 against)', 'A/CN.4/727'],
    'Fourth Report on Peremptory Norms of General International Law (Jus Cogens)',
  ],
  [
    'which UN text says that children from the DPRK may not be sent back',
    ['Non-refoulement', 'Non-refoulement of children', 'CRC/C/CHN/CO/3-4 para 83(a)'],
    'including those from the Democratic People',
  ],
]

describe('a reader who has never seen the site', () => {
  test.each(QUESTIONS)('finds %s', async (_, links, answer) => {
    expect(links.length).toBeLessThanOrEqual(3)
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    await page.goto(`${running.base}/`)
    for (const name of links) await page.locator('main').getByRole('link', { name, exact: true }).first().click()
    const found = page.locator('main').getByText(answer).first()
    const { top, height } = await found.evaluate((element) => ({ top: element.getBoundingClientRect().top, height: innerHeight }))
    expect(top).toBeGreaterThanOrEqual(0)
    expect(top).toBeLessThan(height)
    await page.close()
  })
})
