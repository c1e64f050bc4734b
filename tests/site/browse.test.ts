/** Pages for browsing, over the real server: lists, tables that are narrowed and sorted, coverage, what is unchecked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkedBy, recordsOf } from '../../server/graph/questions.ts'
import {
  argumentYaml,
  claim,
  interpretationYaml,
  knowledgeFolder,
  participationYaml,
  passage,
  premise,
  span,
  statementYaml,
  stateYaml,
  TEXT,
  treatyYaml,
  wholeKnowledge,
} from '../make.ts'
import { type Running, startSite } from '../site.ts'

let running: Running

beforeAll(async () => {
  running = await startSite()
})

afterAll(() => running.stop())

const get = (path: string) => fetch(`${running.base}${path}`, { redirect: 'manual' })
const body = async (path: string) => (await get(path)).text()

/** Without the stylesheet, which is the same in every page and says nothing of how long this one is. */
const ownSize = (html: string) => Buffer.byteLength(html.replace(/<style>.*?<\/style>/su, ''))

/** The texts of all matches of a pattern with one group, without markup. */
const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) =>
    (match[1] ?? '')
      .replace(/<[^>]+>/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )

const headings = (html: string) => all(html, /<h2 id="g\d+">(.*?)<\/h2>/gsu)
const rowNames = (html: string) => all(html.slice(html.indexOf('<tbody>'), html.indexOf('</tbody>')), /<th scope="row">(.*?)<\/th>/gsu)

describe('the list of norms', () => {
  test('has its families and, in each, its norms in the order of the records and not of the alphabet', async () => {
    const html = await body('/norms')
    expect(headings(html).slice(0, 3)).toEqual(['Protection from return 7', 'Sources and hierarchy 1', 'Core prohibition 1'])
    const links = all(html, /<li(?: class="sub")?><a href="\/norms\/([a-z-]+)"/gu)
    expect(links.slice(0, 7)).toEqual(
      ['', '-refugee', '-torture', '-iccpr', '-child', '-women', '-custom'].map((form) => `non-refoulement${form}`),
    )
  })
})

describe('the head of a norm', () => {
  const disputed = async (path: string) => /Who disputes it:(.*?)<\/p>/su.exec(await body(path))?.[1] ?? ''

  test('leads to each form that somebody denies, with how many do', async () => {
    const links = await disputed('/norms/non-refoulement')
    expect(links).toContain('href="#as-peremptory">peremptory norm (5 against)</a>')
    expect(await body('/norms/non-refoulement')).toContain('<h3 id="as-peremptory">As a peremptory norm</h3>')
    expect(links).not.toContain('treaty law')
  })

  test('says nothing of a norm that nobody denies, though some would narrow it', async () => {
    expect(await disputed('/norms/prohibition-of-torture')).toBe('')
  })
})

describe('the head of a page answers what a reader comes for', () => {
  test('of an article: whether it binds the State of the reading, and since when', async () => {
    const standing = async (path: string) => all(await body(path), /<p class="standing">(.*?)<\/p>/gsu)[0]
    expect(await standing('/treaties/cat/3')).toBe('China: Bound since 3 November 1988')
    expect(await standing('/treaties/cat/3?state=PRK')).toMatch(/^DPRK: Not a party/u)
    expect(await standing('/treaties/udhr/14')).toMatch(/Not a treaty/u)
  })

  test('of a counter-argument: how many answers there are, and how many decide', async () => {
    expect(await body('/counter-arguments/CA-01')).toContain('<a href="#answers">3 answers, 2 decisive</a>')
    expect(await body('/counter-arguments/CA-30')).toContain('<a href="#answers">No answer was found.</a>')
  })
})

