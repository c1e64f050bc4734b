import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { actsOf, type PartyRow } from '../../server/argument/acts.ts'
import { type Binding, bindingOf, type Status, statusOn } from '../../server/argument/binding.ts'
import { frameworkOf } from '../../server/argument/framework.ts'
import { isUnread, readDay, readProvision, readState } from '../../server/argument/question.ts'
import { readKnowledge } from '../../server/graph/index.ts'
import type { Graph } from '../../server/graph/link.ts'
import type { GraphNode } from '../../server/graph/node.ts'
import { recordsOf } from '../../server/graph/questions.ts'
import { kinds } from '../../server/kinds/index.ts'
import { argumentYaml, graphOf, participationYaml, stateYaml, treatyYaml, wholeKnowledge } from '../make.ts'

let graph: Graph

beforeAll(() => {
  graph = readKnowledge('knowledge', kinds).graph
})

function found(value: GraphNode | { fault: string }): GraphNode {
  if (isUnread(value)) throw new Error(value.fault)
  return value as GraphNode
}

const ask = (provision: string, state: string, date: string, inGraph = graph): Binding =>
  bindingOf(inGraph, found(readProvision(inGraph, provision)), found(readState(inGraph, state)), date)

const texts = (binding: Binding) => binding.reasons.map(({ date, text }) => `${date ?? ''} ${text}`.trim()).join('\n')

