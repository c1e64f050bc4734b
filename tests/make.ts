/** Makes the smallest valid record of each kind, and folders of records; a test names only what it is about. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterAll } from 'vitest'
import { type Knowledge, readKnowledge } from '../server/graph/index.ts'
import { formatProblem } from '../server/graph/problem.ts'
import { writeYaml } from '../server/graph/yaml.ts'
import { kinds } from '../server/kinds/index.ts'

/** Keys of a record and their values; a key whose value is `undefined` is left out. */
export type Fields = Record<string, unknown>

/** Files of a knowledge folder by their path in it, such as `treaties/cat.yaml`. */
export type Files = Record<string, string | Uint8Array>

/** Defaults with some fields replaced, added, or (when `undefined`) left out. */
function withFields(defaults: Fields, fields: Fields): Fields {
  return Object.fromEntries(Object.entries({ ...defaults, ...fields }).filter(([, value]) => value !== undefined))
}

const sources = [{ title: 'A text that was read' }]

export const article = (fields: Fields = {}): Fields =>
  withFields({ number: '3', heading: 'Non-refoulement', gist: 'No return to torture.' }, fields)

export const paragraph = (fields: Fields = {}): Fields => withFields({ number: '1', gist: 'No State Party returns a person.' }, fields)

export const treaty = (fields: Fields = {}): Fields =>
  withFields(
    {
      id: 'cat',
      title: 'Convention against Torture',
      shortTitle: 'Torture Convention',
      citedAs: 'CAT',
      abbreviation: 'CAT',
      form: 'treaty',
      adopted: '1984-12-10',
      articles: [article({ paragraphs: [paragraph(), paragraph({ number: '2', gist: 'How danger is found.' })] })],
      sources,
      grade: 'read',
    },
    fields,
  )

export const state = (fields: Fields = {}): Fields => withFields({ id: 'CHN', name: 'China' }, fields)

export const participation = (fields: Fields = {}): Fields =>
  withFields(
    {
      id: 'cat',
      treaty: 'CAT',
      asOf: '2023-02-21',
      limits: 'A State that is missing may have joined since.',
      states: [{ state: 'CHN', signature: '1986-12-12', consent: '1988-10-04', form: 'ratification', inForce: '1988-11-03' }],
      sources,
    },
    fields,
  )

export const norm = (fields: Fields = {}): Fields =>
  withFields(
    {
      id: 'non-refoulement',
      name: 'Non-refoulement',
      family: 'Return',
      definition: 'Nobody is returned to danger.',
      elements: ['A return.', 'A danger.'],
      exceptions: 'None.',
      forms: [{ form: 'treaty', status: 'Binds the parties.' }],
      mistakes: ['It is not only for refugees.'],
      sources,
      grade: 'read',
    },
    fields,
  )

export const passage = (fields: Fields = {}): Fields =>
  withFields({ para: '13', gist: 'Each case is examined by itself.', grade: 'read' }, fields)

export const interpretation = (fields: Fields = {}): Fields =>
  withFields(
    {
      id: 'cat-c-gc-4',
      kind: 'general comment',
      body: 'Committee against Torture',
      title: 'General Comment No. 4 (2017)',
      citedAs: 'CAT/C/GC/4',
      date: '2017-12-06',
      weight: 'authoritative, not binding',
      status: 'current',
      gist: 'On article 3.',
      passages: [passage()],
      sources,
      grade: 'read',
    },
    fields,
  )

/** The place of some words in a text, with the words themselves. */
export function span(text: string, quote: string): { start: number; end: number; quote: string } {
  const start = text.indexOf(quote)
  if (start < 0) throw new Error(`${JSON.stringify(quote)} is not in ${JSON.stringify(text)}`)
  return { start, end: start + quote.length, quote }
}

const isSpan = (value: unknown): value is { start: number; end: number } => typeof value === 'object' && value !== null && 'start' in value

/** Spans for all characters of a text that no claim covers. */
function joiningOf(text: string, claims: readonly Fields[]): Fields[] {
  const covered = claims.flatMap((item) => (Array.isArray(item['spans']) ? item['spans'].filter(isSpan) : []))
  const joining: Fields[] = []
  let at = 0
  for (const { start, end } of [...covered.sort((a, b) => a.start - b.start), { start: text.length, end: text.length }]) {
    if (start > at) joining.push({ start: at, end: start, quote: text.slice(at, start) })
    at = Math.max(at, end)
  }
  return joining
}

/** The text of a statement whose own is not given. */
export const TEXT = 'China returned them. This is against the Convention.'

/** A claim; its words are those of `spans`, by default the second sentence of `TEXT`. */
export const claim = (fields: Fields = {}): Fields =>
  withFields(
    {
      id: 'L-01',
      type: 'legal',
      title: 'Against the Convention',
      spans: [span(TEXT, 'This is against the Convention.')],
      asserts: 'The return broke the Convention.',
    },
    fields,
  )

