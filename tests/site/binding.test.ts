import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startSite } from '../site.ts'

let running: Running

beforeAll(async () => {
  running = await startSite()
})

afterAll(() => running.stop())

const get = (path: string) => fetch(`${running.base}${path}`, { redirect: 'manual' })
const page = async (path: string) => (await get(path)).text()

interface Reply {
  readonly status: string
  readonly since?: string | null
  readonly from?: string | null
  readonly state: string
  readonly date: string
  readonly reasons: readonly { readonly text: string; readonly address?: string }[]
}

const ask = async (query: string) => (await (await get(`/api/binding?${query}`)).json()) as Reply

/** The panel of a page, as text. */
const panel = async (path: string) => {
  const html = await page(path)
  const from = html.indexOf('aria-labelledby="binding"')
  const section = html.slice(from, html.indexOf('</section>', from))
  return section
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/ (?=[.:,])/gu, '')
}

describe('/api/binding', () => {
  test('answers with provision, State, day, status and reasons', async () => {
    const response = await get('/api/binding?provision=CAT+art+3&state=CHN&date=2023-10-09')
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toMatchObject({
      provision: 'CAT art 3',
      url: '/treaties/cat/3',
      state: 'CHN',
      date: '2023-10-09',
      status: 'bound',
      since: '1988-11-03',
    })
  })

  test('takes State and day from the statement where the question names none', async () => {
    expect(await ask('provision=CAT+art+3')).toEqual(await ask('provision=CAT+art+3&state=CHN&date=2023-10-09'))
    expect(await ask('provision=CAT+art+3&state=&date=')).toMatchObject({ state: 'CHN', date: '2023-10-09' })
  })

  test('turns on the day of entry into force', async () => {
    expect(await ask('provision=CAT+art+3&state=CHN&date=1988-11-02')).toMatchObject({ status: 'not yet in force', from: '1988-11-03' })
    expect(await ask('provision=CAT+art+3&state=CHN&date=1988-11-03')).toMatchObject({ status: 'bound', since: '1988-11-03' })
  })

  test('leads from every reason to a page that is there', async () => {
    for (const query of ['provision=CAT+art+20', 'provision=ICCPR+art+7', 'provision=UDHR+art+14', 'provision=CEDAW+art+2&state=PRK']) {
      for (const { address } of (await ask(query)).reasons) {
        const [path = '', place] = (address ?? '/').split('#')
        const body = await page(path)
        expect(place === undefined || body.includes(` id="${place}"`), `${query}: ${address}`).toBe(true)
      }
    }
  })

  test('gives for a norm the binding of each provision, and custom as such', async () => {
    const reply = (await (await get('/api/binding?provision=non-refoulement')).json()) as {
      norm: string
      provisions: Reply[]
      custom: { form: string; answer: string }[]
    }
    expect(reply).toMatchObject({ norm: 'non-refoulement', state: 'CHN', date: '2023-10-09' })
    expect(reply).not.toHaveProperty('status')
    expect(reply.provisions.map(({ status }) => status)).toEqual(['bound', 'bound', 'bound'])
    expect(reply.custom.map(({ form, answer }) => [form, answer])).toEqual([
      ['custom', 'contested'],
      ['peremptory', 'contested'],
    ])
  })

  test.each([
    ['', 'provision is missing'],
    ['provision=CAT+art+333', 'the nearest: CAT'],
    ['provision=CA-01', 'of the kind counter-argument'],
    ['provision=article+3', 'can mean'],
    ['provision=CAT+art+3&state=CHM', 'CHN (China)'],
    ['provision=CAT+art+3&state=Korea', ''],
    ['provision=CAT+art+3&date=2023-02-30', 'no such day'],
    ['provision=CAT+art+3&date=yesterday', 'year-month-day'],
  ])('refuses %j with 400 and says why', async (query, why) => {
    const response = await get(`/api/binding?${query}`)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(((await response.json()) as { detail: string }).detail).toContain(why)
  })
})

