/** What `pacta check` says of balance and of currency: both sides named, sources named, nothing quoted that was not read. */
import { describe, expect, test } from 'vitest'
import { formatRemark, remarksOf } from '../../server/graph/remarks.ts'
import {
  argumentYaml,
  article,
  claim,
  counterArgumentYaml,
  graphOf,
  interpretationYaml,
  normYaml,
  paragraph,
  passage,
  problemsOf,
  span,
  statementYaml,
  TEXT,
  treatyYaml,
  wholeKnowledge,
} from '../make.ts'

/** What is wrong with one record of each kind, some of them replaced; not that a citation misses what a faulty record would have held. */
const problems = (files: Record<string, string | undefined>) =>
  problemsOf(wholeKnowledge(files)).filter((line) => !/cites .*(?:has no such place|is not in the records)/u.test(line))

const remarks = (files: Record<string, string | undefined>) => remarksOf(graphOf(wholeKnowledge(files)).graph).map(formatRemark)

const normWith = (...forms: object[]) => ({ 'norms/non-refoulement.yaml': normYaml({ forms }) })

const counterWith = (fields: Record<string, unknown>) => ({
  'counter-arguments/CA-01.yaml': counterArgumentYaml({ hypothetical: undefined, ...fields }),
})

const treatyWith = (grade: string, ...articles: object[]) => ({ 'treaties/cat.yaml': treatyYaml({ grade, articles }) })

const quoting = (fields: Record<string, unknown> = {}) =>
  paragraph({ gist: undefined, words: [{ quote: 'No State Party shall expel', ...fields }] })

describe('a norm called peremptory', () => {
  const form = { form: 'peremptory', status: 'Argued.' }
  const cite = [{ cite: 'CAT/C/GC/4' }]

  test.each([
    ['on neither side', form, 'names the authorities against it, or says noneFound: true, and those for it'],
    ['only against it', { ...form, against: cite }, 'names the authorities for it'],
    ['only for it', { ...form, for: cite }, 'names the authorities against it, or says noneFound: true'],
    ['only for it, with an empty list against it', { ...form, for: cite, against: [] }, 'names the authorities against it'],
    ['not found against it, and none for it', { ...form, noneFound: true }, 'names the authorities for it'],
  ])('is refused with authorities %s', (_, given, message) => {
    expect(problems(normWith(given))).toEqual([expect.stringContaining(`a norm called peremptory ${message}`)])
  })

  test.each([
    ['on both sides', { ...form, for: cite, against: cite }],
    [
      'without a record',
      { ...form, alsoFor: [{ says: 'Many.', grade: 'unchecked' }], alsoAgainst: [{ says: 'Some.', grade: 'unchecked' }] },
    ],
    ['not found against it', { ...form, for: cite, noneFound: true }],
  ])('may have authorities %s', (_, given) => {
    expect(problems(normWith(given))).toEqual([])
  })
})

describe('a counter-argument', () => {
  test.each([
    ['nobody and nothing', {}, 'says neither who raised it (raised) nor that nobody did'],
    ['an empty list', { raised: [] }, 'raised is an empty list'],
    ['a name alone', { raised: [{ by: 'China' }] }, 'raised 1: says who raises it, but neither where'],
    ['an empty list of places', { raised: [{ by: 'China', where: [] }] }, 'where is an empty list'],
  ])('is refused if its source is %s', (_, fields, message) => {
    expect(problems(counterWith(fields))).toEqual([expect.stringContaining(message)])
  })

  test.each([
    ['a record', { raised: [{ by: 'China', where: ['CAT/C/GC/4'] }] }],
    ['a name with its grade', { raised: [{ by: 'China', grade: 'reported' }] }],
    ['marked as nobody’s', { hypothetical: true }],
  ])('may have a source that is %s', (_, fields) => {
    expect(problems(counterWith(fields))).toEqual([])
  })
})

