import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../server/graph/problem.ts'
import { readStatus } from '../../server/graph/status-csv.ts'

const HEADER = 'state_iso3,state_name,signature,consent_date,consent_form,entry_into_force,withdrawal,notes'
const RESERVATION_HEADER = 'instrument,state_iso3,article,kind,date,withdrawn,gist,source'
const CHINA = 'CHN,China,1986-12-12,1988-10-04,ratification,1988-11-03,,src:U15'
const CAT = { citedAs: 'CAT', places: new Set(['CAT art 3', 'CAT art 3(1)', 'CAT art 20', 'CAT art 30']) }

function read(rows: string[], reservations: string[] = [], id = 'cat') {
  return readStatus({
    tables: new Map([[id, { file: 'cat.csv', text: [HEADER, ...rows, ''].join('\n') }]]),
    reservations: { file: 'reservations.csv', text: [RESERVATION_HEADER, ...reservations, ''].join('\n') },
    treaties: new Map([['cat', CAT]]),
    heads: new Map(),
  })
}

const party = (row: string) => read([row]).participation[0]?.states[0]

const reservation = (row: string) => read([CHINA], [row]).participation[0]?.reservations?.[0]

const problems = (rows: string[], reservations: string[] = [], id = 'cat') => read(rows, reservations, id).problems.map(formatProblem)