describe('what a claim cites', () => {
  test('stands in a list with commas, each of them with the word before it', async () => {
    const html = await body('/statements/hrf-2023-10-13/L-02a')
    const evidence = html.slice(html.indexOf('<h2 id="evidence">'), html.indexOf('<h2 id="notes">'))
    expect(evidence).toMatch(/para 13\.3<\/a>,<\/span> <span class="nb"><a href="[^"]+">Berhane v\. Switzerland para 7\.3<\/a><\/span>/u)
    expect(html).toContain('<span class="nb">ARG-L02a-1,</span> <span class="nb">ARG-L02a-2</span>')
  })

  test('has small capitals for the name of a case and not for its paragraph', async () => {
    expect(await body('/statements/hrf-2023-10-13/L-02a')).toContain('<span class="case">Agiza v. Sweden</span> para 13.3</a>')
  })
})

describe('the comparison of the forms of non-refoulement', () => {
  const table = (html: string) => html.slice(html.indexOf('<table class="compare stack">'), html.indexOf('</table>'))

  test('has the forms in their order, with who, harm, exceptions, and what binds the respondent', async () => {
    const html = table(await body('/norms/non-refoulement'))
    expect(all(html, /<th scope="col">(.*?)<\/th>/gu)).toEqual([
      'Form',
      'Whom it protects',
      'Which harm',
      'Exceptions',
      'Binding: China, 9 October 2023',
    ])
    expect(rowNames(html).at(0)).toBe('Non-refoulement of refugees')
    expect(rowNames(html).at(-1)).toBe('Customary non-refoulement')
    expect(html).toMatch(/ICCPR art 6\(1\)<\/a>: <span class="sign b-signed">/u)
    expect(html).toContain('As custom: contested')
  })

  test('is computed for another State', async () => {
    const html = table(await body('/norms/non-refoulement?state=PRK'))
    expect(html).toMatch(/ICCPR art 7<\/a>: <span class="sign b-bound">/u)
    expect(html).toMatch(/CAT art 3\(1\)<\/a>: <span class="sign b-not-party">/u)
  })
})

describe('the page of a text that is no treaty', () => {
  test('does not call it one, and calls its parts what they are', async () => {
    const html = await body('/treaties/ilc-peremptory-norms')
    expect(html).toContain('<h2 id="data">The text</h2>')
    expect(html).toMatch(/<h2 id="articles">Conclusions /u)
    expect(html).toContain('<span class="id">Conclusion 7</span>')
    expect(await body('/treaties/arsiwa')).toContain('<span class="id">Article 16</span>')
    expect(await body('/treaties/cat')).toContain('<h2 id="data">The treaty</h2>')
  })
})

describe('the list of treaties', () => {
  test('says beside a treaty that binds whether reservations or declarations are in force', async () => {
    const rows = (await body('/treaties')).split('<tr>')
    const row = (name: string) => rows.find((html) => html.includes(`">${name}</a></th>`))
    expect(row('CAT')).toContain('since 3 November 1988, with reservations or declarations')
    expect(row('CRPD')).toContain('since 31 August 2008</span>')
  })

  test('has, for each, its days, the parties that the records name, and what the respondent has done', async () => {
    const html = await body('/treaties')
    const row = /<tr><th scope="row"><a href="\/treaties\/cat">.*?<\/tr>/su.exec(html)?.[0] ?? ''
    expect(row).toContain('10 December 1984')
    expect(row).toContain('26 June 1987')
    expect(row).toMatch(/href="\/participation\/cat">174<.*to 21 February 2023/su)
    expect(row).toMatch(/href="\/treaties\/cat#binding".*Bound.*since 3 November 1988/su)
  })

  test('has those of one day with the covenant first and its protocol behind it', async () => {
    const names = rowNames(await body('/treaties'))
    expect(names.filter((name) => name.startsWith('ICCPR'))).toEqual(['ICCPR', 'ICCPR-OP1', 'ICCPR-OP2'])
  })

  test('says of a declaration only when it was adopted', async () => {
    expect(/<tr><th scope="row"><a href="\/treaties\/udhr">.*?<\/tr>/su.exec(await body('/treaties'))?.[0]).not.toContain('class="sign')
  })
})

