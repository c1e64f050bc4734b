import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordsOf } from '../../server/graph/questions.ts'
import type { Statement } from '../../server/kinds/statement.ts'
import { placedSpans } from '../../server/site/present/marks.ts'
import { stripOf } from '../../server/site/present/strip.ts'
import { type Running, startSite } from '../site.ts'

let running: Running
let html: string
let data: Statement

beforeAll(async () => {
  running = await startSite()
  html = await (await fetch(`${running.base}/statements/hrf-2023-10-13`)).text()
  data = recordsOf(running.site.graph, 'statement')[0]?.record.data as Statement
})

afterAll(() => running.stop())

const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1])

describe('the page of a statement', () => {
  test('opens every claim beside the text, in order, each with the way to its own page', () => {
    expect(all(/<article class="card [^"]*" id="open-([^"]+)"/gu)).toEqual(data.claims.map(({ id }) => id))
    for (const { id } of data.claims) expect(html).toContain(`<a class="btn" href="/statements/hrf-2023-10-13/${id}">`)
  })

  test('marks type by class and outcome by a sign and a word, never by colour alone', () => {
    const marked =
      /<a class="ref is-demand o-fails"[^>]*aria-label="D-01: [^"]*, fails"><svg class="i" aria-hidden="true"><use href="#s-fails"/u
    expect(html).toMatch(marked)
    expect(all(/<span class="vh">: (stands|contested|fails|no argument)<\/span>/gu)).toHaveLength(data.claims.length)
  })

  test('gives back the text to the letter when the marks are taken away', () => {
    const article = /<article class="text"[^>]*>(.*?)<\/article>/su.exec(html)?.[1] ?? ''
    const plain = article
      .replace(/<svg.*?<\/svg>/gsu, '')
      .replace(/<(span|a) class="ref[^>]*>[^<]*<\/\1>/gu, '')
      .replace(/<[^>]+>/gu, '')
    const decoded = plain.replaceAll('&#34;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
    expect(decoded.trim()).toBe(data.text)
  })
})

describe('stripOf', () => {
  test('has a bar for every span, as wide as its words, none over another in its lane', () => {
    const node = recordsOf(running.site.graph, 'statement')[0]
    if (!node) throw new Error('there is no statement')
    const { bars, lanes, width, breaks } = stripOf(data.text, placedSpans(node, undefined))
    expect(bars).toHaveLength(data.claims.flatMap(({ spans }) => spans ?? []).length)
    expect(lanes).toBe(2)
    expect(breaks).toHaveLength(data.text.split('\n').length - 1)
    for (const one of bars) {
      expect(one.x + one.width).toBeLessThanOrEqual(width)
      const beside = bars.filter((other) => other !== one && other.mark.lane === one.mark.lane)
      expect(beside.filter((other) => other.x < one.x + one.width && one.x < other.x + other.width)).toEqual([])
    }
  })
})