describe('readStatus', () => {
  test('takes the acts of a State and leaves out empty cells', () => {
    expect(party(CHINA)).toEqual({
      state: 'CHN',
      signature: '1986-12-12',
      consent: '1988-10-04',
      form: 'ratification',
      inForce: '1988-11-03',
      origin: 'U15',
    })
  })

  test('reads the day of a notice not to become a party out of the notes', () => {
    const row = 'RUS,Russian Federation,2000-09-13,,,,,src:U15; 2016-11-30 notice that it does not intend to become a party [MEM]'
    expect(party(row)).toMatchObject({
      signature: '2000-09-13',
      notice: '2016-11-30',
      note: '2016-11-30 notice that it does not intend to become a party (from memory)',
    })
  })

  test('tells the tags as origin and the other words as note', () => {
    expect(party('KAZ,Kazakhstan,,1998-08-26,accession,1998-09-25,,"src:U15; consent:O20, form inferred from signature"')).toMatchObject({
      origin: 'U15; O20',
      note: 'consent from O20, form inferred from signature',
    })
  })

  test('keeps every word of a long note, with its sources in round brackets', () => {
    const row =
      'PRK,DPRK,,1981-09-14,accession,1981-12-14,,"src:U15; notice of 1997 [P-A, P-B]; only with consent [MEM]; still a party [U15, O23]"'
    expect(party(row)).toMatchObject({
      origin: 'U15; P-A; P-B; from memory; O23',
      note: 'notice of 1997 (P-A, P-B); only with consent (from memory); still a party (U15, O23)',
    })
  })

  test('does not take a source for origin that is only mentioned in a remark', () => {
    expect(party('JAM,Jamaica,,1975-10-03,ratification,1976-03-23,1998-01-23,src:U15; denounced [MEM; absent from O20]')).toMatchObject({
      withdrawn: '1998-01-23',
      origin: 'U15; from memory',
      note: 'denounced (from memory; absent from O20)',
    })
  })

  test('marks a consent from memory as unsourced', () => {
    expect(party('TUV,Tuvalu,,2023-01-01,accession,2023-01-31,,src:U15; consent:MEM')).toMatchObject({
      unsourced: true,
      note: 'consent from memory',
    })
    expect(party('MMR,Myanmar,2015-09-28,2019-09-27,ratification,2019-10-27,,src:MEM; signature:MEM; consent:P-MMR')).not.toHaveProperty(
      'unsourced',
    )
  })

  test('has a note and no origin where no source knows an act', () => {
    expect(party('PRK,DPRK,,,,,,no signature or consent in any source used')).toEqual({
      state: 'PRK',
      note: 'no signature or consent in any source used',
    })
  })

  test('does not send a reader to the README of the tables', () => {
    expect(
      party('DZA,Algeria,,1963-02-21,succession,1963-02-21,,"src:U15; succession: in force at the latest from this date, see README"'),
    ).toMatchObject({
      note: 'succession: in force at the latest from this date',
    })
  })

  test.each([
    ['3(1)', ['CAT art 3(1)']],
    ['3(2)', ['CAT art 3']],
    ['30(1)', ['CAT art 30']],
    ['20 (28(1))', ['CAT art 20']],
    ['3(1) second sentence', ['CAT art 3(1)']],
    ['"3(1), 3(2)"', ['CAT art 3(1)', 'CAT art 3']],
    ['"3, 30"', ['CAT art 3', 'CAT art 30']],
    ['3-30', ['CAT art 3', 'CAT art 20', 'CAT art 30']],
    ['22', undefined],
    ['general', undefined],
    ['Convention 3', undefined],
  ])('article %s concerns %s of a record that has articles 3, 3(1), 20 and 30', (article, provisions) => {
    expect(reservation(`cat,CHN,${article},opt-out,1988-10-04,,not bound,U15`)?.provisions).toEqual(provisions)
  })

  test.each([['99'], ['"3, 99"'], ['Convention 3']])('says so when the record has no article %s, instead of linking to less', (article) => {
    const found = problems([CHINA], [`cat,CHN,${article},opt-out,1988-10-04,,not bound,U15`])
    expect(found).toEqual([expect.stringContaining('reservations.csv:2:1: article')])
    expect(found[0]).toContain('in its record; for the treaty as a whole write general')
  })

  test('finds the articles of the Convention in a reservation to its protocol', () => {
    const table = (text: string) => new Map([['cat', { file: 'cat.csv', text: `${HEADER}\n${text}\n` }]])
    const { participation, problems: found } = readStatus({
      tables: table(CHINA),
      reservations: {
        file: 'reservations.csv',
        text: `${RESERVATION_HEADER}\ncat,CHN,Convention 24(1)(b),reservation,1988-10-04,,limited,U15\n`,
      },
      treaties: new Map([['cat', { ...CAT, convention: { citedAs: 'RC', places: new Set(['RC art 24']) } }]]),
      heads: new Map(),
    })
    expect(found).toEqual([])
    expect(participation[0]?.reservations?.[0]?.provisions).toEqual(['RC art 24'])
  })

  test.each(['acceptance of individual complaints', 'declaration of acceptance'])('takes an %s for consent to a procedure', (kind) => {
    const { participation } = read([CHINA], [`cat,CHN,20 (not in force),${kind},1988-10-04,,declaration,U15`])
    expect(participation[0]?.reservations).toBeUndefined()
    expect(participation[0]?.acceptances).toEqual([
      {
        state: 'CHN',
        article: '20 (not in force)',
        accepts: 'CAT art 20',
        kind,
        date: '1988-10-04',
        gist: 'declaration',
        origin: 'U15',
      },
    ])
  })

  test('needs the article of a procedure that is accepted', () => {
    expect(problems([CHINA], ['cat,CHN,22,acceptance of individual complaints,1988-10-04,,declaration,U15'])).toEqual([
      'reservations.csv:2:1: article "22": CAT has no article 22 in its record; for the treaty as a whole write general',
    ])
  })

  test('marks a reservation as unsourced where memory is its only source', () => {
    expect(reservation('cat,CHN,30,opt-out,1988-10-04,,not bound,MEM (no file in U15)')).toMatchObject({
      origin: 'from memory (no file in U15)',
      unsourced: true,
    })
    expect(reservation('cat,CHN,30,opt-out,1988-10-04,1990-01-01,not bound,U15; withdrawal MEM')).toEqual({
      state: 'CHN',
      article: '30',
      provisions: ['CAT art 30'],
      kind: 'opt-out',
      date: '1988-10-04',
      withdrawn: '1990-01-01',
      gist: 'not bound',
      origin: 'U15; withdrawal from memory',
    })
  })

  test('keeps a head and makes one where there is none', () => {
    const head = { asOf: '2023-02-21', limits: 'By hand.', sources: [{ title: 'By hand' }] }
    const tables = new Map([['cat', { file: 'in/cat.csv', text: `${HEADER}\n${CHINA}\n` }]])
    const common = { tables, reservations: undefined, treaties: new Map([['cat', CAT]]) }
    expect(readStatus({ ...common, heads: new Map([['cat', head]]) }).participation[0]).toMatchObject(head)
    expect(readStatus({ ...common, heads: new Map() }).participation[0]).toMatchObject({
      asOf: '1988-10-04',
      sources: [{ title: 'Table of participation cat.csv; tags of its sources: U15' }],
    })
  })

  test('names each State once', () => {
    const text = (name: string) => `${HEADER}\nCOD,${name},,1996-03-18,accession,1996-04-17,,src:U15\n`
    const { states } = readStatus({
      tables: new Map([
        ['cat', { file: 'cat.csv', text: text('Democratic Republic of the Congo') }],
        ['vccr', { file: 'vccr.csv', text: text('"Congo, The Democratic Republic of the"') }],
      ]),
      reservations: undefined,
      treaties: new Map(),
      heads: new Map(),
    })
    expect(states).toEqual([{ id: 'COD', name: 'Democratic Republic of the Congo' }])
  })

  test('finds no fault in a good table', () => {
    expect(problems([CHINA], ['cat,CHN,30(1),ICJ opt-out,1988-10-04,,not bound,U15'])).toEqual([])
  })

  test('reads a table with a byte order mark and carriage returns', () => {
    const tables = new Map([['cat', { file: 'cat.csv', text: `\ufeff${HEADER}\r\n${CHINA}\r\n` }]])
    expect(readStatus({ tables, reservations: undefined, treaties: new Map([['cat', CAT]]), heads: new Map() }).problems).toEqual([])
  })

  test.each([
    [
      'a date that is not in the calendar',
      ['CHN,China,1986-02-30,,,,,src:U15'],
      'cat.csv:2:1: signature "1986-02-30": no such day in the calendar',
    ],
    [
      'a date in another form',
      [CHINA, 'AFG,Afghanistan,4.2.1985,,,,,src:U15'],
      'cat.csv:3:1: signature "4.2.1985": expected a date written year-month-day',
    ],
    ['an unknown form', ['CHN,China,,1988-10-04,ratified,1988-11-03,,src:U15'], 'cat.csv:2:1: consent_form "ratified": '],
    ['a State that is there twice', [CHINA, '', CHINA], 'cat.csv:4:1: state_iso3 "CHN": CHN is there twice'],
    [
      'a code that is not ISO 3166-1 alpha-3',
      ['CN,China,1986-12-12,,,,,src:U15'],
      'cat.csv:2:1: state_iso3 "CN": expected an ISO 3166-1 alpha-3 code',
    ],
    ['a State without a name', ['CHN,,1986-12-12,,,,,src:U15'], 'cat.csv:2:1: state_name: the cell is empty'],
    [
      'entry into force without consent',
      ['CHN,China,,,,1988-11-03,,src:U15'],
      'cat.csv:2:1: entry_into_force "1988-11-03": in force without an act of consent',
    ],
    ['a row with too few cells', [CHINA, 'AFG,Afghanistan'], 'cat.csv:3:1: the row has 2 cells; the header has 8'],
    ['a row after a cell of two lines', ['CHN,China,1986-12-12,,,,,"src:U15\nmore"', 'AFG'], 'cat.csv:4:1: the row has 1 cells'],
    ['a quotation mark that is not closed', [CHINA, 'AFG,"Afghanistan,,,,,,'], 'cat.csv:3:1: is not well-formed CSV: '],
  ])('gives file and line of %s', (_, rows, message) => {
    expect(problems(rows)).toEqual(expect.arrayContaining([expect.stringContaining(message)]))
  })

  test('gives file and line of a wrong header', () => {
    const tables = new Map([['cat', { file: 'cat.csv', text: `state,name\n${CHINA}\n` }]])
    const { problems: found } = readStatus({ tables, reservations: undefined, treaties: new Map([['cat', CAT]]), heads: new Map() })
    expect(found.map(formatProblem)).toEqual([`cat.csv:1:1: the header is state,name; expected ${HEADER}`])
  })

  test.each([
    ['an unknown instrument', 'catt,CHN,30,opt-out,1988-10-04,,not bound,U15', 'instrument "catt": has no table here; did you mean cat?'],
    ['a State without a row in the table', 'cat,CHM,30,opt-out,1988-10-04,,not bound,U15', 'state_iso3 "CHM": has no row in cat.csv'],
    ['a reservation without a gist', 'cat,CHN,30,opt-out,1988-10-04,,,U15', 'gist: the cell is empty'],
    ['a reservation with a bad date', 'cat,CHN,30,opt-out,1988,,not bound,U15', 'date "1988": expected a date written year-month-day'],
  ])('gives file and line of %s', (_, row, message) => {
    const found = problems([CHINA], ['cat,CHN,3,declaration,1988-10-04,,read so,U15', row])
    expect(found).toEqual([expect.stringContaining(`reservations.csv:3:1: ${message}`)])
  })

  test('needs the record of the treaty', () => {
    expect(problems([CHINA], [], 'opcat')).toEqual([
      'cat.csv:1:1: needs a treaty record opcat.yaml without faults, to know how the treaty is cited',
    ])
  })
})
