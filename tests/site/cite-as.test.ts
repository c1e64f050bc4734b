import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseWork, DocumentWork, ResolutionWork, TreatyWork, Work } from '../../server/kinds/work.ts'
import { citeAs, STYLES } from '../../server/site/cite-as/index.ts'
import type { Place } from '../../server/site/cite-as/place.ts'
import { bluebookTitle, oscolaTitle, plain, withoutStops } from '../../server/site/cite-as/words.ts'
import { type Running, startSite } from '../site.ts'

const cite = (style: (typeof STYLES)[number], work: Work, place?: Place, form?: Parameters<typeof citeAs>[2]) =>
  plain(citeAs(style, { key: 'key', work, place, page: { title: 'A page', url: 'https://pacta.example/a' } }, form))

const at = (unit: Place['unit'], from: string[], to?: string[]): Place => ({ unit, pinpoint: { from, to } })

const treaty: TreatyWork = {
  type: 'treaty',
  title: 'Convention relating to the Status of Refugees',
  short: 'Refugee Convention',
  act: 'adopted',
  date: '1951-07-28',
  inForce: '1954-04-22',
  unts: { volume: 189, page: 137 },
  isKnownByName: false,
  unit: 'article',
  url: undefined,
}

const judgment: CaseWork = {
  type: 'case',
  court: 'European Court of Human Rights',
  name: 'Osman v. UK',
  parties: undefined,
  phase: undefined,
  date: '1998-10-28',
  number: 'App no 23452/94',
  reports: ['ECHR 1998-VIII 3124'],
  short: 'Osman',
  unit: 'paragraph',
  url: undefined,
}

const resolution: ResolutionWork = {
  type: 'resolution',
  organ: 'Security Council',
  number: '1373',
  title: 'Threats to international peace',
  date: '2001-09-28',
  symbol: 'S/RES/1373',
  place: 'whole',
  short: undefined,
  unit: 'paragraph',
  url: undefined,
}

const document: DocumentWork = {
  type: 'document',
  author: 'Committee against Torture',
  title: 'General Comment No. 4 (2017) on the Implementation of Article 3 of the Convention in the Context of Article 22',
  date: '2018-09-04',
  symbol: 'CAT/C/GC/4',
  unit: 'paragraph',
  url: undefined,
}