describe('the list of norms', () => {
  test('marks a form against which there are authorities, and leaves alone what a treaty lays down', async () => {
    const html = await body('/norms')
    expect(html).toContain('treaty law, custom (for and against), peremptory norm (for and against)')
    expect(html).not.toContain('treaty law (for and against)')
  })
})

describe('the page of a treaty', () => {
  test('marks the articles that were not read', async () => {
    const items = (await body('/treaties/arsiwa')).split('<li><a href="/treaties/arsiwa/')
    const item = (number: string) => items.find((html) => html.startsWith(`${number}"`)) ?? ''
    expect(item('20')).toContain('grade--unchecked')
    expect(item('16')).not.toContain('grade--unchecked')
  })

  test('shows the note of an article that is only summed up', async () => {
    expect(await body('/treaties/cped/31')).toContain('Applies only to parties that have made the declaration.')
  })
})

describe('the list of interpretations', () => {
  test('is grouped by body where nothing else is asked, and says so with a link that is current', async () => {
    const html = await body('/interpretations')
    expect(headings(html)).toEqual([...headings(html)].sort(new Intl.Collator('en', { numeric: true }).compare))
    expect(html).toContain('<a href="/interpretations" aria-current="true">Body</a>')
    expect(headings(html)).toContain('Committee against Torture 15')
  })

  test('is grouped by year, the newest first and what has no date last', async () => {
    const groups = headings(await body('/interpretations?by=year'))
    const years = groups.slice(0, -1).map((text) => Number(text.split(' ')[0]))
    expect(years).toEqual([...years].sort((a, b) => b - a))
    expect(groups.at(-1)).toBe('No date recorded 1')
  })

  test('is grouped by provision, with the paragraphs that interpret it', async () => {
    const html = await body('/interpretations?by=provision')
    const group = html.slice(html.indexOf('>CAT art 3</a>'), html.indexOf('>CAT art 22</a>'))
    expect(group).toContain('href="/interpretations/cat-c-gc-4#para-13">para 13</a>')
    expect(headings(html).at(-1)).toMatch(/^No provision named/u)
  })

  test('holds every document whichever way it is grouped', async () => {
    const documents = recordsOf(running.site.graph, 'interpretation').map((node) => node.address)
    for (const by of ['body', 'year', 'provision', 'kind']) {
      const html = await body(`/interpretations?by=${by}`)
      expect(
        documents.filter((address) => !html.includes(`href="${address}"`)),
        by,
      ).toEqual([])
      expect(ownSize(html), by).toBeLessThan(150 * 1024)
    }
  })

  test('marks what is superseded, with its successor, and what is later than the statement', async () => {
    const html = await body('/interpretations?by=kind')
    expect(html).toContain('<a href="/interpretations/cat-c-gc-4">Superseded by CAT/C/GC/4</a>')
    expect(html).toContain('Later than the statement')
    expect(html).toContain('grade--unchecked')
  })

  test('refuses a way that does not exist and names the nearest', async () => {
    const response = await get('/interpretations?by=yaer')
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('did you mean year?')
  })
})

