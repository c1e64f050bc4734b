import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headKey, resolveCitation } from '../../server/graph/citation.ts'
import { readKnowledge } from '../../server/graph/index.ts'
import type { GraphNode } from '../../server/graph/node.ts'
import { kinds } from '../../server/kinds/index.ts'
import { graphOf, interpretationYaml, normYaml, passage, treatyYaml, wholeKnowledge } from '../make.ts'

const { graph } = readKnowledge('knowledge', kinds)
const nodes = [...graph.nodes.values()]
const resolve = (text: string) => resolveCitation(graph.citations, text)
const cited = (text: string) => resolve(text).matches.map((node) => node.citation)
const nearTo = (text: string) => resolve(text).near.map((node) => node.citation)

describe('resolveCitation', () => {
  test.each([
    ['CAT art 3', 'CAT art 3'],
    ['CAT 3', 'CAT art 3'],
    ['cat article 3', 'CAT art 3'],
    ['CAT art. 3', 'CAT art 3'],
    ['CAT Art.3', 'CAT art 3'],
    ['CAT, article 3', 'CAT art 3'],
    ['  CAT   art\t3 ', 'CAT art 3'],
    ['CAT art 3.', 'CAT art 3'],
    ['CAT III', 'CAT art 3'],
    ['Art. 3 of CAT', 'CAT art 3'],
    ['article 3 CAT', 'CAT art 3'],
    ['Convention against Torture art 3', 'CAT art 3'],
    ['The Convention against Torture, article 3', 'CAT art 3'],
    ['CAT art. 3(1)', 'CAT art 3(1)'],
    ['CAT 3(1)', 'CAT art 3(1)'],
    ['CAT 3 (1)', 'CAT art 3(1)'],
    ['CAT art 3.1', 'CAT art 3(1)'],
    ['CAT art 3 para 1', 'CAT art 3(1)'],
    ['CAT art. 3, para. 1', 'CAT art 3(1)'],
    ['CAT article 3 § 1', 'CAT art 3(1)'],
    ['CAT, article 3, paragraph 1', 'CAT art 3(1)'],
    ['article 3, paragraph 1, of the Convention against Torture', 'CAT art 3(1)'],
    ['paragraph 1 of article 3 of CAT', 'CAT art 3(1)'],
    ['article 33 of the Refugee Convention', 'Refugee Convention art 33'],
    ['art 33 Refugee Convention', 'Refugee Convention art 33'],
    ['art 33 of the 1951 Refugee Convention', 'Refugee Convention art 33'],
    ['1951 Convention art 33(1)', 'Refugee Convention art 33(1)'],
    ['Refugee Convention art 1A(2)', 'Refugee Convention art 1A(2)'],
    ['Refugee Convention art 1(A)(2)', 'Refugee Convention art 1A(2)'],
    ['Protocol art I(1)', '1967 Protocol art I(1)'],
    ['1967 Protocol art 1(1)', '1967 Protocol art I(1)'],
    ['1967 Protocol art i(1)', '1967 Protocol art I(1)'],
    ['Genocide Convention art 9', 'Genocide Convention art IX'],
    ['CRC 37a', 'CRC art 37(a)'],
    ['CRC 37(a)', 'CRC art 37(a)'],
    ['CRC art 37 (a)', 'CRC art 37(a)'],
    ['Rome Statute art 7(1)(d)', 'Rome Statute art 7(1)(d)'],
    ['Rome Statute article 8bis', 'Rome Statute art 8 bis'],
    ['Article 99 of the UN Charter', 'UN Charter art 99'],
  ])('finds a provision: %s', (text, citation) => {
    expect(cited(text)).toEqual([citation])
  })

  test.each([
    ['CAT/C/GC/4 para 13', 'CAT/C/GC/4 para 13'],
    ['cat/c/gc/4 PARA 13', 'CAT/C/GC/4 para 13'],
    ['CAT/C/GC/4 ¶13', 'CAT/C/GC/4 para 13'],
    ['CAT/C/GC/4 ¶ 13', 'CAT/C/GC/4 para 13'],
    ['CAT/C/GC/4¶13', 'CAT/C/GC/4 para 13'],
    ['CAT/C/GC/4 §13', 'CAT/C/GC/4 para 13'],
    ['CAT/C/GC/4, para. 13', 'CAT/C/GC/4 para 13'],
    ['CAT/C/GC/4 paragraph 13', 'CAT/C/GC/4 para 13'],
    ['CAT/C/GC/4 at para. 13', 'CAT/C/GC/4 para 13'],
    ['CAT/C/GC/4, at 13', 'CAT/C/GC/4 para 13'],
    ['CAT/C/GC/4 [13]', 'CAT/C/GC/4 para 13'],
    ['para 13 of CAT/C/GC/4', 'CAT/C/GC/4 para 13'],
    ['GC 4 para 13', 'CAT/C/GC/4 para 13'],
    ['A/RES/77/226 para 2(a)(v)', 'A/RES/77/226 para 2(a)(v)'],
    ['A/RES/77/226, para. 2 (a) (v)', 'A/RES/77/226 para 2(a)(v)'],
    ['GC 31 para 12', 'CCPR/C/21/Rev.1/Add.13 para 12'],
    ['General Comment No. 31, para. 12', 'CCPR/C/21/Rev.1/Add.13 para 12'],
    ['ExCom 25(b)', 'ExCom 25 para (b)'],
    ['ExCom Conclusion No. 25, para. (b)', 'ExCom 25 para (b)'],
    ['ExCom 25 (XXXIII) (b)', 'ExCom 25 para (b)'],
  ])('finds a paragraph of a document: %s', (text, citation) => {
    expect(cited(text)).toEqual([citation])
  })

  test.each([
    ['GC 31', 'CCPR/C/21/Rev.1/Add.13'],
    ['GC31', 'CCPR/C/21/Rev.1/Add.13'],
    ['GC No 31', 'CCPR/C/21/Rev.1/Add.13'],
    ['HRC GC 31', 'CCPR/C/21/Rev.1/Add.13'],
    ['HRC General Comment 31', 'CCPR/C/21/Rev.1/Add.13'],
    ['General Comment No. 31', 'CCPR/C/21/Rev.1/Add.13'],
    ['General Comment n° 31', 'CCPR/C/21/Rev.1/Add.13'],
    ['General Comment № 31', 'CCPR/C/21/Rev.1/Add.13'],
    ['General Comment No. 31 (2004)', 'CCPR/C/21/Rev.1/Add.13'],
    ['ccpr c 21 rev.1 add.13', 'CCPR/C/21/Rev.1/Add.13'],
    ['GR 32', 'CEDAW/C/GC/32'],
    ['CEDAW General Recommendation No. 32', 'CEDAW/C/GC/32'],
    ['CAT GC 4', 'CAT/C/GC/4'],
    ['ExCom 25', 'ExCom 25'],
    ['ExCom Conclusion No. 25', 'ExCom 25'],
    ['I-10', 'CAT/C/GC/4'],
    ['Hirsi Jamaa v Italy', 'Hirsi Jamaa v. Italy'],
  ])('finds a document: %s', (text, citation) => {
    expect(cited(text)).toEqual([citation])
  })

  test.each([
    ['L-02a', 'L-02a'],
    ['l-02A', 'L-02a'],
    ['L02a', 'L-02a'],
    ['L-2a', 'L-02a'],
    ['claim L-05', 'L-05'],
    ['ARG-L02a-1', 'ARG-L02a-1'],
    ['ARG-L02a-1/P4', 'ARG-L02a-1/P4'],
    ['arg-l02a-1 p4', 'ARG-L02a-1/P4'],
    ['CA-07', 'CA-07'],
    ['CA-7', 'CA-07'],
    ['counter-argument CA-07', 'CA-07'],
    ['CA-07/A1', 'CA-07/A1'],
    ['hrf-2023-10-13', 'hrf-2023-10-13'],
  ])('finds a record by its id: %s', (text, citation) => {
    expect(cited(text)).toEqual([citation])
  })

  test.each([
    ['non-refoulement', 'non-refoulement'],
    ['Non refoulement', 'non-refoulement'],
    ['nonrefoulement', 'non-refoulement'],
    ['non‑refoulement', 'non-refoulement'],
    ['NON–REFOULEMENT', 'non-refoulement'],
    ['forced return', 'non-refoulement'],
    ['principle of non-refoulement', 'non-refoulement'],
    ['the Torture Convention', 'CAT'],
    ['torture convention', 'CAT'],
    ['강제송환금지', 'non-refoulement'],
    ['고문방지협약', 'CAT'],
    ['고문방지협약 제3조', 'CAT art 3'],
    ['고문방지협약 제3조 제1항', 'CAT art 3(1)'],
    ['禁止酷刑公约', 'CAT'],
    ['禁止酷刑公约第3条', 'CAT art 3'],
    ['禁止酷刑公约第三条第一款', 'CAT art 3(1)'],
    ['难民公约第三十三条', 'Refugee Convention art 33'],
    ['CAT/C/GC/4 第13段', 'CAT/C/GC/4 para 13'],
    ['ＣＡＴ　ａｒｔ　３（１）', 'CAT art 3(1)'],
    ['ｃａｔ／ｃ／ｇｃ／４', 'CAT/C/GC/4'],
    ['Réfugée Convèntion', 'Refugee Convention'],
    ['China', 'China'],
    ['CHN', 'China'],
    ['中国', 'China'],
    ['North Korea', 'DPRK'],
  ])('finds a name in any case, script and width: %s', (text, citation) => {
    expect(cited(text)).toEqual([citation])
  })

  test('takes an article without a treaty as that of every treaty that has it', () => {
    expect(cited('Art 1A(2)')).toEqual(['Refugee Convention art 1A(2)'])
    expect(cited('article 3')).toEqual(expect.arrayContaining(['CAT art 3', 'CRC art 3', 'Refugee Convention art 3']))
  })

  test('gives all candidates of an ambiguous name', () => {
    expect(cited('GC 4')).toEqual(['CAT/C/GC/4', 'CMW/C/GC/4-CRC/C/GC/23'])
    expect(cited('General Comment No. 4')).toEqual(['CAT/C/GC/4', 'CMW/C/GC/4-CRC/C/GC/23'])
  })

  test('prefers what is cited so to what is also called so', () => {
    expect(cited('nonrefoulement')).toEqual(['non-refoulement'])
    expect(graph.citations.heads.get('nonrefoulement')?.length).toBeGreaterThan(1)
  })

  test('takes a kind before a name as a choice among those of that name', () => {
    const knowledge = graphOf({
      'norms/asylum-norm.yaml': normYaml({ id: 'asylum-norm', otherNames: ['Asylum'] }),
      'interpretations/excom-5.yaml': interpretationYaml({ id: 'excom-5', citedAs: 'ExCom 5', otherNames: ['Asylum'] }),
    })
    const found = (text: string) => resolveCitation(knowledge.graph.citations, text).matches.map((node) => node.citation)
    expect(found('asylum')).toEqual(['ExCom 5', 'asylum-norm'])
    expect(found('norm asylum')).toEqual(['asylum-norm'])
    expect(found('interpretation asylum')).toEqual(['ExCom 5'])
    expect(found('treaty asylum')).toEqual([])
  })

  test('finds a passage by any paragraph of its run, and a run by its two ends', () => {
    const { citations } = graphOf({
      'interpretations/cat-c-gc-4.yaml': interpretationYaml({
        passages: [passage({ para: '7-9' }), passage({ para: '13' }), passage({ para: '15' })],
      }),
    }).graph
    const found = (text: string) => resolveCitation(citations, text).matches.map((node) => node.citation)
    expect(found('CAT/C/GC/4 paras 7–9')).toEqual(['CAT/C/GC/4 paras 7-9'])
    expect(found('CAT/C/GC/4 para 8')).toEqual(['CAT/C/GC/4 paras 7-9'])
    expect(found('CAT/C/GC/4 para 10')).toEqual([])
    expect(found('CAT/C/GC/4 paras 13-15')).toEqual(['CAT/C/GC/4 para 13'])
    expect(found('CAT/C/GC/4 paras 13-16')).toEqual([])
  })

  test.each([
    ['article', ['CAT/C/GC/4 arts 8-9', 'CAT/C/GC/4 art 13(2)']],
    ['conclusion', ['CAT/C/GC/4 conclusions 8-9', 'CAT/C/GC/4 conclusion 13(2)']],
    [undefined, ['CAT/C/GC/4 paras 8-9', 'CAT/C/GC/4 para 13(2)']],
  ])('names a passage as the text does (%s), finds it by any of the three words, and keeps its address', (unit, citations) => {
    const passages = [passage({ para: '8-9' }), passage({ para: '13(2)' })]
    const knowledge = graphOf({ 'interpretations/cat-c-gc-4.yaml': interpretationYaml({ unit, passages }) })
    const found = (text: string) => resolveCitation(knowledge.graph.citations, text).matches
    for (const words of ['para 9', 'art 9', 'conclusion 9']) {
      expect(found(`CAT/C/GC/4 ${words}`).map(({ citation }) => citation)).toEqual([citations[0]])
    }
    for (const text of ['CAT/C/GC/4 para 13(2)', 'CAT/C/GC/4 art 13(2)', 'conclusion 13(2) of CAT/C/GC/4', citations[1] ?? '']) {
      expect(found(text).map(({ citation, address }) => [citation, address])).toEqual([
        [citations[1], '/interpretations/cat-c-gc-4#para-13-2'],
      ])
    }
  })

  test('names the parts of a text of conclusions so, also where it stands among the treaties', () => {
    expect(cited('ILC Peremptory Norms art 4')).toEqual(['ILC Peremptory Norms conclusion 4'])
    expect(cited('conclusion 4 of the ILC conclusions on jus cogens')).toEqual(['ILC Peremptory Norms conclusion 4'])
    expect(resolve('ILC Peremptory Norms conclusion 4').matches[0]?.address).toBe('/treaties/ilc-peremptory-norms/4')
  })

  test('does not take a paragraph of a document for an article of a treaty', () => {
    expect(cited('CAT para 3')).toEqual([])
    expect(nearTo('CAT para 3')).toEqual(['CAT'])
  })

  test.each([
    ['CAT art 99', ['CAT']],
    ['CAT art 3(9)', ['CAT art 3']],
    ['CAT/C/GC/4 para 999', ['CAT/C/GC/4']],
    ['ARG-L02a-1/P99', ['ARG-L02a-1/P1']],
  ])('names what there is of a place that is not there: %s', (text, citations) => {
    expect(cited(text)).toEqual([])
    expect(nearTo(text)).toEqual(expect.arrayContaining(citations))
  })

  test.each([
    ['Refuge Convention art 33', 'Refugee Convention art 33'],
    ['non-refoulment', 'non-refoulement'],
    ['Convention aganst Torture', 'CAT'],
    ['CATT art 3', 'CAT art 3'],
    ['CAT/C/GC/44', 'CAT/C/GC/4'],
  ])('names the nearest of a misspelt name: %s', (text, citation) => {
    expect(cited(text)).toEqual([])
    expect(nearTo(text)).toContain(citation)
    expect(nearTo(text).length).toBeLessThanOrEqual(5)
  })

  test.each(['', '   ', '.', '¶ 13', '()', '[[', '.*', 'zzzzqq xxyyz', 'constructor', '\u0000', '\ud800', '💥'])(
    'finds nothing in %j',
    (text) => {
      expect(resolve(text)).toEqual({ matches: [], near: [] })
    },
  )

  test('gives exactly the node for its own citation, for every node', () => {
    const wrong = nodes.filter((node) => {
      const { matches } = resolve(node.citation)
      return matches.length !== 1 || matches[0] !== node
    })
    expect(wrong.map((node) => node.citation)).toEqual([])
    expect(nodes.length).toBeGreaterThan(2_000)
  })

  test('finds every provision however it is spelled', () => {
    const provisions = nodes.filter((node) => node.record.kind.name === 'treaty' && node.outline.pinpoint)
    const article = fc.constantFrom('art', 'art.', 'Art.', 'Art', 'ART', 'article', 'Article', 'arts', '')
    const form = fc.record({
      at: fc.nat(provisions.length - 1),
      short: fc.boolean(),
      article,
      gap: fc.constantFrom(' ', '  ', '\u00a0'),
      comma: fc.constantFrom('', ','),
      apart: fc.boolean(),
      articleFirst: fc.boolean(),
      small: fc.boolean(),
    })
    const spelled = form.map((choice) => {
      const node = provisions[choice.at] as GraphNode
      const head: string = choice.short ? node.record.data.abbreviation : node.record.data.citedAs
      const [number = '', ...steps] = node.outline.pinpoint ?? []
      const place = `${number}${steps.map((step) => `${choice.apart ? ' ' : ''}(${step})`).join('')}`
      const unit = choice.article === '' ? '' : `${choice.article}${choice.gap}`
      const text =
        choice.articleFirst && unit !== ''
          ? `${unit}${place}${choice.comma}${choice.gap}${choice.apart ? 'of the ' : ''}${head}`
          : `${head}${choice.comma}${choice.gap}${unit}${place}`
      return { text: choice.small ? text.toLowerCase() : text, citation: node.citation }
    })
    fc.assert(
      fc.property(spelled, ({ text, citation }) => {
        expect(cited(text)).toEqual([citation])
      }),
      { numRuns: 3_000 },
    )
  })

  test('never throws, whatever is typed', () => {
    const piece = fc.constantFrom(
      'CAT',
      'art ',
      'para ',
      '¶',
      '(',
      ')',
      '[',
      ']',
      '1',
      'IX',
      ' of the ',
      '-',
      '.',
      '\\',
      '*',
      '+?',
      '$',
      '제',
      '조',
      '三',
      'ﷺ',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(piece, { maxLength: 60 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const { matches, near } = resolve(text)
        expect(matches.length === 0 || near.length === 0).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  const repeated = [
    'a',
    '1',
    'I',
    '(a) ',
    '1(a)',
    '1-',
    'article 1 ',
    'para 1 of ',
    '¶1 ',
    ', para. 1(a)',
    '三',
    '제1조',
    '.',
    ' ',
    '\ud83d\udca5',
    'ﷺ',
  ]
  test.each(repeated)('answers in under 50 ms for %j many times over', (unit) => {
    for (const start of ['', 'CAT art ', 'art 1']) {
      for (const length of [300, 100_000]) {
        const text = `${start}${unit.repeat(length / unit.length)}!`
        // The best of three: the machine may be busy with other tests.
        const times = [1, 2, 3].map(() => {
          const began = performance.now()
          resolve(text)
          return performance.now() - began
        })
        expect(Math.min(...times)).toBeLessThan(50)
      }
    }
  })
})

describe('headKey', () => {
  test('drops what two spellings of a name do not share', () => {
    expect(headKey('The Réfugée‐Convention')).toBe('refugeeconvention')
    expect(headKey('ＣＡＴ／Ｃ／ＧＣ／４')).toBe('catcgc4')
    expect(headKey('General Comment No. 31')).toBe(headKey('general comment 31'))
    expect(headKey('CA-07')).toBe(headKey('ca 7'))
  })

  test('keeps figures apart that were apart, and noughts within a figure', () => {
    expect(headKey('CRC/C/CHN/CO/3-4')).not.toBe(headKey('CRC/C/CHN/CO/34'))
    expect(headKey('A/RES/70/100')).toBe('ares70 100')
  })

  test('is the same for the key of a name', () => {
    for (const node of nodes) for (const name of [node.citation, ...node.outline.names]) expect(headKey(headKey(name))).toBe(headKey(name))
  })
})

describe('a small graph', () => {
  test('knows a treaty by the number of an article alone only if it has that article', () => {
    const { citations } = graphOf(wholeKnowledge({ 'treaties/cat.yaml': treatyYaml() })).graph
    expect(resolveCitation(citations, 'art 3(2)').matches.map((node) => node.citation)).toEqual(['CAT art 3(2)'])
    expect(resolveCitation(citations, 'art 4').matches).toEqual([])
  })
})