describe('citeAs', () => {
  test.each<[Parameters<typeof cite>, string]>([
    [
      ['oscola', treaty, at('article', ['33'])],
      'Convention Relating to the Status of Refugees (adopted 28 July 1951, entered into force 22 April 1954) 189 UNTS 137 (Refugee Convention) art 33',
    ],
    [['oscola', treaty, at('article', ['33', '1']), { firstCitedIn: 1 }], 'Refugee Convention, art 33(1)'],
    [['oscola', treaty, at('article', ['33', '2']), 'ibid'], 'ibid art 33(2)'],
    [
      [
        'bluebook',
        {
          ...treaty,
          title: 'Vienna Convention on the Law of Treaties',
          act: 'opened for signature',
          date: '1969-05-23',
          unts: { volume: 1155, page: 331 },
        },
        at('article', ['32']),
      ],
      'Vienna Convention on the Law of Treaties art. 32, opened for signature May 23, 1969, 1155 U.N.T.S. 331',
    ],
    [['bluebook', treaty, at('article', ['33', '1']), { firstCitedIn: 7 }], 'Refugee Convention, supra note 7, art. 33(1)'],
    [['oscola', judgment], 'Osman v UK ECHR 1998–VIII 3124'],
    [['oscola', { ...judgment, reports: [] }, at('paragraph', ['116'])], 'Osman v UK App no 23452/94 (ECtHR, 28 October 1998), para 116'],
    [
      [
        'bluebook',
        { ...judgment, name: 'Saadi v. Italy', number: 'App no 37201/06', date: '2008-02-28', reports: [] },
        at('paragraph', ['137']),
      ],
      'Saadi v. Italy, App. No. 37201/06, ¶ 137 (Eur. Ct. H.R. Feb. 28, 2008)',
    ],
    [
      [
        'oscola',
        {
          ...judgment,
          court: 'International Court of Justice',
          name: 'Corfu Channel Case',
          parties: 'UK v. Albania',
          phase: 'Merits',
          date: '1949-04-09',
          number: 'ICJ Rep 1949, 4',
          reports: [],
        },
      ],
      'Corfu Channel Case (UK v Albania) (Merits) [1949] ICJ Rep 4',
    ],
    [
      [
        'oscola',
        { ...judgment, court: 'Supreme Court of the United States', name: 'Roe v. Wade', number: '410 U.S. 113 (1973)', reports: [] },
      ],
      'Roe v Wade 410 US 113 (1973)',
    ],
    [['oscola', resolution], 'UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373'],
    [['bluebook', resolution], 'S.C. Res. 1373, U.N. Doc. S/RES/1373 (Sept. 28, 2001)'],
    [
      ['bluebook', document, at('paragraph', ['13'])],
      `Committee Against Torture, ${document.title}, ¶ 13, U.N. Doc. CAT/C/GC/4 (Sept. 4, 2018)`,
    ],
    [
      ['chicago', treaty, at('article', ['33'])],
      'Convention Relating to the Status of Refugees art. 33, adopted July 28, 1951, 189 U.N.T.S. 137',
    ],
  ])('writes %j', (call, expected) => {
    expect(cite(...call)).toBe(expected)
  })

  test('writes a run of paragraphs in each style', () => {
    const run = at('paragraph', ['85'], ['91'])
    expect(cite('oscola', judgment, run)).toContain(', paras 85–91')
    expect(cite('bluebook', judgment, run)).toContain(', ¶¶ 85–91')
  })

  test('escapes in BibTeX what TeX would read as a sign', () => {
    const text = cite('bibtex', { ...document, title: 'Torture & {ill} 100% #1 a_b' })
    expect(text).toContain('title = {Torture \\& \\{ill\\} 100\\% \\#1 a\\_b}')
    expect(text).toMatch(/^@legal\{key,\n/u)
  })

  test('writes RIS in lines of tag and value that end with ER', () => {
    const lines = cite('ris', treaty).trimEnd().split('\r\n')
    expect(lines.every((line) => /^[A-Z][A-Z0-9] {2}- /u.test(`${line} `))).toBe(true)
    expect(lines.slice(0, 3)).toEqual(['TY  - LEGAL', 'TI  - Convention relating to the Status of Refugees', 'PY  - 1951'])
    expect(lines.at(-1)).toBe('ER  -')
  })

  test('cites a page of Pacta where there is no work', () => {
    const page = {
      key: 'non-refoulement',
      work: undefined,
      place: undefined,
      page: { title: 'Non-refoulement', url: 'https://pacta.example/norms/non-refoulement' },
    }
    expect(plain(citeAs('oscola', page))).toBe('‘Non-refoulement’ (Pacta) <https://pacta.example/norms/non-refoulement>')
    expect(JSON.parse(citeAs('csl', page))[0]).toMatchObject({ type: 'webpage', 'container-title': 'Pacta' })
  })
})

describe('titles and names', () => {
  test('have a small “against” in OSCOLA and a capital one in the Bluebook', () => {
    const title = 'Convention against Torture and other means outside their country'
    expect(oscolaTitle(title)).toBe('Convention against Torture and Other Means outside Their Country')
    expect(bluebookTitle(title)).toBe('Convention Against Torture and Other Means Outside Their Country')
  })

  test('lose their full stops in OSCOLA', () => {
    expect(withoutStops('D.D. v. Spain')).toBe('DD v Spain')
    expect(withoutStops('X. v. Switzerland')).toBe('X v Switzerland')
    expect(withoutStops('General Comment No. 4: Freedom of Movement.')).toBe('General Comment No 4: Freedom of Movement.')
  })
})

describe('/api/cite with a style', () => {
  let running: Running
  beforeAll(async () => {
    running = await startSite()
  })
  afterAll(() => running.stop())

  const ask = async (parameters: Record<string, string>) => {
    const response = await fetch(`${running.base}/api/cite?${new URLSearchParams(parameters)}`)
    return { status: response.status, body: (await response.json()) as Record<string, string> }
  }

  test('answers every record in every style', async () => {
    for (const { citation, kind } of running.site.graph.roots.filter((node) => node.kind !== 'state')) {
      for (const style of STYLES) {
        const { status, body } = await ask({ citation: kind === 'participation' ? `participation ${citation}` : citation, style })
        if (status === 300) continue
        expect(status, `${citation} ${style}`).toBe(200)
        expect(body['text'], `${citation} ${style}`).not.toMatch(/undefined|null|\(\)|,,|\s,|[\u{E000}\u{E001}]/u)
      }
    }
  })

  test('prints the paragraph that was asked for within a run, and no paragraph that is not recorded', async () => {
    expect((await ask({ citation: 'Soering v United Kingdom para 90', style: 'oscola' })).body['text']).toBe(
      'Soering v United Kingdom (1989) Series A no 161, para 90',
    )
    expect((await ask({ citation: 'CAT/C/GC/4 para 999', style: 'oscola' })).status).toBe(404)
  })

  test('says what is wrong with a style, a form or a note', async () => {
    expect((await ask({ citation: 'CAT', style: 'oskola' })).body['detail']).toContain('did you mean oscola?')
    expect((await ask({ citation: 'CAT', style: 'oscola', form: 'later' })).body['detail']).toContain(
      'expected one of first, subsequent, ibid',
    )
    expect((await ask({ citation: 'CAT', style: 'oscola', form: 'subsequent', note: '0' })).body['detail']).toContain('number of a note')
    expect((await ask({ citation: '', style: 'oscola' })).status).toBe(400)
    expect((await ask({ citation: 'X v Switzerland', style: 'oscola' })).status).toBe(200)
  })

  test('is on each page, and in files for programs at an address of its own', async () => {
    const page = await (await fetch(`${running.base}/treaties/cat/3`)).text()
    expect(page).toContain('1465 UNTS 85 (CAT) art 3(1)')
    expect(page).toContain('href="/api/treaties/cat/3/cite.bib"')
    for (const [ending, type, words] of [
      ['bib', 'application/x-bibtex', '@legal{cat,'],
      ['ris', 'application/x-research-info-systems', 'TY  - LEGAL'],
      ['json', 'application/vnd.citationstyles.csl+json', '"type": "treaty"'],
    ] as const) {
      const response = await fetch(`${running.base}/api/treaties/cat/3/cite.${ending}`)
      expect(response.headers.get('content-type')).toContain(type)
      expect(await response.text()).toContain(words)
    }
  })

  test.skipIf(!existsSync('../shared/citations/golden-dev.json'))('agrees with the golden citations', async () => {
    const items = JSON.parse(readFileSync('../shared/citations/golden-dev.json', 'utf8')) as {
      record: { citation: string }
      expect: { oscola?: string }
      alsoAllowed?: { oscola?: string[] }
      formatterOnly?: boolean
    }[]
    for (const { record, expect: wanted, alsoAllowed, formatterOnly } of items) {
      if (formatterOnly || !wanted.oscola) continue
      const { status, body } = await ask({ citation: record.citation, style: 'oscola' })
      const same = (text: string) => text.replace(/accessed .*/u, 'accessed')
      if (status === 200) expect([wanted.oscola, ...(alsoAllowed?.oscola ?? [])].map(same)).toContain(same(body['text'] ?? ''))
    }
  })
})