describe('bindingOf', () => {
  test.each<[string, string, string, Status]>([
    ['CAT art 3', 'CHN', '1986-12-11', 'not party'],
    ['CAT art 3', 'CHN', '1988-10-03', 'signed only'],
    ['CAT art 3', 'CHN', '1988-11-02', 'not yet in force'],
    ['CAT art 3', 'CHN', '1988-11-03', 'bound'],
    ['CAT art 3(1)', 'CHN', '2023-10-09', 'bound'],
    ['CAT', 'CHN', '2023-10-09', 'bound'],
    ['CAT art 20', 'CHN', '2023-10-09', 'bound with reservation'],
    ['CAT art 20(1)', 'CHN', '2023-10-09', 'bound with reservation'],
    ['CAT art 30', 'CHN', '2023-10-09', 'bound with reservation'],
    ['CAT art 30(2)', 'CHN', '2023-10-09', 'bound'],
    ['CAT art 20', 'RUS', '1991-09-30', 'bound with reservation'],
    ['CAT art 20', 'RUS', '2016-02-01', 'bound'],
    ['CAT art 22', 'RUS', '2016-02-01', 'bound'],
    ['CAT art 4', 'THA', '2023-10-09', 'bound with reservation'],
    ['CAT art 6', 'THA', '2023-10-09', 'bound'],
    ['CAT art 3', 'PRK', '2023-10-09', 'not party'],
    ['ICCPR art 7', 'CHN', '2023-10-09', 'signed only'],
    ['ICCPR art 7', 'PRK', '2023-10-09', 'bound'],
    ['ICCPR art 6', 'USA', '2023-10-09', 'bound with reservation'],
    ['ICCPR art 7', 'USA', '2023-10-09', 'bound with reservation'],
    ['ICCPR art 12', 'USA', '2023-10-09', 'bound'],
    ['ICCPR art 28', 'USA', '2023-10-09', 'bound'],
    ['ICCPR art 48', 'RUS', '2016-02-01', 'bound'],
    ['CRC-OPAC art 3(2)', 'CHN', '2023-10-09', 'bound'],
    ['CAT art 30', 'ZAF', '2023-10-09', 'bound'],
    ['CAT art 3', 'USA', '2023-10-09', 'bound with reservation'],
    ['ICCPR art 48(2)', 'MNG', '2023-10-09', 'bound'],
    ['CERD art 5', 'THA', '2023-10-09', 'bound with reservation'],
    ['CEDAW art 2(f)', 'PRK', '2015-11-22', 'bound with reservation'],
    ['CEDAW art 2(f)', 'PRK', '2015-11-23', 'bound'],
    ['CEDAW art 2', 'PRK', '2015-11-22', 'bound with reservation'],
    ['CEDAW art 2(d)', 'PRK', '2015-11-22', 'bound'],
    ['CRC art 22', 'THA', '2024-08-29', 'bound with reservation'],
    ['CRC art 22', 'THA', '2024-08-30', 'bound'],
    ['Rome Statute art 7', 'BDI', '2017-10-26', 'bound'],
    ['Rome Statute art 7', 'BDI', '2017-10-27', 'withdrawn'],
    ['Rome Statute art 7', 'CHN', '2023-10-09', 'not party'],
    ['Refugee Convention art 33', 'USA', '2023-10-09', 'not party'],
    ['1967 Protocol art I(1)', 'USA', '2023-10-09', 'bound'],
    ['UDHR art 14', 'CHN', '2023-10-09', 'not a treaty'],
    ['UDHR', 'PRK', '2023-10-09', 'not a treaty'],
    ['ARSIWA art 16', 'CHN', '2023-10-09', 'not a treaty'],
    ['UN Charter art 98', 'CHN', '2023-10-09', 'not recorded'],
  ])('%s, %s, %s: %s', (provision, state, date, status) => {
    expect(ask(provision, state, date).status).toBe(status)
  })

  test('names the acts with their days, in their order, each with a row of a table', () => {
    const { reasons, since } = ask('CAT art 3', 'CHN', '2023-10-09')
    expect(since).toBe('1988-11-03')
    expect(reasons.slice(0, 3)).toMatchObject([
      { kind: 'act', date: '1986-12-12', text: 'Signed', address: '/participation/cat#CHN' },
      { kind: 'act', date: '1988-10-04', text: 'Ratified', address: '/participation/cat#CHN' },
      { kind: 'act', date: '1988-11-03', text: 'In force for it', address: '/participation/cat#CHN' },
    ])
    expect(reasons[3]?.text).toContain('Those in force: to article 20 (28(1)); to article 30(1)')
    expect(reasons[4]).toMatchObject({
      kind: 'limit',
      date: '2023-02-21',
      text: 'The list is complete to this day; later acts may be missing',
      address: '/participation/cat',
    })
    expect(reasons).toHaveLength(5)
  })

  test('says of an act after the day that it is later', () => {
    expect(texts(ask('CAT art 3', 'CHN', '1988-11-02'))).toContain('1988-11-03 In force for it, which is after the day asked')
  })

  test('lists the reservations of a treaty as a whole', () => {
    const { reasons } = ask('CAT', 'CHN', '2023-10-09')
    expect(reasons.filter(({ kind }) => kind === 'reservation').map(({ text }) => text)).toEqual([
      'Opt-out to article 20 (28(1)): does not recognize the inquiry competence of the Committee',
      'ICJ opt-out to article 30(1): not bound by arbitration or International Court of Justice jurisdiction',
    ])
  })

  test('explains the notice of 1997 of the DPRK', () => {
    const said = texts(ask('ICCPR art 7', 'PRK', '2023-10-09'))
    expect(said).toContain('notice of withdrawal dated 1997-08-25')
    expect(said).toContain('not subject to denunciation')
    expect(said).toContain('still treated as a party')
  })

  test('tells when a reservation was withdrawn, and that this rests on memory', () => {
    const reason = ask('CEDAW art 2(f)', 'PRK', '2015-11-23').reasons.find(({ kind }) => kind === 'reservation')
    expect(reason).toMatchObject({ date: '2001-02-27', unsourced: true })
    expect(reason?.text).toContain('withdrawn on 2015-11-23')
    expect(texts(ask('CEDAW art 2(f)', 'PRK', '2015-11-22'))).toContain('in force until withdrawn on 2015-11-23')
  })

  test('names the thin duty of a signatory, as custom where the Vienna Convention came too late', () => {
    const china = ask('ICCPR art 7', 'CHN', '2023-10-09')
    expect(texts(china)).toContain('must not defeat the object and purpose')
    expect(texts(china)).toContain('as custom, as reflected in VCLT art 18')
    expect(china.reasons.map(({ address }) => address)).toEqual(expect.arrayContaining(['/treaties/vclt/18', '/treaties/vclt/4']))
    expect(texts(ask('Rome Statute', 'RUS', '2016-02-01'))).toContain('It follows from VCLT art 18(a)')
  })

  test('ends the duty of a signatory with the notice that it will not become a party', () => {
    const american = ask('Rome Statute art 7', 'USA', '2023-10-09')
    expect(american).toMatchObject({ status: 'signed only', notice: '2002-05-06' })
    expect(american.reasons).toContainEqual(
      expect.objectContaining({
        kind: 'act',
        date: '2002-05-06',
        text: 'Gave notice that it does not intend to become a party',
        address: '/participation/rome-statute#USA',
        unsourced: true,
      }),
    )
    expect(texts(american)).not.toContain('must not defeat the object and purpose')
    expect(texts(american)).toContain('ended when it made clear that it will not become a party')
    expect(ask('Rome Statute art 7', 'RUS', '2016-11-29').notice).toBeUndefined()
    expect(ask('Rome Statute art 7', 'RUS', '2016-11-30').notice).toBe('2016-11-30')
  })

  test('rejects from then on a premise that leans on the signature', () => {
    const { graph: small } = graphOf(
      wholeKnowledge({
        'participation/cat.yaml': participationYaml({ states: [{ state: 'CHN', signature: '1986-12-12', notice: '2000-01-02' }] }),
        'arguments/ARG-L01-1.yaml': argumentYaml({
          premises: [{ id: 'P1', kind: 'status', stance: 'accepted', text: 'It signed', status: { is: 'signed only', by: ['CAT'] } }],
        }),
      }),
    )
    const stanceOn = (date: string) => {
      const {
        arguments: [argument],
      } = frameworkOf(small, { state: found(readState(small, 'CHN')), date })
      return argument?.premises[0]?.stance
    }
    expect(stanceOn('2000-01-01')).toBe('accepted')
    expect(stanceOn('2000-01-02')).toBe('rejected')
  })

  test('says why a declaration is no reservation, and lists it all the same', () => {
    const own = ask('ICCPR art 12', 'USA', '2023-10-09').reasons.filter(({ kind }) => kind === 'reservation')
    expect(own.map(({ text }) => text).join()).toContain('no reservation: a declaration that a treaty is not self-executing concerns')
  })

  test('reads articles 2 to 34 of the Refugee Convention through the Protocol, which binds by itself', () => {
    const american = ask('Refugee Convention art 33(1)', 'USA', '2023-10-09')
    expect(texts(american)).toContain(
      'For people who fled because of events after 1950, articles 2 to 34 apply through 1967 Protocol art I(1): bound since 1968-11-01',
    )
    expect(american.through.map(({ provision, status }) => [provision.citation, status])).toEqual([['1967 Protocol art I(1)', 'bound']])
    expect(ask('Refugee Convention art 29', 'USA', '2023-10-09').through[0]?.status).toBe('bound with reservation')
    expect(ask('Refugee Convention art 35', 'CHN', '2023-10-09').through).toEqual([])
    expect(ask('Refugee Convention art 1', 'CHN', '2023-10-09').through[0]?.provision.citation).toBe('1967 Protocol art I(2)')
  })

  test('leads from a declaration to the norms that are said to be custom', () => {
    expect(ask('UDHR art 14', 'CHN', '2023-10-09').reasons.map(({ address }) => address)).toContain('/norms/right-to-seek-asylum')
  })

  test('does not pretend to know the reservations of States for which nobody looked', () => {
    expect(texts(ask('CAT art 3', 'DEU', '2023-10-09'))).toContain('not looked for in full')
    expect(texts(ask('CAT art 20', 'DEU', '2023-10-09'))).not.toContain('not looked for in full')
    expect(texts(ask('CAT art 3', 'CHN', '2023-10-09'))).not.toContain('not looked for in full')
  })

  test('marks what rests on memory', () => {
    const tuvalu = ask('CAT art 3', 'TUV', '2026-01-01')
    expect(tuvalu.reasons.filter(({ unsourced }) => unsourced).length).toBeGreaterThan(1)
    expect(ask('CAT art 3', 'CHN', '2026-01-01').reasons.some(({ unsourced }) => unsourced)).toBe(false)
  })

  test('says when the day of entry into force is not recorded', () => {
    const { graph: small } = graphOf({
      'treaties/cat.yaml': treatyYaml(),
      'states/CHN.yaml': stateYaml(),
      'participation/cat.yaml': participationYaml({ states: [{ state: 'CHN', consent: '1988-10-04' }] }),
    })
    const binding = ask('CAT art 3', 'CHN', '2023-10-09', small)
    expect(binding.status).toBe('not yet in force')
    expect(texts(binding)).toContain('The day of entry into force for it is not recorded')
  })

  test('refuses what is no provision of a treaty', () => {
    expect(() => bindingOf(graph, found(readState(graph, 'CHN')), found(readState(graph, 'CHN')), '2023-10-09')).toThrow()
  })
})