/** A statement; its hash and the words that belong to no claim follow from `text` and `claims`. */
export function statement(fields: Fields = {}): Fields {
  const text = typeof fields['text'] === 'string' ? fields['text'] : TEXT
  const claims = Array.isArray(fields['claims']) ? (fields['claims'] as Fields[]) : [claim()]
  const joining = joiningOf(text, claims)
  return withFields(
    {
      id: 'hrf',
      title: 'Statement on returns',
      issuer: 'A foundation',
      date: '2023-10-13',
      respondent: 'China',
      events: '2023-10-09',
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      text,
      claims,
      joining: joining.length > 0 ? joining : undefined,
      sources,
    },
    fields,
  )
}

/** A premise: `P1` of an argument, or with another id `Q1` of a counter-argument. */
export const premise = (fields: Fields = {}): Fields =>
  withFields({ id: 'P1', kind: 'fact', stance: 'accepted', text: 'People were returned.' }, fields)

export const argument = (fields: Fields = {}): Fields =>
  withFields(
    {
      id: 'ARG-L01-1',
      concludes: 'L-01',
      scheme: 'treaty rule applied to facts',
      warrant: { text: 'CAT art 3(1)', rules: ['CAT art 3(1)'], norm: 'non-refoulement', how: 'express' },
      premises: [premise()],
    },
    fields,
  )

export const attack = (fields: Fields = {}): Fields => withFields({ on: 'ARG-L01-1', kind: 'undercut', answers: ['A1'] }, fields)

export const answer = (fields: Fields = {}): Fields =>
  withFields({ id: 'A1', decisive: false, text: 'Motive is no element.', why: 'It leaves the facts open.' }, fields)

export const counterArgument = (fields: Fields = {}): Fields =>
  withFields(
    {
      id: 'CA-01',
      title: 'They came for work',
      hypothetical: true,
      objection: 'They came for work, not for refuge.',
      weight: 'Serious.',
      premises: [premise({ id: 'Q1' })],
      attacks: [attack()],
      answers: [answer()],
    },
    fields,
  )

export const term = (fields: Fields = {}): Fields =>
  withFields(
    {
      id: 'refoulement',
      term: 'refoulement',
      forms: ['refoulement', 'chain refoulement'],
      definition: 'Return of a person to a place of danger.',
      definedBy: ['CAT art 3(1)'],
      grade: 'read',
    },
    fields,
  )

export const treatyYaml = (fields: Fields = {}): string => writeYaml(treaty(fields))
export const stateYaml = (fields: Fields = {}): string => writeYaml(state(fields))
export const participationYaml = (fields: Fields = {}): string => writeYaml(participation(fields))
export const normYaml = (fields: Fields = {}): string => writeYaml(norm(fields))
export const interpretationYaml = (fields: Fields = {}): string => writeYaml(interpretation(fields))
export const statementYaml = (fields: Fields = {}): string => writeYaml(statement(fields))
export const argumentYaml = (fields: Fields = {}): string => writeYaml(argument(fields))
export const counterArgumentYaml = (fields: Fields = {}): string => writeYaml(counterArgument(fields))
export const termYaml = (fields: Fields = {}): string => writeYaml(term(fields))

/** One record of each kind, all linked and without fault; some files replaced, added, or (when `undefined`) left out. */
export function wholeKnowledge(files: Record<string, string | undefined> = {}): Record<string, string> {
  const all: Record<string, string | undefined> = {
    'treaties/cat.yaml': treatyYaml(),
    'states/CHN.yaml': stateYaml(),
    'participation/cat.yaml': participationYaml(),
    'norms/non-refoulement.yaml': normYaml({ provisions: ['CAT art 3'] }),
    'interpretations/cat-c-gc-4.yaml': interpretationYaml({ interprets: ['CAT art 3'] }),
    'statements/hrf.yaml': statementYaml({ claims: [claim({ rules: ['CAT art 3(1)'], counters: ['CA-01'] })] }),
    'arguments/ARG-L01-1.yaml': argumentYaml(),
    'counter-arguments/CA-01.yaml': counterArgumentYaml(),
    'glossary/refoulement.yaml': termYaml(),
    ...files,
  }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

const folders: string[] = []

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Writes files into a new temporary folder, which is removed after the tests of the file. */
export function knowledgeFolder(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Reads files as a knowledge folder: the graph, and everything that is wrong. */
export const graphOf = (files: Files): Knowledge => readKnowledge(knowledgeFolder(files), kinds)

/** Everything that is wrong below a folder, each as `treaties/cat.yaml:3:5: message`. */
export function problemsIn(folder: string): string[] {
  return readKnowledge(folder, kinds).problems.map((problem) => formatProblem({ ...problem, file: relative(folder, problem.file) || '.' }))
}

/** Everything that is wrong with files of a knowledge folder, each as `treaties/cat.yaml:3:5: message`. */
export const problemsOf = (files: Files): string[] => problemsIn(knowledgeFolder(files))
