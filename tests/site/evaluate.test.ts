import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choosable } from '../../server/argument/choices.ts'
import { type Running, startSite } from '../site.ts'

let running: Running

beforeAll(async () => {
  running = await startSite()
})

afterAll(() => running.stop())

const get = (path: string) => fetch(`${running.base}${path}`)

interface Reply {
  readonly state: string
  readonly date: string
  readonly claims: Record<
    string,
    { outcome: string; force: string; reasons: string[]; openFacts: string[]; arguments: { id: string; label: string }[] }
  >
}

const evaluated = async (query: string) => (await (await get(`/api/evaluate${query}`)).json()) as Reply

describe('GET /api/evaluate', () => {
  test('reads the claims for the respondent and the day of the events by default', async () => {
    const { state, date, claims } = await evaluated('')
    expect([state, date]).toEqual(['CHN', '2023-10-09'])
    expect(claims['L-02a']).toMatchObject({ outcome: 'contested', force: 'binding, on point', openFacts: ['ARG-L02a-1/P4'] })
    expect(Object.keys(claims)).toHaveLength(46)
  })

  test('takes several choices, and a State and a day', async () => {
    expect((await evaluated('?accept=ARG-L02a-1/P4')).claims['L-02a']?.outcome).toBe('stands')
    const both = await evaluated('?accept=ARG-L08-2/P1&accept=ARG-L08-2/P2&accept=ARG-L02b-1/P4&reject=CA-03')
    expect(both.claims['L-02b']?.outcome).toBe('stands')
    expect((await evaluated('?state=THA&date=2023-10-09')).claims['L-02b']).toMatchObject({ outcome: 'fails' })
    expect((await evaluated('?date=1988-11-02')).claims['L-06a']?.outcome).toBe('fails')
    expect((await evaluated('?date=1988-11-03')).claims['L-06a']?.outcome).toBe('stands')
  })

  test.each([
    ['?accept=ARG-L02a-1/P44', 'did you mean ARG-L02a-1/P4'],
    ['?reject=CA-3', 'did you mean CA-03?'],
    ['?accept=CA-03&reject=CA-03', 'both accepted and rejected'],
    ['?state=Rusia', 'RUS'],
    ['?date=2023-02-30', 'no such day'],
    ['?date=yesterday', 'year-month-day'],
  ])('refuses %s and says what is wrong', async (query, message) => {
    const response = await get(`/api/evaluate${query}`)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { detail: string }).detail).toContain(message)
  })

  test('takes every id there is at once', async () => {
    const ids = [...choosable(running.site.graph)].slice(0, 200)
    const query = ids.map((id, at) => `${at % 2 ? 'accept' : 'reject'}=${id}`).join('&')
    expect((await get(`/api/evaluate?${query}`)).status).toBe(200)
  })
})

describe('a claim page with choices', () => {
  test('says what was chosen, what changed, and how to go back', async () => {
    const body = await (await get('/statements/hrf-2023-10-13/L-02a?accept=ARG-L02a-1/P4')).text()
    expect(body).toContain('Accept ARG-L02a-1/P4')
    expect(body).toMatch(/Before:[\s\S]*Contested[\s\S]*now:[\s\S]*Stands/u)
    expect(body).toContain('Back to default')
  })

  test('offers each choice as a link that keeps the others', async () => {
    const body = await (await get('/statements/hrf-2023-10-13/L-02a?reject=CA-07')).text()
    expect(body).toContain('href="/statements/hrf-2023-10-13/L-02a?accept=ARG-L02a-1/P4&amp;reject=CA-07"')
  })

  test('has a map, which takes the same choices', async () => {
    const plain = await (await get('/statements/hrf-2023-10-13/L-02a/map')).text()
    const chosen = await (await get('/statements/hrf-2023-10-13/L-02a/map?accept=ARG-L02a-1/P4')).text()
    expect(plain).toContain('Premise ARG-L02a-1/P4, disputed')
    expect(chosen).toContain('Premise ARG-L02a-1/P4, accepted')
  })

  test('puts the other side first on request, and keeps the choices', async () => {
    const body = await (await get('/statements/hrf-2023-10-13/L-02a?accept=ARG-L02a-1/P4&first=other')).text()
    expect(body.indexOf('id="other-side"')).toBeLessThan(body.indexOf('id="arguments"'))
    expect(body).toContain('href="/statements/hrf-2023-10-13/L-02a?accept=ARG-L02a-1/P4"')
    const usual = await (await get('/statements/hrf-2023-10-13/L-02a')).text()
    expect(usual.indexOf('id="arguments"')).toBeLessThan(usual.indexOf('id="other-side"'))
  })

  test('refuses a choice that does not exist, as a page', async () => {
    const response = await get('/statements/hrf-2023-10-13/L-02a?accept=nonsense')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('No premise and no counter-argument')
  })
})

describe('the statement page in a reading', () => {
  test('names the single changes on which most claims turn', async () => {
    const body = await (await get('/statements/hrf-2023-10-13')).text()
    expect(body).toContain('What most claims turn on')
    expect(body).toContain('?accept=ARG-L02a-1/P4')
  })

  test('says of each claim that changes what it was and what it is', async () => {
    const body = await (await get('/statements/hrf-2023-10-13?state=THA')).text()
    expect(body).toContain('was contested, now fails')
    expect(body).toContain('href="/statements/hrf-2023-10-13/L-02b?state=THA"')
  })
})

describe('the page of a claim', () => {
  test('says in words what to accept or reject for the outcome to change', async () => {
    const html = await (await get('/statements/hrf-2023-10-13/L-02c')).text()
    expect(html).toContain(
      'accept <a href="/arguments/ARG-L02c-1#P2">ARG-L02c-1/P2</a> <span class="of">At least one child was returned</span>',
    )
  })

  test('answers once what an objection says against several arguments', async () => {
    const html = await (await get('/statements/hrf-2023-10-13/L-02c')).text()
    const objection = html.slice(html.indexOf('id="CA-10"'), html.indexOf('id="CA-13"'))
    expect(objection).toContain(
      'Undercuts <a href="/arguments/ARG-L02c-1">ARG-L02c-1</a> and <a href="/arguments/ARG-L02c-2">ARG-L02c-2</a>.',
    )
    expect(objection.match(/Reply: Considerable weight/gu)).toHaveLength(1)
    const differing = html.slice(html.indexOf('id="CA-09"'), html.indexOf('id="CA-10"'))
    expect(differing.match(/Reply: /gu)).toHaveLength(2)
  })
})