const day = fc
  .date({ min: new Date('1945-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

const row = fc.record(
  { signature: day, consent: day, inForce: day, withdrawn: day },
  { requiredKeys: [] },
) as unknown as fc.Arbitrary<PartyRow>

const DAYS = ['signature', 'consent', 'inForce', 'withdrawn'] as const

/** The row as it would have been written on a day: without what came later. */
const asWrittenOn = (acts: PartyRow, date: string) =>
  Object.fromEntries(Object.entries(acts).filter(([, value]) => typeof value !== 'string' || value <= date)) as PartyRow

const ORDER: readonly Status[] = ['not party', 'signed only', 'not yet in force', 'bound', 'withdrawn']

describe('statusOn', () => {
  test('is a function of the acts up to the day', () => {
    fc.assert(
      fc.property(row, day, (acts, date) => {
        expect(statusOn(acts, date).status).toBe(statusOn(asWrittenOn(acts, date), date).status)
      }),
    )
  })

  test('never goes back: from no act to signature, consent, force, withdrawal', () => {
    fc.assert(
      fc.property(row, day, day, (acts, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a]
        expect(ORDER.indexOf(statusOn(acts, earlier).status)).toBeLessThanOrEqual(ORDER.indexOf(statusOn(acts, later).status))
      }),
    )
  })

  test('is never bound before entry into force, nor from a withdrawal on', () => {
    fc.assert(
      fc.property(row, day, (acts, date) => {
        const inForce = acts.inForce !== undefined && acts.inForce <= date && !(acts.withdrawn !== undefined && acts.withdrawn <= date)
        expect(statusOn(acts, date).status === 'bound').toBe(inForce)
      }),
    )
  })

  test('holds for every State and treaty of the records', () => {
    const states = recordsOf(graph, 'state')
    const treaties = recordsOf(graph, 'treaty').filter((treaty) => actsOf(graph, treaty, states[0] as GraphNode))
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...treaties), day, (state, treaty, date) => {
        const acts = actsOf(graph, treaty, state)?.row
        const { status } = bindingOf(graph, treaty, state, date)
        expect(status).toBe(statusOn(acts && asWrittenOn(acts, date), date).status)
        for (const article of treaty.parts.slice(0, 5)) {
          const own = bindingOf(graph, article, state, date).status
          expect(own === status || (own === 'bound with reservation' && status === 'bound')).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('has no day later than the one asked in what decides it', () => {
    fc.assert(
      fc.property(row, day, (acts, date) => {
        const { status, since } = statusOn(acts, date)
        if (status !== 'not yet in force') expect(since ?? '').toSatisfy((value: string) => value <= date)
        expect(DAYS.some((key) => acts[key] === since) || since === undefined).toBe(true)
      }),
    )
  })
})

describe('a question', () => {
  test.each([
    ['provision', () => readProvision(graph, 'CAT art 333'), 'the nearest: CAT'],
    ['provision', () => readProvision(graph, 'CATT art 3'), 'the nearest: CAT art 3'],
    ['provision', () => readProvision(graph, 'CA-01'), 'is of the kind counter-argument'],
    ['provision', () => readProvision(graph, '  '), 'provision is missing'],
    ['state', () => readState(graph, 'CHM'), 'CHN (China)'],
    ['state', () => readState(graph, 'Chima'), 'CHN (China)'],
    ['state', () => readState(graph, 'CAT'), 'is of the kind treaty'],
    ['state', () => readState(graph, 'Tailand'), 'THA (Thailand)'],
    ['state', () => readState(graph, 'Atlantis-on-Sea'), 'expected a State by code or name'],
    ['date', () => readDay('2023-02-30') as { fault: string }, 'no such day'],
    ['date', () => readDay('9 October') as { fault: string }, 'year-month-day'],
  ])('about a %s that cannot be read names the nearest or what was expected', (_, read, expected) => {
    const result = read()
    expect(isUnread(result as object) ? (result as { fault: string }).fault : '').toContain(expected)
  })

  test.each(['CHN', 'chn', 'China', '中国', '중국', "People's Republic of China"])('knows China as %s', (name) => {
    expect(found(readState(graph, name)).record.id).toBe('CHN')
  })
})
