/** A public statement: its text to the letter, and its claims with the words that make each of them. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { address, citation, date, evidence, line, prose, slug, sources, verbatim } from './fields.ts'
import { type Awaited, defineKind, type Finding, type Outline, type Sided } from './kind.ts'

const span = z
  .strictObject({
    start: z.int().min(0).meta({ description: 'First character of the span, counted from 0' }),
    end: z.int().min(1).meta({ description: 'Character after the last' }),
    quote: verbatim.meta({ description: 'The words of the text from start to end, to the letter' }),
  })
  .refine((value) => value.end > value.start, { path: ['end'], message: 'a span ends after it starts' })

const claim = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z]-\d{2}[a-z]?$/u, 'expected an id such as L-02a')
    .meta({ description: 'Id, never used again' }),
  type: z.enum(['factual', 'legal', 'attribution', 'demand', 'provenance']).meta({ description: 'What kind of claim it is' }),
  parent: line.optional().meta({ description: 'Id of the claim of which it is a part' }),
  title: line.meta({ description: 'The claim in a few words' }),
  spans: z
    .array(span)
    .min(1)
    .optional()
    .meta({ description: 'Its words in the text; a part without words of its own has those of its parent' }),
  asserts: prose.meta({ description: 'What the words assert, in own words' }),
  mustShow: prose.optional().meta({ description: 'What has to be shown for the claim to hold' }),
  rules: z.array(citation('rests on', 'relied on by')).optional().meta({ description: 'Provisions and norms that back it' }),
  interpretations: z
    .array(citation('is supported by', 'supports', 'interpretation'))
    .optional()
    .meta({ description: 'Passages in which a body reads the law so, or finds the fact' }),
  contrary: z
    .array(citation('is opposed by', 'opposes', 'interpretation'))
    .optional()
    .meta({ description: 'Passages that speak against it' }),
  evidence: z.array(evidence).optional().meta({ description: 'Evidence for it' }),
  against: z.array(evidence).optional().meta({ description: 'Evidence and argument against it' }),
  counters: z
    .array(citation('is met by', 'meets', 'counter-argument'))
    .optional()
    .meta({ description: 'Counter-arguments that bear on it' }),
  wording: prose.optional().meta({ description: 'Careful wording: what the sources allow one to write' }),
  notes: z.array(prose).optional().meta({ description: 'Neutral notes: ambiguities, omissions, terms' }),
  searchTerms: z.array(line).optional().meta({ description: 'Other words in which people ask about it' }),
})

const joining = span.meta({ description: 'Words of the text that belong to no claim' })

const schema = z.strictObject({
  id: slug,
  title: line.meta({ description: 'Title by which pages call it' }),
  issuer: line.meta({ description: 'Who issued it' }),
  place: line.optional().meta({ description: 'Where it was issued' }),
  date: date.meta({ description: 'Day on which it was issued' }),
  respondent: citation('accuses', 'accused in', 'state').meta({ description: 'State whose conduct it is about' }),
  events: date.meta({ description: 'Day of the events; binding is computed for it' }),
  address: address.optional().meta({ description: 'Where it was published' }),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u, 'expected 64 hexadecimal figures')
    .meta({ description: 'SHA-256 of the text in UTF-8' }),
  text: verbatim.meta({ description: 'The text, to the letter' }),
  claims: z.array(claim).min(1).meta({ description: 'The claims, in the order of the text' }),
  joining: z.array(joining).optional(),
  annotations: z
    .array(
      z.strictObject({
        text: prose.meta({ description: 'The note' }),
        claims: z.array(citation('annotates', 'annotated in', 'claim')).optional(),
      }),
    )
    .optional()
    .meta({ description: 'Where the statement is imprecise, neutrally noted' }),
  unverified: z.array(prose).optional().meta({ description: 'What is still to be read in the original' }),
  sources,
})

export type Statement = z.output<typeof schema>
export type Claim = Statement['claims'][number]

const words = (data: Statement, item: Claim): string[] => {
  const spans = item.spans ?? data.claims.find((other) => other.id === item.parent)?.spans ?? []
  return spans.map((part) => part.quote)
}

const KIND_OF_PART: Record<Claim['type'], string> = {
  factual: 'factual claim',
  legal: 'legal claim',
  attribution: 'attribution',
  demand: 'demand',
  provenance: 'provenance',
}

/** Claims of fact, and of what sources say, rest on evidence; the others are argued for. */
export const isArgued = ({ type }: Claim): boolean => type === 'legal' || type === 'attribution' || type === 'demand'

const AWAITED: readonly [argued: Awaited, stated: Awaited] = [
  { verb: 'argues for', without: 'claims without an argument' },
  { verb: 'argues for', without: 'claims of fact or provenance without an argument, which need none' },
]