describe('words that were not read', () => {
  test.each([
    ['of a treaty', treatyWith('unchecked', article({ paragraphs: [quoting()] })), 'graded unchecked'],
    ['of an article', treatyWith('read', article({ grade: 'document-checked', paragraphs: [quoting()] })), 'graded document-checked'],
    ['of an article that is reported', treatyWith('read', article({ grade: 'reported', paragraphs: [quoting()] })), 'graded reported'],
    ['of a paragraph', treatyWith('read', article({ paragraphs: [{ ...quoting(), grade: 'unchecked' }] })), 'graded unchecked'],
    [
      'of an article without paragraphs',
      treatyWith('reported', article({ paragraphs: undefined, words: [{ quote: 'No State Party shall expel' }] })),
      'graded reported',
    ],
  ])('%s are not quoted, whatever says so', (_, files, message) => {
    expect(problems(files)).toEqual([expect.stringContaining(`quotes words of something ${message}`)])
  })

  test('are not quoted where their own grade says that they are reported', () => {
    const files = treatyWith('read', article({ paragraphs: [quoting({ grade: 'reported' })] }))
    expect(problems(files)).toContainEqual(expect.stringContaining('quotes words that were not read'))
  })

  test('are quoted where they say themselves that they were read', () => {
    expect(problems(treatyWith('unchecked', article({ paragraphs: [quoting({ grade: 'read' })] })))).toEqual([])
  })

  test('are shown with the grade of their article where they have none', () => {
    const { graph } = graphOf(treatyWith('read', article({ grade: 'reported', paragraphs: [paragraph()] })) as Record<string, string>)
    expect(graph.nodes.get('/treaties/cat/3#p1')?.outline.excerpt?.grade).toBe('reported')
  })

  test('are not quoted in prose either', () => {
    const files = (gist: string, grade: string) => ({
      'interpretations/cat-c-gc-4.yaml': interpretationYaml({ passages: [passage({ gist, grade })] }),
    })
    expect(problems(files('It speaks of “substantial grounds for believing” so.', 'unchecked'))).toEqual([
      expect.stringMatching(/warning: has “substantial grounds for believing” in quotation marks, but is graded unchecked/u),
    ])
    expect(problems(files('It speaks of “substantial grounds for believing” so.', 'read'))).toEqual([])
    expect(problems(files('It speaks of “refoulement” so.', 'unchecked'))).toEqual([])
  })
})

describe('a superseded authority', () => {
  const old = (fields: Record<string, unknown>) => ({
    'interpretations/cat-gc-1.yaml': interpretationYaml({ id: 'cat-gc-1', citedAs: 'CAT GC 1', passages: undefined, ...fields }),
  })
  const superseded = { status: 'superseded', supersededBy: 'CAT/C/GC/4' }

  test('is named with its successor wherever it is cited, also in running text', () => {
    const claims = [claim({ interpretations: ['CAT GC 1'], wording: 'See [[CAT GC 1]].', rules: ['CAT art 3(1)'] })]
    const found = problems({ ...old(superseded), 'statements/hrf.yaml': statementYaml({ claims }) })
    expect(found).toHaveLength(2)
    expect(found.every((line) => line.includes('warning: cites CAT GC 1, which CAT/C/GC/4 supersedes'))).toBe(true)
  })

  test('is not both current and replaced', () => {
    expect(problems(old({ ...superseded, status: 'current' }))).toEqual([
      expect.stringContaining('current, but supersededBy names CAT/C/GC/4; one of the two is wrong'),
    ])
  })
})

describe('remarks', () => {
  test('name claims that wait for an argument, and apart from them those that need none', () => {
    const fact = claim({ id: 'F-01', type: 'factual', title: 'Returned', spans: [span(TEXT, 'China returned them.')] })
    const found = remarks({
      'statements/hrf.yaml': statementYaml({ claims: [fact, claim(), claim({ id: 'L-02', parent: 'L-01', spans: undefined })] }),
    })
    expect(found).toContain('claims without an argument: L-02')
    expect(found).toContain('claims of fact or provenance without an argument, which need none: F-01')
  })

  test('name what has one side only, and leave out what has both, neither, or was looked for', () => {
    const cite = [{ cite: 'CAT/C/GC/4' }]
    const found = remarks({
      ...normWith(
        { form: 'treaty', status: 'In force.' },
        { form: 'interpretation', status: 'Read so.', for: cite, against: cite },
        { form: 'custom', status: 'Asserted.', for: cite },
        { form: 'declaration', status: 'Disputed.', against: cite },
        { form: 'peremptory', status: 'Argued.', for: cite, noneFound: true },
      ),
      'statements/hrf.yaml': statementYaml({
        claims: [
          claim({ against: [{ text: 'It is not.' }] }),
          claim({ id: 'L-02', parent: 'L-01', spans: undefined, evidence: [{ text: 'It is.' }] }),
        ],
      }),
    })
    expect(found).toContain('nothing recorded against: non-refoulement (custom), L-02')
    expect(found).toContain('nothing recorded for: non-refoulement (declaration)')
  })

  test('count an objection that bears on a claim, and an argument for it, as its sides', () => {
    const files = {
      'counter-arguments/CA-01.yaml': counterArgumentYaml({ bearsOn: ['L-01'] }),
      'statements/hrf.yaml': statementYaml(),
      'arguments/ARG-L01-1.yaml': argumentYaml(),
    }
    expect(remarks(files)).toEqual([])
  })
})