describe('the binding panel', () => {
  test('answers in a sentence for the default State and day, with the dated acts', async () => {
    const text = await panel('/treaties/cat/3')
    expect(text).toContain('China, 9 October 2023')
    expect(text).toContain('Bound since 3 November 1988.')
    expect(text).toContain('4 October 1988 Ratified')
    expect(text).toContain('Binding is not enforcement.')
    expect(text).toContain('Excluded inquiry or visit, CAT art 20')
    expect(text).not.toContain('Read as if')
  })

  test('answers for another State and day, computed on request and marked as a supposition', async () => {
    const response = await get('/treaties/cat/20?state=RUS&date=2016-02-01')
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const text = await panel('/treaties/cat/20?state=RUS&date=2016-02-01')
    expect(text).toContain('Read as if the same facts concerned the Russian Federation on 1 February 2016')
    expect(text).toContain('Bound since 26 June 1987.')
    expect(text).toContain('withdrawn on 1 October 1991')
    expect(text).toContain('Back to China, 9 October 2023')
  })

  test('says of a signatory and of a declaration what they are', async () => {
    expect(await panel('/treaties/iccpr/7')).toContain('Signed only on 5 October 1998: not a party.')
    expect(await panel('/treaties/udhr/14')).toContain('Not a treaty: it binds no State as such.')
    expect(await panel('/treaties/iccpr/7')).not.toContain('Binding is not enforcement')
  })

  test('keeps the reading in the links to other provisions', async () => {
    const html = await page('/treaties/refugee-convention/33?state=USA&date=2016-02-01')
    expect(html).toContain('href="/treaties/refugee-protocol/I?state=USA&amp;date=2016-02-01#p1"')
  })

  test('stands on the page of a norm without one status for all', async () => {
    const text = await panel('/norms/right-to-leave?state=RUS')
    expect(text).toContain('A norm has no single status')
    expect(text).toContain('ICCPR art 12(2): Bound since 23 March 1976')
    expect(text).toContain('As custom')
  })

  test('refuses an unknown State and a bad day with 400', async () => {
    expect((await get('/treaties/cat/3?state=XYZ')).status).toBe(400)
    expect((await get('/treaties/cat/3?date=2023-13-01')).status).toBe(400)
    expect((await get('/binding?date=soon')).status).toBe(400)
    expect((await get('/states/CHN?date=soon')).status).toBe(400)
  })
})

describe('the page of a State', () => {
  test('says what binds it, and which complaints it accepts', async () => {
    const html = await page('/states/CHN')
    expect(html).toMatch(
      /On 9 October 2023: Party to CAT,[^<]*<button[^>]*>Signatory only<\/button>.*? of ICCPR\. No acceptance of individual complaints is recorded\./u,
    )
  })

  test('answers for another day', async () => {
    const html = await page('/states/RUS?date=1991-01-01')
    expect(html).toContain('On 1 January 1991: Party to')
    expect(html).toContain('No acceptance of individual complaints is recorded.')
    expect(await page('/states/RUS?date=1992-01-01')).toContain(
      'It accepts individual complaints under CAT art 22, ICCPR-OP1 art 1 and CERD art 14.',
    )
  })

  test('is the same for programs', async () => {
    const { binding } = (await (await get('/api/states/CHN?date=1988-11-02')).json()) as {
      binding: { date: string; treaties: { provision: string; status: string }[]; procedures: { provision: string; outcome: string }[] }
    }
    expect(binding.date).toBe('1988-11-02')
    expect(binding.treaties.find(({ provision }) => provision === 'CAT')?.status).toBe('not yet in force')
    expect(binding.procedures.find(({ provision }) => provision === 'CAT art 22')?.outcome).toBe('not accepted')
  })
})

describe('the matrix', () => {
  test('has a column for each State on the route and a row for each treaty with a table', async () => {
    const html = await page('/binding')
    expect(html.match(/<th scope="col">/gu)).toHaveLength(13)
    expect(html.match(/<th scope="row">/gu)).toHaveLength(23)
    expect(html).toContain('href="/treaties/cat?state=KOR#binding"')
    expect(html).toContain('href="/treaties/cat#binding"')
  })

  test('answers for another day', async () => {
    const response = await get('/binding?date=1988-11-02')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const html = await response.text()
    expect(html).toContain('Computed for 2 November 1988')
    expect(html).toContain('href="/treaties/cat?date=1988-11-02#binding"')
    expect(html).toContain('Not yet in force')
  })

  test('is linked from the lists of treaties and States, and from a State', async () => {
    for (const path of ['/treaties', '/states', '/states/CHN']) expect(await page(path), path).toContain('href="/binding"')
  })
})