function claimOutline(data: Statement, item: Claim, index: number): Outline {
  return {
    kind: 'claim',
    slug: item.id,
    page: true,
    view: 'claim',
    title: `${item.id} ${item.title}`,
    citation: item.id,
    names: [],
    path: ['claims', index],
    search: {
      keys: [item.id],
      facets: { type: [KIND_OF_PART[item.type]] },
      terms: item.searchTerms ?? [],
      under: item.parent,
      text: [
        ...words(data, item),
        item.asserts,
        item.mustShow,
        item.wording,
        ...(item.notes ?? []),
        ...[...(item.evidence ?? []), ...(item.against ?? [])].map((entry) => entry.text),
      ]
        .filter(Boolean)
        .join('\n'),
    },
    awaits: AWAITED[isArgued(item) ? 0 : 1],
    parts: [],
  }
}

/** Evidence, interpretations and arguments for a claim; evidence, interpretations and objections against it. */
const sidesOf = (item: Claim, index: number): Sided => ({
  name: item.id,
  path: ['claims', index],
  for: { own: (item.evidence?.length ?? 0) + (item.interpretations?.length ?? 0), verbs: ['argues for'] },
  against: { own: (item.against?.length ?? 0) + (item.contrary?.length ?? 0) + (item.counters?.length ?? 0), verbs: ['bears on'] },
})

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

interface Placed {
  start: number
  end: number
  path: (string | number)[]
}

/** Spans whose quoted words are not the words of the text at that place. */
function misquoted(data: Statement): Finding[] {
  const spans = [
    ...data.claims.flatMap((item, at) => (item.spans ?? []).map((part, index) => ({ part, path: ['claims', at, 'spans', index] }))),
    ...(data.joining ?? []).map((part, index) => ({ part, path: ['joining', index] })),
  ]
  return spans.flatMap(({ part, path }) => {
    const there = data.text.slice(part.start, part.end)
    if (there === part.quote) return []
    let same = 0
    while (same < there.length && there[same] === part.quote[same]) same++
    const rest = JSON.stringify(there.slice(same, same + 30))
    const end = same < there.length ? `from character ${same} the text has ${rest}` : `it goes on after ${same} characters`
    return [{ path: [...path, 'quote'], message: `not the words of the text at [${part.start}, ${part.end}): ${end}` }]
  })
}

/** Characters that no span covers, and joining words that lie inside a claim: together the spans must tile the text. */
function untiled(data: Statement): Finding[] {
  const claims: Placed[] = data.claims.flatMap((item, at) =>
    (item.spans ?? []).map((part, index) => ({ start: part.start, end: part.end, path: ['claims', at, 'spans', index] })),
  )
  const joints: Placed[] = (data.joining ?? []).map((part, index) => ({ start: part.start, end: part.end, path: ['joining', index] }))
  const findings: Finding[] = []
  for (const joint of joints) {
    const within = claims.find((part) => part.start < joint.end && joint.start < part.end)
    if (within)
      findings.push({ path: [...joint.path, 'start'], message: `joining words [${joint.start}, ${joint.end}) lie in the span of a claim` })
  }
  let covered = 0
  for (const part of [...claims, ...joints].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (part.start > covered) {
      findings.push({
        path: [...part.path, 'start'],
        message: `no claim and no joining words cover [${covered}, ${part.start}): ${JSON.stringify(data.text.slice(covered, part.start).slice(0, 40))}`,
      })
    }
    covered = Math.max(covered, part.end)
  }
  if (covered < data.text.length) {
    findings.push({ path: ['text'], message: `no claim and no joining words cover [${covered}, ${data.text.length})` })
  }
  for (const part of [...claims, ...joints].filter(({ end }) => end > data.text.length)) {
    findings.push({ path: [...part.path, 'end'], message: `the span ends at ${part.end}, the text at ${data.text.length}` })
  }
  return findings
}

export const statement = defineKind({
  name: 'statement',
  folder: 'statements',
  label: { one: 'Statement', many: 'Statements' },
  about: 'Public statements, sentence by sentence, each claim with its words, its law and what speaks against it.',
  schema,
  outline: (data) => ({
    kind: 'statement',
    slug: data.id,
    page: true,
    view: 'statement',
    title: data.title,
    citation: data.id,
    names: [data.title],
    path: [],
    work: { type: 'statement', issuer: data.issuer, place: data.place, date: data.date, unit: 'paragraph', url: data.address },
    quotesFrom: 'statements',
    quotations: [{ words: data.text, path: ['text'], whole: true }],
    search: { keys: [], facets: { state: [data.respondent.text] }, text: [data.issuer, data.text].join('\n') },
    parts: data.claims.map((item, index) => claimOutline(data, item, index)),
  }),
  check: (data) => {
    const findings: Finding[] = []
    data.claims.forEach((item, index) => {
      const parent = data.claims.find((other) => other.id === item.parent && other !== item)
      if (item.parent && !parent)
        findings.push({ path: ['claims', index, 'parent'], message: `there is no other claim ${item.parent} in this statement` })
      if (!item.spans && (parent ? !parent.spans : !item.parent))
        findings.push({ path: ['claims', index], message: `${item.id} has neither spans nor a parent whose words it takes` })
    })
    if (digest(data.text) !== data.sha256)
      findings.push({ path: ['text'], message: `the text has the SHA-256 ${digest(data.text)}, not that of sha256` })
    return [...findings, ...misquoted(data), ...untiled(data)]
  },
  sides: (data) => data.claims.map(sidesOf),
})
