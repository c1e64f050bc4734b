import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressIn, link, linksIn, makeLanguage, TONGUES, type Tongue } from '../../server/site/language.ts'
import { type Running, startSite } from '../site.ts'

const tongue = (code: string) => TONGUES.find((item) => item.code === code) as Tongue
const korean = makeLanguage(tongue('ko'), {
  '{count, plural, one {# claim} other {# claims}}': '주장 {count}건',
  'Back to <a>{state}</a>': '<a>{state}</a>으로',
})
const english = makeLanguage(tongue('en'), {})

describe('makeLanguage', () => {
  test('counts as each language counts', () => {
    const counted = '{count, plural, one {# claim} other {# claims}}'
    expect([english.t(counted, { count: 1 }), english.t(counted, { count: 2 }), korean.t(counted, { count: 2 })]).toEqual([
      '1 claim',
      '2 claims',
      '주장 2건',
    ])
  })

  test('leaves a message English that the catalogue lacks', () => {
    expect(korean.t('A new sentence')).toBe('A new sentence')
  })

  test('puts elements where the language wants them, and escapes the values', () => {
    expect(korean.rich('Back to <a>{state}</a>', { a: link('/states/CHN'), state: '<China>' })).toBe(
      '<a href="/states/CHN">&lt;China&gt;</a>으로',
    )
  })

  test('writes days and lists in the manner of the language', () => {
    const chinese = makeLanguage(tongue('zh'), {})
    expect([english, korean, chinese].map(({ day }) => day('2023-10-09'))).toEqual(['9 October 2023', '2023년 10월 9일', '2023年10月9日'])
    expect([english.day('2023'), korean.day('2023'), chinese.day('2023-10')]).toEqual(['2023', '2023년', '2023年10月'])
    expect([english, korean, chinese].map(({ list }) => list(['A', 'B', 'C']))).toEqual(['A, B and C', 'A, B 및 C', 'A、B和C'])
  })
})

describe('linksIn', () => {
  test('keeps links of a page in the language of its reader', () => {
    expect(linksIn(tongue('ko'), '<a href="/">a</a><a class="x" href="/norms#p">b</a><form action="/search"></form>')).toBe(
      '<a href="/ko">a</a><a class="x" href="/ko/norms#p">b</a><form action="/ko/search"></form>',
    )
  })

  test('leaves JSON, assets, anchors, other hosts and other languages alone', () => {
    const html =
      '<a href="/api/norms">j</a><a href="#p">p</a><a href="https://un.org/">u</a><a hreflang="en" href="/norms">e</a><link href="/assets/style.css">'
    expect(linksIn(tongue('zh'), html)).toBe(html)
  })

  test('does nothing in English', () => {
    expect(linksIn(tongue('en'), '<a href="/norms">n</a>')).toBe('<a href="/norms">n</a>')
  })

  test('writes the address of the first page without a slash at its end', () => {
    expect([addressIn(tongue('ko'), '/'), addressIn(tongue('ko'), '/?a=1'), addressIn(tongue('en'), '/')]).toEqual(['/ko', '/ko?a=1', '/'])
  })
})

describe('the site in other languages', () => {
  let running: Running
  beforeAll(async () => {
    running = await startSite()
  })
  afterAll(() => running.stop())

  const get = (path: string) => fetch(`${running.base}${path}`, { redirect: 'manual' })

  test.each(['ko', 'zh'])('has the pages of the English site under /%s', async (code) => {
    for (const path of [
      '',
      '/about',
      '/coverage',
      '/binding',
      '/search?q=torture',
      '/states/CHN',
      '/treaties/cat/3',
      '/statements/hrf-2023-10-13/L-02a/map',
    ]) {
      const response = await get(`/${code}${path}`)
      expect(response.status, path).toBe(200)
      const html = await response.text()
      expect(html).toContain(`<html lang="${tongue(code).tag}">`)
      expect(html.match(/<(?:a|form)\b(?![^>]* hreflang=)[^>]* (?:href|action)="\/(?!ko\b|zh\b|api\b)[^"]*"/gu), path).toBeNull()
    }
  })

  test('leads from each page to the same page, with the same parameters, in each language', async () => {
    const html = await (await get('/ko/statements/hrf-2023-10-13/L-02a?accept=ARG-L02a-1/P4&state=RUS')).text()
    const query = 'accept=ARG-L02a-1/P4&#38;state=RUS'.replace('&#38;', '&amp;')
    for (const [tag, prefix] of [
      ['en', ''],
      ['ko', '/ko'],
      ['zh-Hans', '/zh'],
    ] as const)
      expect(html).toContain(`<link rel="alternate" hreflang="${tag}" href="${prefix}/statements/hrf-2023-10-13/L-02a?${query}">`)
    expect(html).toContain('hreflang="x-default" href="/statements/hrf-2023-10-13/L-02a?')
  })

  test('leads a citation to the page in the language', async () => {
    const response = await get('/ko/cite?q=CAT+art+3')
    expect([response.status, response.headers.get('location')]).toEqual([302, '/ko/treaties/cat/3'])
  })

  test('marks the prose of records as English', async () => {
    expect(await (await get('/zh/norms/non-refoulement')).text()).toContain('<div lang="en"><p>')
    expect(await (await get('/norms/non-refoulement')).text()).not.toContain('<div lang="en">')
  })

  test('writes days in reasons, and what is wrong, in the manner of the language', async () => {
    expect(await (await get('/zh/treaties/iccpr/7')).text()).toContain('ICCPR于1966年12月16日缔结')
    expect(await (await get('/ko/cite?q=CAT+art+99')).text()).toContain('<h1>찾을 수 없음</h1>')
  })

  test('marks as English nothing that the interface says, and names the State of a reading in the language', async () => {
    for (const path of [
      '/statements/hrf-2023-10-13/L-02a',
      '/statements/hrf-2023-10-13/L-02a/map',
      '/norms/non-refoulement/map',
      '/coverage',
    ]) {
      const html = await (await get(`/ko${path}`)).text()
      expect(html.match(/<\w+[^>]* lang="en"[^>]*>[^<]*\p{Script=Hangul}[^<]*/u)?.[0], path).toBeUndefined()
    }
    expect(await (await get('/ko/statements/hrf-2023-10-13/L-02a')).text()).toContain('; 중국, 2023년 10월 9일 기준')
  })

  test('has full-width marks beside Chinese', async () => {
    const html = await (await get('/zh/arguments/ARG-L02a-1')).text()
    expect(html).not.toMatch(/\p{Script=Han}(?:<\/\w+>)*[,;:.] /u)
  })

  test('answers what is not there in the language, and has no JSON under a prefix', async () => {
    for (const path of ['/ko/nothing', '/zh/treaties/nothing', '/ko/api/norms', '/ko/assets/style.css']) {
      const response = await get(path)
      expect([response.status, (await response.text()).includes('<html lang="en">')], path).toEqual([404, false])
    }
    expect((await get('/korea')).status).toBe(404)
  })

  test('drops a slash at the end', async () => {
    expect((await get('/ko/')).headers.get('location')).toBe('/ko')
    expect((await get('/ko/norms/')).headers.get('location')).toBe('/ko/norms')
    expect((await get('/norms/')).headers.get('location')).toBe('/norms')
  })
})