describe('a table of participation', () => {
  test('shows all States by name where nothing is asked', async () => {
    const names = rowNames(await body('/participation/cat'))
    expect(names).toHaveLength(180)
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare))
  })

  test.each([
    ['cat', 'parties', 174],
    ['cat', 'signatories', 4],
    ['cat', 'none', 2],
    ['iccpr-op1', 'parties', 116],
    ['iccpr-op1', 'withdrawn', 3],
  ])('of %s shows of the States only those of ?show=%s', async (table, show, count) => {
    const html = await body(`/participation/${table}?show=${show}`)
    expect(rowNames(html)).toHaveLength(count)
    expect(html).toContain(`${count} of ${table === 'cat' ? 180 : 130} States are shown`)
  })

  test('shows those that made a reservation, and no reservation of others', async () => {
    const html = await body('/participation/cat?show=reservations&q=china')
    expect(rowNames(html)).toEqual(['China'])
    expect(html).toContain('id="CHN-reservations"')
    expect(html).not.toContain('id="USA-reservations"')
  })

  test.each(['signature', 'consent', 'inForce', 'withdrawn'])(
    'is sorted by ?sort=%s, with those that have no such day last',
    async (sort) => {
      const html = await body(`/participation/iccpr-op1?sort=${sort}`)
      const cell = { signature: 0, consent: 1, inForce: 2, withdrawn: 3 }[sort] ?? 0
      const rows = [...html.slice(0, html.indexOf('</tbody>')).matchAll(/<tr id=.*?<\/tr>/gsu)].map(([row]) => row)
      const days = rows.map((row) => /\d{4}-\d{2}-\d{2}/u.exec(all(row, /<td class="num">(.*?)<\/td>/gsu)[cell] ?? '')?.[0] ?? '~')
      expect(days.some((day) => day !== '~')).toBe(true)
      expect(days).toEqual([...days].sort())
      expect(html.match(/aria-sort="ascending"/gu)).toHaveLength(1)
    },
  )

  test.each([
    ['korea', ['DPRK', 'Republic of Korea']],
    ['TÜRKIYE', ['Türkiye']],
    ['turkiye', ['Türkiye']],
    ['조선', ['DPRK']],
    ['CHN', ['China']],
    ['<script>', []],
  ])('finds States by any of their names: %s', async (q, names) => {
    const html = await body(`/participation/crc?q=${encodeURIComponent(q)}`)
    expect(rowNames(html)).toEqual(expect.arrayContaining(names))
    expect(rowNames(html).length).toBeLessThan(6)
    expect(html).toContain(`name="q" type="text" value="${q.replace('<', '&lt;').replace('>', '&gt;')}"`)
  })

  test('keeps in its links and its form what is asked already', async () => {
    const html = await body('/participation/cat?show=parties&sort=consent&q=an')
    expect(html).toContain('href="/participation/cat?sort=signature&amp;show=parties&amp;q=an#states"')
    expect(html).toContain('<input type="hidden" name="sort" value="consent">')
    expect(html).toContain('<option value="parties" selected>')
    expect(html).toContain('value="an"')
  })

  test.each([
    ['sort=sate', 'did you mean state?'],
    ['show=party', 'expected one of all, parties'],
    ['page=0', 'expected a whole number from 1'],
    ['sort=__proto__', 'expected one of'],
  ])('refuses ?%s and says why', async (query, message) => {
    const response = await get(`/participation/cat?${query}`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(message)
  })

  test('is parted into pages of 100 rows where it would become too large', async () => {
    const ids = [...'ABCDEFGHIJ'].flatMap((a) => [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((b) => `X${a}${b}`))
    const states = Object.fromEntries(ids.map((id) => [`states/${id}.yaml`, stateYaml({ id, name: `State ${id}` })]))
    const rows = ids.map((state) => ({
      state,
      signature: '1986-12-12',
      consent: '1988-10-04',
      form: 'ratification',
      inForce: '1988-11-03',
    }))
    const files = { 'treaties/cat.yaml': treatyYaml(), ...states, 'participation/cat.yaml': participationYaml({ states: rows }) }
    const large = await startSite(knowledgeFolder(files))
    try {
      const page = async (query: string) => (await fetch(`${large.base}/participation/cat${query}`)).text()
      const first = await page('')
      expect(rowNames(first)).toHaveLength(100)
      expect(first).toContain('1 to 100 of 260')
      expect(first).toContain('href="/participation/cat?page=2" rel="next"')
      expect(rowNames(await page('?page=3'))).toHaveLength(60)
      expect(rowNames(await page('?page=99'))).toHaveLength(60)
      expect(rowNames(await page('?q=State+XA'))).toHaveLength(26)
      expect(ownSize(first)).toBeLessThan(150 * 1024)
    } finally {
      await large.stop()
    }
  })
})

