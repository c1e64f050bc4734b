/** What a UN body, a court, a State or a scholar has said about the law, passage by passage. */
import { z } from 'zod'
import { address, allNames, citation, grade, line, looseDate, names, otherNames, prose, quotation, slug, sources, unit } from './fields.ts'
import { interpretationWork } from './interpretation-work.ts'
import { defineKind, type Outline } from './kind.ts'
import { readPinpoint, writePlace } from './pinpoint.ts'

const PARA = /^(\d+(\.\d+)?|[IVXL]+|\([a-z]\))([.A-Z0-9]*)(\([0-9A-Za-z]+\))*(-(\d+(\.\d+)?|\([a-z]\))(\([a-z]+\))*)?$/u

const passage = z
  .strictObject({
    para: line
      .regex(PARA, 'expected a paragraph such as 13, 13.2, 29(k), 2(a)(v), (b), or a run such as 8-9')
      .meta({ description: 'Paragraph, or run of paragraphs with a hyphen' }),
    quote: quotation.optional().meta({ description: 'Exact words; only if they were read' }),
    gist: prose.optional().meta({ description: 'What it says, in own words' }),
    grade,
    note: prose.optional().meta({ description: 'Limits: how this passage may be misread, or was read' }),
    interprets: z.array(citation('interprets', 'interpreted by', 'article', 'paragraph')).optional(),
  })
  .refine((value) => value.quote ?? value.gist, { message: 'a passage needs a quote or a gist' })
  .refine((value) => !value.quote || value.grade === 'read', {
    path: ['quote'],
    message: 'quotes words that were not read: the grade must be read, or give a gist',
  })

const series = z.strictObject({
  series: z
    .enum(['General Comment', 'General Recommendation', 'ExCom Conclusion', 'Resolution', 'Advisory Opinion'])
    .meta({ description: 'Which series' }),
  number: line.meta({ description: 'Number in the series, as cited: 31, 77/226, OC-25/18' }),
  body: line.optional().meta({ description: 'Short name of the body: HRC, CAT, CEDAW, CRC, CMW, CERD' }),
  session: line.optional().meta({ description: 'Session of a conclusion, in Roman figures: XXXIII' }),
})

const schema = z.strictObject({
  id: slug,
  sheet: z
    .string()
    .regex(/^I-\d{2,3}$/u, 'expected a number such as I-10')
    .optional()
    .meta({ description: 'Number in the facts sheet; several documents may share one' }),
  kind: z
    .enum([
      'general comment',
      'concluding observations',
      'views',
      'guidance',
      'conclusion',
      'resolution',
      'report',
      'press release',
      'judgment',
      'advisory opinion',
      'ILC text',
      'declaration',
      'national law',
      'State position',
      'agreement',
      'scholarship',
    ])
    .meta({ description: 'What kind of text it is' }),
  body: line.meta({ description: 'Body, court, State or author' }),
  symbol: line.optional().meta({ description: 'UN symbol, or the report citation of a judgment' }),
  title: line.meta({ description: 'Title of the text, or name of the case' }),
  citedAs: line.meta({ description: 'How a citation names it: its symbol, or a short title' }),
  numbers: z
    .array(series)
    .optional()
    .meta({ description: 'Numbers in a series, from which the short forms follow (GC 31, HRC General Comment 31)' }),
  reports: z
    .array(line)
    .min(1)
    .optional()
    .meta({ description: 'Law reports of a judgment, without full stops, the best first: [2002] 1 SCR 3, Series A no 161' }),
  phase: line.optional().meta({ description: 'Phase of a case before the International Court of Justice: Merits, Preliminary Objections' }),
  otherNames: otherNames.optional(),
  names: names.optional(),
  date: looseDate.optional().meta({ description: 'Adopted, delivered or said; left out where no source gives it' }),
  published: looseDate.optional().meta({ description: 'Day of the document, where it is another' }),
  interprets: z.array(citation('interprets', 'interpreted by', 'treaty', 'article', 'paragraph', 'norm')).optional(),
  addressed: citation('addressed to', 'addressed by', 'state').optional().meta({ description: 'State to which it is addressed' }),
  weight: line.meta({ description: 'Legal weight in a line: authoritative, not binding …' }),
  status: z.enum(['current', 'superseded']).meta({ description: 'Whether it still stands' }),
  supersededBy: citation('superseded by', 'supersedes', 'interpretation').optional(),
  supersedes: line.optional().meta({ description: 'Earlier text without a record that it replaces' }),
  afterStatement: z.literal(true).optional().meta({ description: 'Set where it is later than the statement' }),
  searchTerms: z.array(line).optional().meta({ description: 'Other words in which people ask about it' }),
  gist: prose.meta({ description: 'The document in a few sentences, in own words' }),
  unit: unit.optional().meta({ description: 'What its passages are called, where they are no paragraphs: a law has articles' }),
  passages: z.array(passage).optional().meta({ description: 'What it says, by paragraph' }),
  limits: z.array(prose).optional().meta({ description: 'What it does not say, and what weakens its use' }),
  unverified: z.array(prose).optional().meta({ description: 'What is still to be read in the original' }),
  address: address.optional().meta({ description: 'Official address, such as https://docs.un.org/en/CAT/C/GC/4' }),
  sources,
  grade,
})

