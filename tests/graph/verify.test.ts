import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../server/graph/problem.ts'
import { readSources, type Sources } from '../../server/graph/sources.ts'
import { asProblem, quotationsOf, tableOf, type Verdict, verifyQuotations } from '../../server/graph/verify.ts'
import {
  article,
  type Fields,
  type Files,
  graphOf,
  interpretationYaml,
  knowledgeFolder,
  paragraph,
  passage,
  statementYaml,
  TEXT,
  treatyYaml,
} from '../make.ts'

const ARTICLE_3 = `1. No State Party shall expel, return ("refouler") or extradite
a person to another State.
2. The competent authorities shall take into account all relevant considerations.`

const CAT = {
  treaty_en: 'Convention Against Torture',
  preamble_en: 'The States Parties to this Convention,',
  articles: [
    { article: '一', content_en: '1. The term "torture" means any act by which severepain is inflicted before I January 1951.' },
    { article: '二', content_en: 'Each State Party shall take effective measures.' },
    { article: '三', content_en: ARTICLE_3 },
    { article: '三之二', content_en: 'An added article speaks of something else.' },
    { article: '一百二十一', content_en: 'The last article is far away.' },
  ],
}

const GC4 = {
  symbol: 'CMW/C/GC/9, CAT/C/GC/4',
  title: 'General comment No. 4',
  paragraphs: [
    { n: '12. ', text: 'The danger must be foreseeable, personal,[[fn:1]] present and real.' },
    { n: '13', text: 'Each person’s case should be examined individually, impartially and independently.' },
    { n: '14', text: 'The Committee recalls this.' },
  ],
}

const line = (data: unknown) => `${JSON.stringify(data)}\n`

const SOURCES: Files = {
  'data/treaties/torture.json': JSON.stringify(CAT),
  'data/un-documents/comments.ndjson.gz': gzipSync(line({ symbol: 'CAT/C/GC/2', paragraphs: 'of no interest' }) + line(GC4)),
  'statement/hrf.txt': TEXT,
}

async function verdictsOn(records: Files, sources: Files = SOURCES): Promise<Verdict[]> {
  const { graph, problems } = graphOf(records)
  expect(problems.map(formatProblem).filter((text) => !text.includes('which is not in the records'))).toEqual([])
  const quotations = quotationsOf(graph)
  const read = await readSources(join(knowledgeFolder(sources), 'data'), new Set(quotations.flatMap(({ names }) => [...names])))
  expect(read.problems).toEqual([])
  return verifyQuotations(quotations, read.texts)
}

/** The verdicts as lines, without the folders in which the test put records and sources. */
const lines = (verdicts: readonly Verdict[]) =>
  verdicts.map((verdict) => `${verdict.result} | ${formatProblem(asProblem(verdict)).replace(/\/\S*?\/pacta-\w+\//gu, '')}`)

/** A treaty record that quotes in one paragraph. */
const quoting = (number: string, words: Fields, treatyFields: Fields = {}): Files => ({
  'treaties/cat.yaml': treatyYaml({ articles: [article({ paragraphs: [paragraph({ number, words: [words] })] })], ...treatyFields }),
})

const commenting = (...passages: Fields[]): Files => ({
  'interpretations/cat-c-gc-4.yaml': interpretationYaml({ symbol: 'CAT/C/GC/4', passages: passages.map(passage) }),
})

const resultsOf = async (records: Files, sources?: Files) => (await verdictsOn(records, sources)).map(({ result }) => result)

