import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKnowledge } from '../../server/graph/index.ts'
import type { Graph } from '../../server/graph/link.ts'
import { kinds } from '../../server/kinds/index.ts'
import { searchEntries } from '../../server/search/entries.ts'
import { assembleIndex, buildIndex, type Index, indexParts } from '../../server/search/index.ts'
import { placesOf } from '../../server/search/place.ts'
import { type Query, search } from '../../server/search/query.ts'
import {
  argumentYaml,
  article,
  claim,
  graphOf,
  interpretationYaml,
  normYaml,
  passage,
  statementYaml,
  treatyYaml,
  wholeKnowledge,
} from '../make.ts'

function searcher(of: Graph) {
  const index = buildIndex(of)
  return (text: string, query: Partial<Query> = {}) => search(index, { text, limit: 20, offset: 0, ...query })
}

const small = (files: Record<string, string | undefined> = {}) => searcher(graphOf(wholeKnowledge(files)).graph)
const citations = ({ results }: ReturnType<typeof search>) => results.map(({ entry }) => entry.citation)

const { graph } = readKnowledge('knowledge', kinds)
const whole = searcher(graph)
const first = (text: string) => citations(whole(text))[0]

describe('search', () => {
  test.each([
    ['CAT art. 3', 'CAT art 3'],
    ['article 3 cat', 'CAT art 3'],
    ['CAT/C/GC/4 para 13', 'CAT/C/GC/4 para 13'],
    ['GC 31', 'CCPR/C/21/Rev.1/Add.13'],
    ['claim L-05', 'L-05'],
    ['ca-07', 'CA-07'],
  ])('puts what is cited first: %s', (text, citation) => {
    expect(first(text)).toBe(citation)
  })

  test('finds a document by the whole of a long title', () => {
    const titles = [...graph.nodes.values()].filter((node) => node.title.length > 170)
    expect(titles.length).toBeGreaterThan(0)
    for (const { title, citation } of titles.filter((node) => node.parent === undefined)) expect(first(title)).toBe(citation)
  })

  test('does not take a paragraph for an article with the same figures', () => {
    expect(whole('CAT art 3(1)').results.map(({ entry }) => entry.citation)).not.toContain('CAT art 31')
  })

  test('puts all that an ambiguous citation can mean first', () => {
    expect(citations(whole('GC 4')).slice(0, 2)).toEqual(['CAT/C/GC/4', 'CMW/C/GC/4-CRC/C/GC/23'])
  })

  test.each([
    ['torture convention', 'CAT'],
    ['forced return', 'non-refoulement'],
    ['women’s convention', 'CEDAW'],
    ['강제송환금지', 'non-refoulement'],
    ['고문방지협약', 'CAT'],
    ['禁止酷刑公约', 'CAT'],
    ['难民公约', 'Refugee Convention'],
    ['non refoulement', 'non-refoulement'],
    ['nonrefoulement', 'non-refoulement'],
    ['NON‑REFOULEMENT', 'non-refoulement'],
    ['ＣＡＴ', 'CAT'],
    ['best interest of the child', 'best-interests-of-the-child'],
  ])('puts what is called so before what says so: %s', (text, citation) => {
    expect(first(text)).toBe(citation)
  })

  test('puts what is linked with the thing asked for after it, also without a common word', () => {
    const found = citations(small()('CAT art 3'))
    expect(found[0]).toBe('CAT art 3')
    expect(found).toEqual(expect.arrayContaining(['non-refoulement', 'CAT/C/GC/4', 'ARG-L01-1', 'CAT']))
    expect(found).not.toContain('China')
  })

  test('finds the things that a question names, and what is linked with them', () => {
    expect(citations(whole('Is China bound by CAT art 3?')).slice(0, 5)).toEqual(expect.arrayContaining(['CAT art 3', 'CAT/C/GC/4']))
    expect(citations(whole('what does article 33 of the refugee convention say'))[0]).toBe('Refugee Convention art 33')
  })

  test.each([['which treaties bind North Korea'], ['which conventions has the DPRK ratified']])(
    'answers a question for treaties of a State with those that bind it: %s',
    (text) => {
      const treaties = whole(text).results.filter(({ entry }) => entry.kind === 'treaty')
      const found = treaties.map(({ entry }) => entry.citation)
      expect(found).toEqual(expect.arrayContaining(['CRC', 'CEDAW', 'ICCPR']))
      expect(found).not.toContain('CAT')
      expect(found).not.toContain('Refugee Convention')
    },
  )

  test('answers what something is with the norm and the article that define it', () => {
    expect(citations(whole('what is torture')).slice(0, 2)).toEqual(['prohibition-of-torture', 'CAT art 1'])
    expect(citations(whole('what are crimes against humanity')).slice(0, 2)).toEqual(['crimes-against-humanity', 'Rome Statute art 7'])
  })

  test('does not look for what a document is called in the place of words in which people ask about it', () => {
    expect(whole('pushback', { limit: 100 }).results.map(({ entry }) => entry.citation)).not.toContain('UN Charter art 79')
  })

  test('finds what is said in a text', () => {
    expect(citations(small()('they came for work'))[0]).toBe('CA-01')
  })

  test('finds by the words in which people ask', () => {
    const find = small({
      'statements/hrf.yaml': statementYaml({ claims: [claim({ searchTerms: ['sent back to danger'], counters: ['CA-01'] })] }),
    })
    expect(citations(find('sent back to danger'))[0]).toBe('L-01')
  })

  test('finds a phrase only where it stands in these words', () => {
    const find = small({
      'norms/one.yaml': normYaml({ id: 'one', definition: 'There are substantial grounds.' }),
      'norms/two.yaml': normYaml({ id: 'two', definition: 'The grounds are substantial.' }),
    })
    expect(citations(find('substantial grounds')).sort()).toEqual(['one', 'two'])
    expect(citations(find('"Substantial  grounds"'))).toEqual(['one'])
    expect(citations(find('"grounds substantial"'))).toEqual([])
    expect(citations(whole('"in any manner whatsoever"'))).toEqual(['Refugee Convention art 33'])
  })

  test('puts the article that says quoted words before what repeats them', () => {
    const words = 'danger in the orchard'
    const find = small({
      'treaties/cat.yaml': treatyYaml({
        articles: [article({ number: '3', gist: `${'One of many words. '.repeat(30)}There is ${words}.` })],
      }),
      'norms/one.yaml': normYaml({ id: 'one', definition: `${words}: ${words}.`, searchTerms: [words] }),
    })
    expect(citations(find(`"${words}"`))).toEqual(['CAT art 3', 'one'])
    expect(citations(find(words))[0]).toBe('one')
  })

  test('leaves out what holds an unwanted word, also where it is called so', () => {
    const find = small({
      'norms/one.yaml': normYaml({ id: 'one', name: 'Asylum', definition: 'For women.' }),
      'norms/two.yaml': normYaml({ id: 'two', definition: 'No asylum.' }),
    })
    expect(citations(find('asylum'))).toEqual(['one', 'two'])
    expect(citations(find('asylum -women'))).toEqual(['two'])
    expect(citations(find('asylum -zzz'))).toEqual(['one', 'two'])
  })

  test('finds what is said in other words, by the names of what is asked for', () => {
    const find = small({
      'norms/return.yaml': normYaml({ id: 'return', name: 'Forced return', otherNames: ['refoulement'], searchTerms: ['sending away'] }),
      'norms/one.yaml': normYaml({ id: 'one', definition: 'A case of refoulement.' }),
    })
    expect(citations(find('forced return'))).toEqual(expect.arrayContaining(['return', 'one']))
    expect(citations(find('sending away'))).toEqual(expect.arrayContaining(['return', 'one']))
  })

  test('does not take a number among the names of a thing for a way to say it', () => {
    const find = small({
      'interpretations/case.yaml': interpretationYaml({ id: 'case', citedAs: 'Hirsi', otherNames: ['3'] }),
    })
    expect(citations(find('Hirsi'))).not.toContain('CAT art 3')
  })

  test('takes a code of a State for a word unless it is in capitals or all that is asked', () => {
    const states = (text: string) => whole(text).results.flatMap(({ entry }) => (entry.kind === 'state' ? [entry.title] : []))
    expect(states('torture and return')).not.toContain('Andorra')
    expect(states('AND')).toContain('Andorra')
    expect(states('and')).toContain('Andorra')
  })

  test('shows a document for its paragraphs where several say it, and the one that says it best', () => {
    const passages = [passage({ para: '1', gist: 'No pushback.' }), passage({ para: '2', gist: 'Nor a pushback at sea.' })]
    const [result] = small({ 'interpretations/gc.yaml': interpretationYaml({ id: 'gc', citedAs: 'GC', title: 'A comment', passages }) })(
      'pushback',
    ).results
    expect(result?.entry.id).toBe('/interpretations/gc')
    expect(result?.passage?.id).toMatch(/^\/interpretations\/gc#para-[12]$/u)
  })

  test('counts for each facet the results that the others let through', () => {
    const counted = (query: Partial<Query>, facet: string) => {
      const { facets } = whole('torture', query)
      return Object.fromEntries((facets[facet] ?? []).map(({ value, count }) => [value, count]))
    }
    const claims = whole('torture', { kind: 'claim' })
    expect(counted({}, 'kind')['claim']).toBe(claims.total)
    expect(counted({ kind: 'claim' }, 'kind')).toEqual(counted({}, 'kind'))
    expect(Object.values(counted({ kind: 'claim' }, 'outcome')).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(claims.total)
    const [[outcome = '', count] = []] = Object.entries(counted({}, 'outcome'))
    expect(whole('torture', { outcome }).total).toBe(count)
  })

  test('finds a State for its code or its name when results are narrowed to it', () => {
    expect(whole('children', { state: 'CHN' }).total).toBe(whole('children', { state: 'China' }).total)
    expect(whole('children', { state: 'CHN' }).total).toBeGreaterThan(0)
  })

  test('finds the beginning of a word, a name and a citation', () => {
    expect(first('perempt')).toBe('jus-cogens')
    expect(first('asyl')).toBe('right-to-seek-asylum')
    expect(citations(whole('cat ar', { limit: 3 })).every((citation) => /^CAT(?: art|$)/u.test(citation))).toBe(true)
    expect(citations(whole('CAT/C/G', { limit: 3 }))).toEqual(expect.arrayContaining(['CAT/C/GC/2', 'CAT/C/GC/4']))
    expect(citations(whole('ExCom 2'))).toEqual(expect.arrayContaining(['ExCom 22', 'ExCom 25']))
  })

  test('takes an unfinished word for the most frequent that begins so, among names', () => {
    const find = small({
      'norms/one.yaml': normYaml({ id: 'one', name: 'Orchard', definition: 'Of trees.' }),
      'norms/two.yaml': normYaml({ id: 'two', name: 'Orchestra and orchard and more of it', definition: 'An orchard, the orchard.' }),
    })
    expect(citations(find('orcha'))[0]).toBe('one')
    expect(citations(whole('perempt')).slice(0, 2)).toEqual(['jus-cogens', 'L-05'])
  })

  test('finds other forms of a word', () => {
    const totals = ['torture', 'tortured', 'torturing'].map((text) => whole(text).total)
    expect(Math.min(...totals)).toBeGreaterThan(20)
    expect(citations(whole('non-penalization'))).toContain('non-penalisation-of-refugees')
    const find = small({ 'norms/one.yaml': normYaml({ id: 'one', definition: 'A woman and her child were sent away.' }) })
    expect(citations(find('women children send'))).toEqual(['one'])
  })

  test('mends a misspelt word, and says so', () => {
    const { suggestion, results } = whole('Convetion against Torture')
    expect(suggestion).toBe('convention against Torture')
    expect(results[0]?.entry.citation).toBe('CAT')
    expect(whole('assylum seekers').suggestion).toBe('asylum seekers')
    expect(whole('repatriaton').suggestion).toBe('repatriation')
  })

  test('mends nothing that is known, short or not Latin', () => {
    for (const text of ['torture', 'tortur', 'CAT art 3', 'GC 31', 'xyz', '고뮨방지협약', 'zzzzqq'])
      expect(whole(text).suggestion).toBeUndefined()
  })

  test.each(['', '   ', '*', '"', '-', '()', '.,;', '\u0000', '\ud800', 'zzzzqq', 'zzzzqq xxyyzz', '"zzzz qqqq"', '-torture'])(
    'finds nothing for %j',
    (text) => {
      expect(whole(text)).toEqual({
        total: 0,
        results: [],
        facets: { kind: [], body: [], treaty: [], state: [], outcome: [] },
        suggestion: undefined,
      })
    },
  )

  test('counts results by kind, body, treaty and State, most first', () => {
    const { facets, total } = whole('torture')
    expect(facets['kind']?.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    for (const values of Object.values(facets))
      expect(values.map(({ count }) => count)).toEqual(values.map(({ count }) => count).sort((a, b) => b - a))
    expect(facets['treaty']?.map(({ value }) => value)).toContain('CAT')
  })

  test('narrows by facets, and counts what each of them would let through without itself', () => {
    const narrow = whole('torture', { kind: 'article', treaty: 'CAT', limit: 100 })
    expect(narrow.results.every(({ entry }) => entry.kind === 'article' && entry.facets['treaty']?.includes('CAT'))).toBe(true)
    expect(narrow.total).toBe(narrow.results.length)
    expect(narrow.total).toBeGreaterThan(0)
    expect(narrow.facets['kind']).toEqual(whole('torture', { treaty: 'CAT' }).facets['kind'])
    expect(narrow.facets['treaty']).toEqual(whole('torture', { kind: 'article' }).facets['treaty'])
    for (const state of ['China', 'CHN', 'china', '中国'])
      expect(whole('torture', { state, limit: 100 }).results.map(({ entry }) => entry.home)).toContain('/interpretations/cat-co-5-china')
    expect(whole('torture').facets['state']?.map(({ value }) => value)).not.toContain('CHN')
    expect(whole('torture', { body: 'no such body' }).total).toBe(0)
  })

  test('is quick whatever it is narrowed by', () => {
    const began = performance.now()
    for (const value of ['(a)'.repeat(200), 'zzzz qqqq '.repeat(50), '\ud800', '*'])
      expect(whole('torture', { state: value, treaty: value }).total).toBe(0)
    expect(performance.now() - began).toBeLessThan(800)
  })

  test('gives a page of results by limit and offset', () => {
    const all = citations(whole('refugee', { limit: 100 }))
    const pages = [0, 10, 20].flatMap((offset) => citations(whole('refugee', { limit: 10, offset })))
    expect(pages).toEqual(all.slice(0, 30))
    expect(whole('refugee', { limit: 10, offset: 10_000 }).results).toEqual([])
    expect(whole('refugee', { limit: 0 })).toMatchObject({ results: [], total: whole('refugee').total })
  })

  test('gives the same order every time, whatever the order of the records', () => {
    const entries = searchEntries(graph)
    const [one, other] = [entries, [...entries].reverse()].map((list) => assembleIndex(indexParts(list, placesOf(graph)))) as [Index, Index]
    for (const text of ['torture', 'refugee', 'CAT 3', 'china', 'forced return of women']) {
      const query = { text, limit: 50, offset: 0 }
      expect(citations(search(other, query))).toEqual(citations(search(one, query)))
    }
  })

  test('gives one result a page, the paragraph that answers best', () => {
    const find = small({
      'interpretations/cat-c-gc-4.yaml': interpretationYaml({
        passages: [passage({ para: '12', gist: 'Assurances.' }), passage({ para: '13', gist: 'Diplomatic assurances are no loophole.' })],
      }),
    })
    const { results, total } = find('diplomatic assurances')
    expect(results.map(({ entry }) => entry.id)).toEqual(['/interpretations/cat-c-gc-4#para-13'])
    expect(total).toBe(1)
    const homes = whole('torture', { limit: 100 }).results.map(({ entry }) => entry.home)
    expect(new Set(homes).size).toBe(homes.length)
  })

  test('leads to the place that is cited, also where only its page is in the index', () => {
    const { results } = small()('CAT art 3(2)')
    expect(results[0]).toMatchObject({ entry: { id: '/treaties/cat/3#p2', citation: 'CAT art 3(2)', kind: 'article' } })
    expect(results[0]?.snippet.map(({ text }) => text).join('')).toBe('How danger is found.')
    expect(small()('ARG-L01-1/P1').results[0]?.entry.id).toBe('/arguments/ARG-L01-1#P1')
  })

  test('marks in the snippet what was found', () => {
    const [result] = small()('they came for work').results
    expect(result?.snippet.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['came', 'work'])
  })

  test('prefers what is cited more often among equals', () => {
    const find = small({
      'treaties/cat.yaml': treatyYaml({
        articles: [
          article({ number: '2', heading: 'Return' }),
          article({ number: '3', heading: 'Return', gist: 'Same.' }),
          article({ number: '4', heading: 'Return', gist: 'Same.' }),
        ],
      }),
      'statements/hrf.yaml': statementYaml({ claims: [claim({ rules: ['CAT art 4'], counters: ['CA-01'] })] }),
      'arguments/ARG-L01-1.yaml': argumentYaml({ warrant: { text: 'A rule.', rules: ['CAT art 4'], how: 'express' } }),
      'norms/non-refoulement.yaml': undefined,
      'interpretations/cat-c-gc-4.yaml': undefined,
    })
    expect(citations(find('same return')).indexOf('CAT art 4')).toBeLessThan(citations(find('same return')).indexOf('CAT art 3'))
  })

  test('answers any text, without a fault and in under 200 ms', () => {
    const piece = fc.constantFrom(
      'torture',
      'CAT',
      'art 3',
      ' ',
      '"',
      '-',
      '+',
      '*',
      ':',
      '^',
      '~',
      '(',
      ')',
      '[',
      '\\',
      '/',
      "'",
      'a*',
      '고문',
      '公约',
      '\ud83d',
      '\u0000',
      '\u202e',
      'ﷺ',
      '非-refoulement',
      'x'.repeat(60),
      'e\u0301',
    )
    const typed = fc.oneof(
      { weight: 3, arbitrary: fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
      { weight: 1, arbitrary: fc.lorem({ maxCount: 60 }) },
      { weight: 1, arbitrary: fc.tuple(piece, fc.integer({ min: 1, max: 5_000 })).map(([text, times]) => text.repeat(times)) },
    )
    // Milliseconds of the processor, which is busy with other tests too.
    const timed = (text: string) => {
      const began = process.cpuUsage()
      const { total, results } = whole(text)
      expect(results.length).toBe(Math.min(total, 20))
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1_000
    }
    fc.assert(
      fc.property(typed, (text) => {
        // A collection of garbage may fall into it: what took long is measured again.
        const time = timed(text)
        expect(time < 200 ? time : Math.min(timed(text), timed(text), timed(text))).toBeLessThan(200)
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)
})
