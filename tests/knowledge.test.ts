import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Knowledge, readKnowledge } from '../server/graph/index.ts'
import { formatProblem } from '../server/graph/problem.ts'
import { recordsOf } from '../server/graph/questions.ts'
import { readSources } from '../server/graph/sources.ts'
import { asProblem, quotationsOf, verifyQuotations } from '../server/graph/verify.ts'
import { kinds } from '../server/kinds/index.ts'
import type { Statement } from '../server/kinds/statement.ts'
import type { Treaty } from '../server/kinds/treaty.ts'
import { loadAssets } from '../server/site/assets.ts'
import { makePages, type Page } from '../server/site/pages.ts'
import { makeSite } from '../server/site/site.ts'

/** How many articles each text has; the Rome Statute with its articles 8 bis, 15 bis and 15 ter. */
const articlesOf = {
  arsiwa: 59,
  cat: 33,
  'cedaw-op': 21,
  cedaw: 30,
  cerd: 25,
  cmw: 93,
  cped: 45,
  'crc-opac': 13,
  'crc-opic': 24,
  'crc-opsc': 17,
  crc: 54,
  crpd: 50,
  genocide: 19,
  'iccpr-op1': 14,
  'iccpr-op2': 11,
  iccpr: 53,
  icescr: 31,
  'ilc-peremptory-norms': 23,
  opcat: 37,
  'palermo-trafficking': 20,
  'refugee-convention': 46,
  'refugee-protocol': 11,
  'rome-statute': 131,
  udhr: 30,
  'un-charter': 111,
  vccr: 79,
  vclt: 85,
}

let knowledge: Knowledge
let pages: ReadonlyMap<string, Page>

beforeAll(() => {
  knowledge = readKnowledge('knowledge', kinds)
  pages = makePages(makeSite(knowledge.graph, kinds))
})

describe('the records', () => {
  test('have no problem', () => {
    expect(knowledge.problems.map(formatProblem)).toEqual([])
  })

  test('hold every claim of the statement', () => {
    const ids = recordsOf(knowledge.graph, 'statement').flatMap((node) => (node.record.data as Statement).claims.map((claim) => claim.id))
    expect(ids).toHaveLength(46)
    expect(new Set(ids).size).toBe(46)
  })

  test('begin with the line that tells editors their schema', () => {
    for (const { file, kind } of knowledge.graph.records) {
      expect(readFileSync(file, 'utf8').split('\n')[0], file).toBe(`# yaml-language-server: $schema=../.schema/${kind.name}.json`)
    }
  })

  test('list each treaty whole, article by article in its order', () => {
    const listed = recordsOf(knowledge.graph, 'treaty').map((node) => {
      const { id, articles } = node.record.data as Treaty
      return [id, articles.map(({ number }) => number)] as const
    })
    const roman = [
      'I',
      'II',
      'III',
      'IV',
      'V',
      'VI',
      'VII',
      'VIII',
      'IX',
      'X',
      'XI',
      'XII',
      'XIII',
      'XIV',
      'XV',
      'XVI',
      'XVII',
      'XVIII',
      'XIX',
    ]
    const gaps = listed.filter(([, numbers]) => {
      const whole = numbers.filter((number) => !/bis|ter|quater/u.test(number))
      return whole.some((number, at) => number !== String(at + 1) && number !== roman[at])
    })
    expect(gaps).toEqual([])
    expect(Object.fromEntries(listed.map(([id, numbers]) => [id, numbers.length]))).toEqual(articlesOf)
  })

  test('keep the working notes of their writers out of the prose', () => {
    const notes = /\[(GCD|RAT|ST|UNTC\d\d)\]|\bV[123]\b|\(GK\)|claims\.md|provisions\.md|interpretations\.md|norms\.md/u
    for (const { file } of knowledge.graph.records) {
      const line = readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((text) => notes.test(text))
      expect(line < 0 ? '' : `${file}:${line + 1}`).toBe('')
    }
  })
})

describe('the pages', () => {
  const bodies = new Map<string, string>()
  const bodyOf = (path: string) => bodies.get(path) ?? ''

  beforeAll(async () => {
    for (const [path, page] of pages) bodies.set(path, await page.body())
  })

  test('lead nowhere that does not exist: every internal link of every page is followed', () => {
    const ids = new Map<string, Set<string>>()
    const idsOf = (path: string) => {
      const known = ids.get(path) ?? new Set([...bodyOf(path).matchAll(/ id="([^"]+)"/gu)].map((match) => match[1] ?? ''))
      ids.set(path, known)
      return known
    }
    const onRequest = new Set(['/search', '/cite', ...loadAssets().keys()])
    const dead: string[] = []
    for (const [path, page] of pages) {
      if (!page.type.startsWith('text/html')) continue
      for (const [, href = ''] of bodyOf(path).matchAll(/ href="([^"]*)"/gu)) {
        if (/^https?:/u.test(href)) continue
        // The pages in other languages have the same paths behind a prefix.
        const [target = '', anchor] = href.replace(/^\/(?:ko|zh)(?=\/|$)\/?/u, '/').split('#')
        const place = target === '' ? path : (target.split('?')[0] ?? '')
        if (href === '' || !(pages.has(place) || onRequest.has(place)) || (anchor && !idsOf(place).has(anchor)))
          dead.push(`${path} → ${JSON.stringify(href)}`)
      }
    }
    expect(dead).toEqual([])
  })

  test('have no id twice', () => {
    const twice: string[] = []
    for (const [path, page] of pages) {
      const all = [...bodyOf(path).matchAll(/ id="([^"]+)"/gu)].map((match) => match[1])
      if (page.type.startsWith('text/html') && new Set(all).size < all.length)
        twice.push(`${path}: ${all.filter((id, at) => all.indexOf(id) < at).join(', ')}`)
    }
    expect(twice).toEqual([])
  })

  test('load nothing from another host', () => {
    for (const [path] of [...pages].filter(([, { type }]) => type.startsWith('text/html'))) {
      expect(/<(?:script|img|iframe|link(?! rel="canonical"))[^>]+(?:src|href)="(?:https?:)?\/\//u.test(bodyOf(path)) ? path : '').toBe('')
    }
  })

  test('stay under 150 KB', () => {
    const large = [...pages].filter(([path, page]) => page.type.startsWith('text/html') && Buffer.byteLength(bodyOf(path)) > 150 * 1024)
    expect(large.map(([path]) => path)).toEqual([])
  })
})

describe.skipIf(!existsSync('../shared/data'))('the quotations', () => {
  test('stand in the texts of their sources, each in its article or paragraph', async () => {
    const quotations = quotationsOf(knowledge.graph)
    const { texts, problems } = await readSources('../shared/data', new Set(quotations.flatMap(({ names }) => [...names])))
    expect(problems.map(formatProblem)).toEqual([])
    const verdicts = verifyQuotations(quotations, texts)
    expect(verdicts.filter(({ result }) => result === 'differs').map((verdict) => formatProblem(asProblem(verdict)))).toEqual([])
    const verified = (from: string) => verdicts.filter(({ quoted, result }) => quoted.from === from && result === 'verified').length
    expect(verified('treaty texts')).toBeGreaterThanOrEqual(105)
    expect(verified('general comments')).toBeGreaterThanOrEqual(12)
    expect(verified('views')).toBeGreaterThanOrEqual(2)
    expect(verified('statements')).toBe(1)
  }, 60_000)
})
