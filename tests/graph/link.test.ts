import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../server/graph/problem.ts'
import {
  argumentYaml,
  article,
  claim,
  counterArgumentYaml,
  type Files,
  graphOf,
  interpretationYaml,
  normYaml,
  paragraph,
  passage,
  span,
  statementYaml,
  stateYaml,
  TEXT,
  treatyYaml,
  wholeKnowledge,
} from '../make.ts'

const CAT = { 'treaties/cat.yaml': treatyYaml() }
const GC4 = (fields = {}) => ({ 'interpretations/cat-c-gc-4.yaml': interpretationYaml(fields) })

const links = (files: Files) =>
  graphOf(files).graph.links.map(
    ({ from, verb, to, reverse }) => `${from.citation} ${verb} ${to.citation}; ${to.citation} ${reverse} ${from.citation}`,
  )
const problems = (files: Files) =>
  graphOf(files).problems.map((problem) => formatProblem(problem).replace(/^.*?((?:[a-z-]+)\/[\w-]+\.yaml)/u, '$1'))

describe('linkRecords', () => {
  test('links a citation both ways, with a verb for each', () => {
    const { graph, problems: faults } = graphOf({ ...CAT, ...GC4({ interprets: ['CAT art 3'], passages: undefined }) })
    expect(faults).toEqual([])
    const [link] = graph.links
    expect(link).toMatchObject({ verb: 'interprets', reverse: 'interpreted by', text: 'CAT art 3' })
    expect(link?.from).toBe(graph.nodes.get('/interpretations/cat-c-gc-4'))
    expect(link?.to).toBe(graph.nodes.get('/treaties/cat/3'))
    expect(graph.from.get('/interpretations/cat-c-gc-4')).toEqual([link])
    expect(graph.to.get('/treaties/cat/3')).toEqual([link])
    expect(graph.from.get('/treaties/cat/3')).toBeUndefined()
  })

  test('starts a link from the innermost part in which it is written', () => {
    expect(links({ ...CAT, ...GC4({ passages: [passage({ interprets: ['CAT art 3(1)'] })] }) })).toEqual([
      'CAT/C/GC/4 para 13 interprets CAT art 3(1); CAT art 3(1) interpreted by CAT/C/GC/4 para 13',
    ])
    const text = `${TEXT} It is forbidden.`
    const claims = [claim(), claim({ id: 'L-02', spans: [span(text, 'It is forbidden.')], rules: ['CAT art 3'] })]
    expect(links({ ...CAT, 'states/CHN.yaml': stateYaml(), 'statements/hrf.yaml': statementYaml({ text, claims }) })).toEqual([
      'hrf accuses China; China accused in hrf',
      'L-02 rests on CAT art 3; CAT art 3 relied on by L-02',
    ])
  })

  test('starts a link from a part of a part', () => {
    const noted = treatyYaml({ articles: [article({ paragraphs: [paragraph({ note: 'See [[CAT]].' })] })] })
    expect(links({ 'treaties/cat.yaml': noted })).toEqual(['CAT art 3(1) mentions CAT; CAT mentioned in CAT art 3(1)'])
  })

  test('leads from an argument to its claim, and from an attack to a premise', () => {
    const { graph } = graphOf(
      wholeKnowledge({
        'counter-arguments/CA-01.yaml': counterArgumentYaml({ attacks: [{ on: 'ARG-L01-1/P1', kind: 'undermine', answers: ['A1'] }] }),
      }),
    )
    expect(graph.to.get('/statements/hrf/L-01')?.map((link) => [link.from.citation, link.verb])).toContainEqual(['ARG-L01-1', 'argues for'])
    expect(graph.to.get('/arguments/ARG-L01-1#P1')?.map((link) => [link.from.citation, link.reverse])).toEqual([['CA-01', 'attacked by']])
  })

  test('takes [[a citation]] in running text as a mention', () => {
    expect(
      links({ ...CAT, ...GC4({ gist: 'On [[CAT art 3]] and [[CAT art 3(2)]].', passages: [passage({ note: 'See [[CAT]].' })] }) }),
    ).toEqual([
      'CAT/C/GC/4 mentions CAT art 3; CAT art 3 mentioned in CAT/C/GC/4',
      'CAT/C/GC/4 mentions CAT art 3(2); CAT art 3(2) mentioned in CAT/C/GC/4',
      'CAT/C/GC/4 para 13 mentions CAT; CAT mentioned in CAT/C/GC/4 para 13',
    ])
  })

  test('reports a citation that leads nowhere, with its place and the nearest right ones', () => {
    const [problem, ...more] = problems({ ...CAT, ...GC4({ interprets: ['Torture Conventoin'] }) })
    expect(more).toEqual([])
    expect(problem).toMatch(
      /^interpretations\/cat-c-gc-4\.yaml:\d+:\d+: cites "Torture Conventoin", which is not in the records; did you mean CAT\?$/u,
    )
  })

  test('names the places that there are, when a place is not there', () => {
    expect(problems({ ...CAT, ...GC4({ interprets: ['CAT art 3(9)'] }) })[0]).toContain(
      'cites "CAT art 3(9)", but CAT art 3 has no such place; it has: CAT art 3(1); CAT art 3(2)',
    )
    expect(problems({ ...CAT, ...GC4({ interprets: ['CAT art 99'] }) })[0]).toContain('CAT has no such place; it has: CAT art 3')
  })

  test('reports a mention that leads nowhere at its own line', () => {
    const yaml = interpretationYaml({ gist: 'First.\n\nSecond.\n\nThird, see [[CAT art 9]].' })
    const line = yaml.split('\n').findIndex((text) => text.includes('[[CAT art 9]]')) + 1
    const [problem] = problems({ ...CAT, 'interpretations/cat-c-gc-4.yaml': yaml })
    expect(problem).toMatch(new RegExp(`^interpretations/cat-c-gc-4\\.yaml:${line}:\\d+: cites "CAT art 9"`, 'u'))
  })

  test('leaves a faulty link out, and keeps the others', () => {
    expect(links({ ...CAT, ...GC4({ interprets: ['CAT art 99', 'CAT art 3'], passages: undefined }) })).toEqual([
      'CAT/C/GC/4 interprets CAT art 3; CAT art 3 interpreted by CAT/C/GC/4',
    ])
  })

  test('reports an ambiguous citation with all that it can mean', () => {
    const files = {
      ...CAT,
      ...GC4({ otherNames: ['GC 4'] }),
      'interpretations/crc-gc-4.yaml': interpretationYaml({ id: 'crc-gc-4', citedAs: 'CRC/GC/4', otherNames: ['GC 4'] }),
      'norms/non-refoulement.yaml': normYaml({ provisions: ['GC 4'] }),
    }
    expect(problems(files)[0]).toContain('cites "GC 4", which can mean: CAT/C/GC/4; CRC/GC/4')
  })

  test('takes the kind that a field expects, where a name is that of several kinds', () => {
    const files = {
      ...CAT,
      ...GC4({ otherNames: ['return'], passages: undefined }),
      'norms/non-refoulement.yaml': normYaml({ otherNames: ['return'] }),
      'norms/expulsion.yaml': normYaml({ id: 'expulsion', related: ['return'] }),
    }
    expect(problems(files)).toEqual([])
    expect(links(files)).toEqual(['expulsion related to non-refoulement; non-refoulement related to expulsion'])
    expect(problems({ ...files, 'norms/expulsion.yaml': normYaml({ id: 'expulsion', provisions: ['return'] }) })[0]).toContain(
      'which can mean',
    )
  })

  test('reports a citation of the wrong kind', () => {
    expect(problems({ ...CAT, 'norms/non-refoulement.yaml': normYaml({ related: ['CAT'] }) })[0]).toContain(
      'cites "CAT", which is of the kind treaty; expected norm',
    )
  })

  test('reports two records that are cited alike, points and case apart', () => {
    const files = { ...CAT, 'interpretations/other.yaml': interpretationYaml({ id: 'other', citedAs: 'C.A.T.' }) }
    expect(problems(files)).toEqual([
      expect.stringMatching(/^(treaties|interpretations)\/\w+\.yaml:\d+:\d+: is cited as (CAT|C\.A\.T\.), like \//u),
    ])
  })

  test('reports two parts with one address', () => {
    expect(problems(GC4({ passages: [passage({ para: '13' }), passage({ para: '13' })] }))[0]).toContain(
      'CAT/C/GC/4 para 13 is there twice',
    )
    const twice = treatyYaml({ articles: [article({ paragraphs: [paragraph(), paragraph()] })] })
    expect(problems({ 'treaties/cat.yaml': twice })[0]).toContain('CAT art 3(1) is there twice')
  })

  test('warns of a superseded authority, and names its successor', () => {
    const old = interpretationYaml({ id: 'cat-gc-1', citedAs: 'CAT GC 1', status: 'superseded', supersededBy: 'CAT/C/GC/4' })
    const files = { ...CAT, ...GC4({ passages: undefined }), 'interpretations/cat-gc-1.yaml': old }
    expect(problems(files)).toEqual([])
    const citing = { ...files, 'norms/non-refoulement.yaml': normYaml({ provisions: ['CAT GC 1 para 13'] }) }
    expect(problems(citing)).toEqual([expect.stringContaining('warning: cites CAT GC 1 para 13, which CAT/C/GC/4 supersedes')])
    expect(links(citing)).toContain('non-refoulement laid down in CAT GC 1 para 13; CAT GC 1 para 13 lays down non-refoulement')
  })

  test('does not warn of a superseded authority that cites itself', () => {
    const old = { id: 'cat-gc-1', citedAs: 'CAT GC 1', status: 'superseded', supersededBy: 'CAT/C/GC/4', gist: 'See [[CAT GC 1 para 13]].' }
    expect(problems({ ...GC4(), 'interpretations/cat-gc-1.yaml': interpretationYaml(old) })).toEqual([])
  })

  test('asks each kind what is wrong with its records', () => {
    expect(problems(wholeKnowledge({ 'arguments/ARG-L01-1.yaml': argumentYaml({ concludes: 'L-09' }) })).length).toBeGreaterThan(0)
    const idle = counterArgumentYaml({ attacks: [{ on: 'ARG-L01-1', kind: 'undercut', answers: [] }] })
    expect(problems(wholeKnowledge({ 'counter-arguments/CA-01.yaml': idle }))).toEqual([
      expect.stringContaining('answer A1 meets no attack'),
    ])
  })

  test('freezes the graph and all data of its records', () => {
    const { graph } = graphOf(wholeKnowledge())
    expect(Object.isFrozen(graph)).toBe(true)
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen))
    expect(graph.records.every((record) => frozen(record.data))).toBe(true)
  })

  test('gives an empty graph for no records', () => {
    const { graph, problems: faults } = graphOf({ 'treaties/.gitkeep': '' })
    expect([graph.nodes.size, graph.links.length, faults.length]).toEqual([0, 0, 0])
  })
})