describe('the other lists', () => {
  test('have arguments under the titles of their claims, in the order of the statement', async () => {
    const html = await body('/arguments')
    expect(headings(html)[0]).toBe('L-01 China is “a signatory” to four treaties 1')
    const [statement] = recordsOf(running.site.graph, 'statement')
    const argued = (statement?.parts ?? []).filter((node) => linkedBy(running.site.graph, node, 'argues for').length > 0)
    expect(all(html, /<h2 id="g\d+"><a href="([^"]+)"/gu)).toEqual(argued.map((node) => node.address))
    for (const node of recordsOf(running.site.graph, 'argument')) expect(html).toContain(`href="${node.address}"`)
  })

  test('say of each counter-argument what it attacks and how far it is answered', async () => {
    const lines = all(await body('/counter-arguments'), /<p class="line">(.*?)<\/p>/gsu)
    expect(lines).toHaveLength(30)
    expect(lines[3]).toBe('4 attacks on arguments for L-02e, L-06b and A-01: 1 answered, 3 not answered.')
    for (const line of lines) {
      const [attacks = 0, ...counts] = (line.match(/^\d+|\d+(?= (?:not )?answered)/gu) ?? []).map(Number)
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        line,
      ).toBe(attacks)
    }
  })

  test('have States by name, each with the number of treaties that bind it on the day of the events', async () => {
    const html = await body('/states')
    const names = all(html, /<li><a href="\/states\/[A-Z]{3}">(.*?)<\/a>/gu)
    expect(names).toHaveLength(198)
    expect(names).toEqual([...names].sort(new Intl.Collator('en').compare))
    expect(html).toMatch(/href="\/states\/CHN">China<\/a> <span class="of">14<\/span>/u)
  })
})