export type Interpretation = z.output<typeof schema>

/** Kinds of text that are counted by themselves when quotations are verified. */
const COUNTED: Partial<Record<Interpretation['kind'], string>> = { 'general comment': 'general comments', views: 'views' }

const SHORT: Record<string, string> = {
  'General Comment': 'GC',
  'General Recommendation': 'GR',
  'ExCom Conclusion': 'ExCom',
  Resolution: 'Res',
  'Advisory Opinion': 'AO',
}

/** All usual spellings of `HRC General Comment No. 31`. */
function shortForms({ series: name, number, body }: z.output<typeof series>): string[] {
  const bare = [`${SHORT[name]} ${number}`, `${name} ${number}`, `${name} No ${number}`]
  return body ? [...bare, ...bare.map((form) => `${body} ${form}`)] : bare
}

function passageOutline(data: Interpretation, index: number): Outline {
  const item = data.passages?.[index] as NonNullable<Interpretation['passages']>[number]
  const pinpoint = readPinpoint(item.para)
  const place = writePlace(data.unit ?? 'paragraph', pinpoint)
  return {
    kind: 'interpretation',
    slug: `para-${[...pinpoint.from, ...(pinpoint.to ?? [])].join('-')}`,
    page: false,
    title: `${data.title}, ${place}`,
    citation: `${data.citedAs} ${place}`,
    names: [],
    pinpoint: pinpoint.from,
    ...(pinpoint.to ? { pinpointEnd: pinpoint.to } : {}),
    path: ['passages', index],
    search: {
      keys: [`${data.symbol ?? data.citedAs} ${place}`],
      facets: { body: [data.body] },
      text: [item.quote, item.gist, item.note].filter(Boolean).join('\n'),
    },
    excerpt: {
      quotes: item.quote ? [{ words: item.quote, part: undefined, note: undefined }] : [],
      gist: item.gist,
      note: item.note,
      grade: item.grade,
      weight: data.weight,
    },
    quotations: item.quote ? [{ words: item.quote, path: ['passages', index, 'quote'] }] : [],
    parts: [],
  }
}

export const interpretation = defineKind({
  name: 'interpretation',
  folder: 'interpretations',
  label: { one: 'Interpretation', many: 'Interpretations' },
  about: 'What UN bodies, courts, States and scholars have said about the law, by paragraph, with the weight of each.',
  schema,
  group: (data) => data.body,
  outline: (data) => ({
    kind: 'interpretation',
    slug: data.id,
    page: true,
    view: 'interpretation',
    title: data.title,
    citation: data.citedAs,
    names: [
      ...new Set([
        data.title,
        ...(data.symbol ? [data.symbol] : []),
        ...(data.sheet ? [data.sheet] : []),
        ...(data.numbers ?? []).flatMap(shortForms),
        ...(data.otherNames ?? []),
        ...allNames(data.names),
      ]),
    ],
    path: [],
    ...(data.supersededBy ? { supersededBy: data.supersededBy } : {}),
    search: {
      keys: [...(data.symbol ? [data.symbol] : []), ...(data.numbers ?? []).flatMap(shortForms), ...(data.sheet ? [data.sheet] : [])],
      terms: data.searchTerms ?? [],
      subsidiary: data.kind === 'scholarship' || data.kind === 'ILC text',
      facets: { body: [data.body], ...(data.addressed ? { state: [data.addressed.text] } : {}) },
      text: [data.body, data.gist, ...(data.limits ?? [])].join('\n'),
    },
    work: interpretationWork(data),
    quotesFrom: COUNTED[data.kind] ?? 'other',
    excerpt: { quotes: [], gist: data.gist, note: undefined, grade: data.grade, weight: data.weight },
    parts: (data.passages ?? []).map((_, index) => passageOutline(data, index)),
  }),
  check: (data) => {
    if (data.status === 'superseded' && !data.supersededBy)
      return [{ path: ['status'], message: 'superseded, but supersededBy does not say by what' }]
    if (data.status === 'current' && data.supersededBy)
      return [{ path: ['status'], message: `current, but supersededBy names ${data.supersededBy}; one of the two is wrong` }]
    return []
  },
})
