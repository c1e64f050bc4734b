/** An argument for a claim: warrant, premises with their default stance, backing. */
import { z } from 'zod'
import { citation, line, prose, sources } from './fields.ts'
import { defineKind, type Outline } from './kind.ts'

/** What a status premise says, so that it can be computed for any State and day. */
const status = z.strictObject({
  is: z.enum(['bound', 'signed only']).meta({ description: 'What is said of each provision' }),
  by: z
    .array(citation('turns on', 'decides', 'treaty', 'article', 'paragraph'))
    .min(1)
    .meta({ description: 'All of these must be so' }),
  also: z
    .array(citation('also concerns', 'concerned in', 'state'))
    .optional()
    .meta({ description: 'States beside the respondent' }),
  states: z
    .array(citation('concerns', 'concerned in', 'state'))
    .optional()
    .meta({ description: 'States instead of the respondent' }),
})

/** A premise, of an argument (`P1`) or of a counter-argument (`Q1`). */
export const premise = (letter: 'P' | 'Q') =>
  z
    .strictObject({
      id: z
        .string()
        .regex(new RegExp(`^${letter}\\d+$`, 'u'), `expected ${letter}1, ${letter}2 …`)
        .meta({ description: 'Id within the record' }),
      kind: z
        .enum(['status', 'fact', 'law', 'assumption'])
        .meta({ description: 'status is computed from participation on the day of the events' }),
      stance: z.enum(['accepted', 'disputed', 'rejected']).meta({ description: 'Default stance' }),
      text: prose.meta({ description: 'The premise, in a sentence' }),
      follows: citation('follows from the outcome of', 'decides', 'claim')
        .optional()
        .meta({ description: 'Claim from whose outcome the stance follows' }),
      status: status.optional().meta({ description: 'For a status premise that follows no claim: what it turns on' }),
      restsOn: z.array(citation('rests on', 'supports')).optional().meta({ description: 'What it rests on' }),
      note: prose.optional().meta({ description: 'What it rests on, where that has no record; or a limit' }),
    })
    .refine((value) => (value.kind === 'status' && value.follows === undefined) === (value.status !== undefined), {
      path: ['kind'],
      message: 'a status premise says by status what it turns on, and no other premise does',
    })

export const SCHEMES = [
  'treaty rule applied to facts',
  'treaty-body interpretation applied',
  'custom',
  'State responsibility',
  'finding about this State',
  'analogy',
] as const

const schema = z.strictObject({
  id: z
    .string()
    .regex(/^ARG-[A-Z]\d{2}[a-z]?-\d+$/u, 'expected an id such as ARG-L02a-1')
    .meta({ description: 'Id of the record and name of its file; never used again' }),
  concludes: citation('argues for', 'argued by', 'claim'),
  scheme: z.enum(SCHEMES).meta({ description: 'Kind of argument' }),
  warrant: z
    .strictObject({
      text: line.meta({ description: 'The rule as the argument states it' }),
      rules: z.array(citation('is warranted by', 'warrants', 'treaty', 'article', 'paragraph', 'interpretation')).optional(),
      norm: citation('applies', 'applied by', 'norm').optional(),
      how: z.enum(['express', 'by interpretation']).meta({ description: 'Whether the text says it in terms' }),
      asCustom: z
        .literal(true)
        .optional()
        .meta({ description: 'Set where the rule is relied on as custom, as reflected in the provision' }),
    })
    .meta({ description: 'The rule that leads from the premises to the claim' }),
  premises: z.array(premise('P')).min(1).meta({ description: 'What the argument takes as given' }),
  backing: z.array(citation('is backed by', 'backs')).optional().meta({ description: 'Authorities behind the warrant' }),
  note: prose.optional().meta({ description: 'What to know about the argument' }),
  sources: sources.optional(),
})

export type Argument = z.output<typeof schema>
export type Premise = z.output<ReturnType<typeof premise>>

/** Premises as parts of the record: `ARG-L02a-1/P4`, at `#P4`. */
export const premiseOutlines = (id: string, premises: readonly Premise[]): Outline[] =>
  premises.map((item, index) => ({
    kind: 'premise',
    slug: item.id,
    page: false,
    title: `${id}/${item.id} ${item.text}`,
    citation: `${id}/${item.id}`,
    names: [],
    path: ['premises', index],
    parts: [],
  }))

export const argument = defineKind({
  name: 'argument',
  folder: 'arguments',
  label: { one: 'Argument', many: 'Arguments' },
  about: 'Arguments for the claims: the rule, the premises with their default stance, and the authorities behind them.',
  schema,
  group: (data) => data.concludes.text,
  outline: (data) => ({
    kind: 'argument',
    slug: data.id,
    page: true,
    view: 'argument',
    title: `${data.id} for ${data.concludes}: ${data.warrant.text}`,
    citation: data.id,
    names: [],
    path: [],
    search: {
      keys: [data.id],
      facets: {},
      under: data.concludes.text,
      text: [data.scheme, data.warrant.text, ...data.premises.map((item) => item.text)].join('\n'),
    },
    parts: premiseOutlines(data.id, data.premises),
  }),
})