describe('coverage', () => {
  type Group = { basis: string; claims: { id: string; force?: string; rules: { text: string; status?: string }[]; unchecked: unknown[] }[] }
  type Reply = {
    state: string
    date: string
    statements: { total: number; groups: Group[] }[]
    checked: { what: string; counts: Record<string, number> }[]
  }
  const coverage = async (query = '') => (await (await get(`/api/coverage${query}`)).json()) as Reply
  const basisOf = (reply: Reply, id: string) =>
    reply.statements[0]?.groups.find((group) => group.claims.some((item) => item.id === id))?.basis

  test('says of every claim, once, what it rests on', async () => {
    const reply = await coverage()
    const claims = (reply.statements[0]?.groups ?? []).flatMap((group) => group.claims)
    expect([claims.length, new Set(claims.map((item) => item.id)).size]).toEqual([46, 46])
    expect([reply.state, reply.date]).toEqual(['CHN', '2023-10-09'])
    expect(Object.fromEntries(['L-02a', 'L-02f', 'A-01', 'F-01', 'P-01'].map((id) => [id, basisOf(reply, id)]))).toEqual({
      'L-02a': 'treaty in force',
      'L-02f': 'general law',
      'A-01': 'not binding',
      'F-01': 'evidence',
      'P-01': 'evidence',
    })
  })

  test('says beside the source of a rule which force is left of it', async () => {
    const forceOf = (reply: Reply, id: string) =>
      reply.statements[0]?.groups.flatMap((group) => group.claims).find((claim) => claim.id === id)?.force
    const [here, there] = [await coverage(), await coverage('?state=PRK')]
    expect(['L-02a', 'L-02i', 'L-05', 'F-01'].map((id) => forceOf(here, id))).toEqual([
      'binding, on point',
      'persuasive',
      'contested',
      undefined,
    ])
    expect(forceOf(there, 'L-02a')).toBe('persuasive')
    expect(await body('/coverage')).toContain('at the end of each line')
  })

  test('is computed for another State: the DPRK is no party to CAT, and is bound by the ICCPR', async () => {
    const reply = await coverage('?state=PRK')
    expect(basisOf(reply, 'L-06a')).toBe('not binding')
    expect(basisOf(reply, 'A-01')).toBe('treaty in force')
    expect(await body('/coverage?state=PRK')).toContain('as if the same facts concerned')
    expect((await get('/api/coverage?state=Utopia')).status).toBe(400)
    expect((await get('/coverage?date=2023-02-30')).status).toBe(400)
  })

  test('links every claim and explains every group in a sentence', async () => {
    const html = await body('/coverage')
    const [statement] = recordsOf(running.site.graph, 'statement')
    for (const node of statement?.parts ?? []) expect(html).toContain(`href="${node.address}"`)
    for (const id of ['treaty', 'general', 'persuasive', 'facts'])
      expect(html).toMatch(new RegExp(`<h2 id="${id}">[^<]+<span class="num">\\d+</span></h2><p>[A-Z]`, 'u'))
    expect(html).not.toMatch(/\b(?:clearly|guilty|obviously|of course|unfortunately|violator)\b/iu)
  })

  test('counts every article, document and item by grade', async () => {
    const { checked } = await coverage()
    const documents = checked.find(({ what }) => what === 'documents that interpret the law')
    expect(Object.values(documents?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(
      recordsOf(running.site.graph, 'interpretation').length,
    )
  })

  test('is linked from the first page and from the statement', async () => {
    expect(await body('/')).toContain('href="/coverage"')
    expect(await body('/statements/hrf-2023-10-13')).toContain('href="/coverage"')
  })

  test('names a claim of law without an argument as a gap, not as a weakness', async () => {
    const files = wholeKnowledge({
      'arguments/ARG-L01-1.yaml': undefined,
      'counter-arguments/CA-01.yaml': undefined,
      'statements/hrf.yaml': statementYaml(),
    })
    const bare = await startSite(knowledgeFolder(files))
    try {
      const html = await (await fetch(`${bare.base}/coverage`)).text()
      expect(html).toContain('No argument recorded')
      expect(html).toContain('That is a gap in the records and says nothing of the claim.')
    } finally {
      await bare.stop()
    }
  })
})

describe('what rests on general knowledge', () => {
  test('is said on the page of an argument, with the premise, the rule and the backing that do', async () => {
    const html = await body('/arguments/ARG-L08-1')
    expect(html).toMatch(/Rests on general knowledge in part: <a href="\/arguments\/ARG-L08-1#P2">premise P2<\/a> \(/u)
    expect(html).toMatch(/its rule \(<a href="\/norms\/refugee-sur-place"/u)
    expect(html).toMatch(/its backing \(<a href="\/interpretations\/unhcr-handbook#para-94-96"/u)
    expect(await body('/arguments/ARG-L02a-1')).not.toContain('Rests on general knowledge')
  })

  test('is said on the page of a claim, for both sides and for its evidence', async () => {
    const html = await body('/statements/hrf-2023-10-13/L-08')
    expect(html).toContain('premise P2 of ARG-L08-1')
    expect(html).toContain('Of what speaks against it, general knowledge:')
    expect(html).toMatch(/3 items under <a href="#evidence">evidence<\/a> are marked unchecked/u)
    expect(await body('/statements/hrf-2023-10-13/L-02a')).not.toContain('general knowledge in part')
  })

  test('follows the grade of the passage that is cited, not that of the document', async () => {
    const files = wholeKnowledge({
      'interpretations/cat-c-gc-4.yaml': interpretationYaml({ passages: [passage(), passage({ para: '14', grade: 'unchecked' })] }),
      'arguments/ARG-L01-1.yaml': argumentYaml({
        premises: [premise({ restsOn: ['CAT/C/GC/4 para 13'] }), premise({ id: 'P2', restsOn: ['CAT/C/GC/4 para 14'] })],
      }),
      'statements/hrf.yaml': statementYaml({ claims: [claim({ spans: [span(TEXT, 'This is against the Convention.')] })] }),
    })
    const small = await startSite(knowledgeFolder(files))
    try {
      const html = await (await fetch(`${small.base}/arguments/ARG-L01-1`)).text()
      expect(html).toContain('>premise P2</a>')
      expect(html).not.toContain('>premise P1</a>')
    } finally {
      await small.stop()
    }
  })
})