describe('a quotation of a treaty', () => {
  test('is verified whatever the copy does with spaces, line ends, quotation marks and capitals', async () => {
    expect(
      lines(await verdictsOn(quoting('1', { quote: 'no State Party shall expel, return (“refouler”) or extradite a person' }))),
    ).toEqual([
      'verified | treaties/cat.yaml:16:20: CAT art 3(1): “no State Party shall expel, return (“refouler”) or extradite…” stands in data/treaties/torture.json',
    ])
    const article1 = [article({ number: '1', words: [{ quote: 'any act by which severe pain is inflicted' }] })]
    expect(await resultsOf({ 'treaties/cat.yaml': treatyYaml({ articles: article1 }) })).toEqual(['verified'])
  })

  test('differs when a letter does, and both readings are shown at the line of the quotation', async () => {
    const words = { quote: 'shall expel, return ("refouler") or extradit a person to another State' }
    expect(lines(await verdictsOn(quoting('1', words)))).toEqual([
      'differs | treaties/cat.yaml:16:20: CAT art 3(1): “shall expel, return ("refouler") or extradit a person to ano…” differs from data/treaties/torture.json: the record has “…expel, return ("refouler") or extradit a person to another State”, the source “…expel, return ("refouler") or extradite a person to another State.”',
    ])
  })

  test('differs when it stands in another paragraph or another article, and that is named', async () => {
    expect(lines(await verdictsOn(quoting('2', { quote: 'expel, return' })))[0]).toContain('but at 3(1)')
    expect(lines(await verdictsOn(quoting('1', { quote: 'shall take effective measures' })))[0]).toContain('but at 2')
    const beyond = [article({ number: '99', words: [{ quote: 'is far away indeed' }] })]
    expect(lines(await verdictsOn({ 'treaties/cat.yaml': treatyYaml({ articles: beyond }) }))[0]).toContain('it has no such place')
  })

  test('is looked for in the whole article where the copy does not number its paragraphs', async () => {
    const articles = [article({ number: '2', paragraphs: [paragraph({ words: [{ quote: 'shall take effective measures' }] })] })]
    expect(await resultsOf({ 'treaties/cat.yaml': treatyYaml({ articles }) })).toEqual(['verified'])
  })

  test('is found by the number of the article and not by its place in the list', async () => {
    const articles = [
      article({ number: '3 bis', words: [{ quote: 'speaks of something else' }] }),
      article({ number: '121', words: [{ quote: 'The last article' }] }),
      article({ number: '4', words: [{ quote: 'speaks of something else' }] }),
    ]
    expect(await resultsOf({ 'treaties/cat.yaml': treatyYaml({ articles }) })).toEqual(['verified', 'verified', 'differs'])
  })

  test('may leave words out, if the pieces follow each other', async () => {
    expect(await resultsOf(quoting('1', { quote: 'No State Party shall … extradite a person' }))).toEqual(['verified'])
    expect(await resultsOf(quoting('1', { quote: 'No State Party shall [...] extradite a person' }))).toEqual(['verified'])
    expect(lines(await verdictsOn(quoting('1', { quote: 'extradite a person … No State Party shall' })))[0]).toContain(
      'its pieces do not follow each other there',
    )
  })

  test('is not in the sources when none has its title, symbol or id', async () => {
    const records = quoting('1', { quote: 'Each State Party' }, { title: 'A convention', shortTitle: 'A convention' })
    expect(lines(await verdictsOn(records))).toEqual([
      'not in the sources | treaties/cat.yaml:16:20: CAT art 3(1): “Each State Party” is of a text that is not in the sources',
    ])
    const renamed = { 'data/treaties/cat.json': JSON.stringify({ ...CAT, treaty_en: 'Another title' }) }
    expect(await resultsOf(quoting('1', { quote: 'No State Party' }, { title: 'A convention' }), renamed)).toEqual(['verified'])
  })
})

describe('a misprint of a copy', () => {
  const quote = 'is inflicted before 1 January 1951'
  const misprint = (words: Fields): Files => ({
    'treaties/cat.yaml': treatyYaml({ articles: [article({ number: '1', words: [words] })] }),
  })

  test('is a difference when the record does not list it', async () => {
    expect(lines(await verdictsOn(misprint({ quote })))[0]).toMatch(/the record has “.*1 January 1951”, the source “.*I January 1951.*”$/u)
  })

  test('is passed when the record lists it', async () => {
    const [verdict] = await verdictsOn(misprint({ quote, copyReads: 'is inflicted before I January 1951' }))
    expect(verdict).toMatchObject({ result: 'verified', message: expect.stringContaining('as copyReads has it') })
  })

  test('does not excuse other words', async () => {
    const [verdict] = await verdictsOn(
      misprint({ quote: 'is inflicted after the year 1950', copyReads: 'is inflicted before I January 1951' }),
    )
    expect(verdict).toMatchObject({ result: 'differs', message: expect.stringContaining('copyReads changes more than a misprint would') })
  })
})

describe('a quotation of a UN document', () => {
  test('is verified in its paragraph, by any symbol of a joint document, and past the marks of footnotes', async () => {
    const passages = [
      { para: '12', quote: 'foreseeable, personal, present and real' },
      { para: '13', quote: "Each person's case" },
    ]
    expect(await resultsOf(commenting(...passages))).toEqual(['verified', 'verified'])
  })

  test('differs in another paragraph of the same document, which is named', async () => {
    expect(lines(await verdictsOn(commenting({ para: '14', quote: 'examined individually' })))[0]).toMatch(/^differs .*, but at 13$/u)
  })

  test('stands in a run of paragraphs when the record names the run', async () => {
    expect(await resultsOf(commenting({ para: '12-13', quote: 'present and real … examined individually' }))).toEqual(['verified'])
    expect(await resultsOf(commenting({ para: '12', quote: 'present and real … examined individually' }))).toEqual(['differs'])
  })

  test('is enough in one of several documents that bear one symbol', async () => {
    const other = { ...GC4, paragraphs: [{ n: '13', text: 'Something else.' }] }
    const sources = { 'data/un-documents/comments.ndjson': line(other) + line(GC4) }
    expect(await resultsOf(commenting({ para: '13', quote: 'examined individually' }), sources)).toEqual(['verified'])
  })

  test('is looked for in parts without a number where the copy lacks that of the paragraph', async () => {
    const sources = { 'data/un-documents/views.ndjson': line({ ...GC4, paragraphs: [{ n: '', text: '13. Examined individually.' }] }) }
    expect(await resultsOf(commenting({ para: '13', quote: 'examined individually' }), sources)).toEqual(['verified'])
  })
})

describe('the text of a statement', () => {
  test('is the file of its name to the letter', async () => {
    expect(await resultsOf({ 'statements/hrf.yaml': statementYaml() })).toEqual(['verified'])
  })

  test('differs by as little as a line end', async () => {
    const [verdict] = await verdictsOn({ 'statements/hrf.yaml': statementYaml() }, { ...SOURCES, 'statement/hrf.txt': `${TEXT}\n` })
    expect(verdict).toMatchObject({ result: 'differs', message: expect.stringContaining(String.raw`against the Convention.\n"`) })
  })
})

describe('the table', () => {
  test('counts by kind of source, with the rest and the sum last', async () => {
    const verdicts = await verdictsOn({
      ...quoting('2', { quote: 'expel, return' }),
      ...commenting({ para: '13', quote: 'examined individually' }),
      'interpretations/excom.yaml': interpretationYaml({
        id: 'excom',
        citedAs: 'ExCom 6',
        title: 'Conclusion No. 6',
        kind: 'conclusion',
        passages: [passage({ quote: 'fundamental importance' })],
      }),
    })
    expect(tableOf(verdicts)).toEqual([
      '                  verified  not in the sources  differs  total',
      'general comments         1                   0        0      1',
      'treaty texts             0                   0        1      1',
      'other                    0                   1        0      1',
      'all                      1                   1        1      3',
    ])
  })
})

describe('a folder of sources', () => {
  const problemsOn = async (sources: Files): Promise<string[]> => {
    const folder = knowledgeFolder(sources)
    const read: Sources = await readSources(folder, new Set(['cat c gc 4']))
    return read.problems.map((problem) => formatProblem({ ...problem, file: problem.file.slice(folder.length + 1) }))
  }

  test('of which nothing is known is a fault', async () => {
    expect(await problemsOn({ 'notes.txt': 'x' })).toEqual([':1:1: holds no sources: expected treaties/*.json or un-documents/*.ndjson.gz'])
  })

  test('with a file that is cut short or of another form is a fault, at the line', async () => {
    expect(await problemsOn({ 'treaties/cat.json': '{' })).toEqual([expect.stringContaining('treaties/cat.json:1:1: cannot be read: ')])
    expect(await problemsOn({ 'treaties/cat.json': '{}' })).toEqual([
      expect.stringContaining('treaties/cat.json:1:1: is not a text of a treaty'),
    ])
    const whole = gzipSync(Buffer.from(line(GC4).repeat(500)))
    expect(await problemsOn({ 'un-documents/a.ndjson.gz': whole.subarray(0, whole.length - 20) })).toEqual([
      expect.stringMatching(/^un-documents\/a\.ndjson\.gz:\d+:1: cannot be read: Z_BUF_ERROR$/u),
    ])
    expect(await problemsOn({ 'un-documents/a.ndjson': `${line(GC4)}{"symbol":"CAT/C/GC/4","paragraphs":[{}]}\n` })).toEqual([
      'un-documents/a.ndjson:2:1: is not a document: expected symbol and paragraphs, each with n and text',
    ])
  })
})
