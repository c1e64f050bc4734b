/** A treaty, a declaration or an ILC text: its data, and its articles with the operative words that arguments use. */
import { z } from 'zod'
import {
  address,
  allNames,
  citation,
  date,
  grade,
  line,
  looseDate,
  names,
  otherNames,
  prose,
  slug,
  sources,
  unit,
  words,
} from './fields.ts'
import { defineKind, type Excerpt, type Finding, type Outline, type Path, type Quotation } from './kind.ts'
import { asFigure, readPinpoint, writeArticle, writePlace } from './pinpoint.ts'
import { treatyWork } from './treaty-work.ts'

const paragraph = z
  .strictObject({
    number: line
      .regex(/^([A-Z]|\d+|[a-z]+)(\([0-9A-Za-z]+\))*$/u, 'expected a number as it follows the article: 1, 1(a), a or A(2)')
      .meta({ description: 'Number within the article, as cited after it: 1 for art 3(1), a for art 37(a), A(2) for art 1A(2)' }),
    words: z.array(words).min(1).optional().meta({ description: 'Operative words, quoted' }),
    gist: prose.optional().meta({ description: 'What it says, in own words' }),
    note: prose.optional().meta({ description: 'What to know about it' }),
    grade: grade.optional(),
  })
  .refine((value) => value.words ?? value.gist, { message: 'a paragraph needs words or a gist' })

const article = z.strictObject({
  number: line
    .regex(/^(\d+( (bis|ter|quater))?|[IVXL]+)$/u, 'expected an article number such as 3, 8 bis or IX')
    .meta({ description: "The treaty's own number of the article" }),
  heading: line.meta({ description: 'Heading, in own words where the treaty has none' }),
  searchTerms: z.array(line).optional().meta({ description: 'Other words in which people ask about it' }),
  gist: prose.meta({ description: 'The article in a sentence, in own words' }),
  words: z.array(words).min(1).optional().meta({ description: 'Operative words of an article without numbered paragraphs' }),
  paragraphs: z.array(paragraph).min(1).optional().meta({ description: 'Numbered paragraphs that can be cited' }),
  note: prose.optional().meta({ description: 'What to know about the article' }),
  grade: grade.optional(),
})

const articleNumber = line.regex(/^\d+$/u, 'expected the number of an article')

const carriedOver = z.strictObject({
  of: citation('carries over articles of', 'carried over in part by', 'treaty'),
  from: articleNumber.meta({ description: 'First article that is carried over' }),
  to: articleNumber.meta({ description: 'Last article that is carried over' }),
  by: citation('carries them over by', 'carries over', 'article', 'paragraph'),
  for: line.meta({ description: 'For whom, as it reads after "For"' }),
})

const schema = z.strictObject({
  id: slug,
  title: line.meta({ description: 'Official title' }),
  shortTitle: line.meta({ description: 'Short title for headings' }),
  citedAs: line.meta({ description: 'How a citation names it: CAT in CAT art 3(1)' }),
  abbreviation: line.meta({ description: 'Abbreviation, unique among treaties' }),
  form: z.enum(['treaty', 'declaration', 'ILC text']).meta({ description: 'Only a treaty binds its parties as such' }),
  otherNames: otherNames.optional(),
  names: names.optional(),
  adopted: looseDate.meta({ description: 'Day of adoption' }),
  dated: z
    .enum(['signed', 'opened for signature'])
    .optional()
    .meta({ description: 'The act on the day `adopted`, where it is not adoption' }),
  adoptedBy: line.optional().meta({ description: 'Place, conference or resolution' }),
  inForce: date.optional().meta({ description: 'Day of entry into force' }),
  entryIntoForce: prose.optional().meta({ description: 'The clause on entry into force, for the treaty and for a later State' }),
  depositary: line.optional().meta({ description: 'Depositary' }),
  unts: z
    .strictObject({ volume: z.int().meta({ description: 'Volume' }), page: z.int().meta({ description: 'First page' }) })
    .optional()
    .meta({ description: 'United Nations Treaty Series' }),
  resolution: z
    .strictObject({
      number: line.meta({ description: 'Number of the resolution: 56/83, 217 A (III)' }),
      symbol: line.optional().meta({ description: 'Its UN symbol' }),
      annex: z.literal(true).optional().meta({ description: 'Set where the text is annexed to the resolution' }),
    })
    .optional()
    .meta({ description: 'Resolution of the General Assembly by which a text that is no treaty is cited' }),
  symbol: line.optional().meta({ description: 'UN symbol of an ILC text by which it is cited' }),
  knownByName: z.literal(true).optional().meta({ description: 'Set where guides to citation cite it by its short name alone' }),
  reservations: prose.optional().meta({ description: 'What the treaty says about reservations' }),
  carriesOver: z
    .array(carriedOver)
    .min(1)
    .optional()
    .meta({ description: 'Articles of another treaty that its parties apply through this one' }),
  address: address.optional().meta({ description: "The depositary's or another official page" }),
  note: prose.optional().meta({ description: 'What to know about it' }),
  unit: unit.optional().meta({ description: 'What its articles are called, where they are no articles: conclusion' }),
  articles: z.array(article).min(1).meta({ description: 'Its articles, in order' }),
  sources,
  grade,
})

export type Treaty = z.output<typeof schema>
export type Article = Treaty['articles'][number]

const quoted = (list: z.output<typeof words>[] | undefined) => (list ?? []).flatMap((item) => [item.part, item.quote, item.note])

interface Shown {
  words?: z.output<typeof words>[] | undefined
  gist?: string | undefined
  note?: string | undefined
  grade?: string | undefined
}

/** A paragraph was checked as far as its article says, an article as far as the treaty says, unless it says so itself. */
const excerpt = (item: Shown, inherited: string): Excerpt => ({
  quotes: (item.words ?? []).map(({ quote, part, note }) => ({ words: quote, part, note })),
  gist: item.words ? undefined : item.gist,
  note: item.note,
  grade: item.words?.[0]?.grade ?? item.grade ?? inherited,
  weight: undefined,
})

/** Words that were not read, by the grade that they inherit. */
const unreadWords = (item: Shown, inherited: string, path: Path): Finding[] =>
  (item.words ?? []).flatMap((words, at) => {
    const grade = words.grade ?? item.grade ?? inherited
    const message = `quotes words of something graded ${grade}: only what was read is quoted; give a gist, or say grade: read of the words`
    return grade === 'read' ? [] : [{ path: [...path, 'words', at, 'quote'], message }]
  })

const quotations = (item: Shown, path: Path): Quotation[] =>
  (item.words ?? []).map(({ quote, copyReads }, at) => ({ words: quote, path: [...path, 'words', at, 'quote'], copyReads }))

const unitOf = (treaty: Treaty) => treaty.unit ?? 'article'

const joined = (texts: (string | undefined)[]) => texts.filter(Boolean).join('\n')

function paragraphOutline(treaty: Treaty, item: Article, path: Path, index: number): Outline {
  const part = item.paragraphs?.[index] as NonNullable<Article['paragraphs']>[number]
  const steps = readPinpoint(part.number).from
  const pinpoint = [item.number, ...steps]
  return {
    kind: 'paragraph',
    slug: `p${steps.join('-')}`,
    page: false,
    title: `${treaty.citedAs} ${unitOf(treaty)} ${writeArticle(pinpoint)}`,
    citation: `${treaty.citedAs} ${writePlace(unitOf(treaty), { from: pinpoint, to: undefined })}`,
    names: [],
    pinpoint,
    path: [...path, 'paragraphs', index],
    excerpt: excerpt(part, item.grade ?? treaty.grade),
    quotations: quotations(part, [...path, 'paragraphs', index]),
    parts: [],
  }
}

function articleOutline(treaty: Treaty, item: Article, index: number): Outline {
  const path = ['articles', index]
  const paragraphs = item.paragraphs ?? []
  return {
    kind: 'article',
    slug: item.number.replace(' ', '-'),
    page: true,
    view: 'article',
    title: `${treaty.citedAs} ${unitOf(treaty)} ${item.number}: ${item.heading}`,
    citation: `${treaty.citedAs} ${writePlace(unitOf(treaty), { from: [item.number], to: undefined })}`,
    names: [],
    pinpoint: [item.number],
    path,
    search: {
      keys: [`${treaty.abbreviation} ${asFigure(item.number)}`],
      facets: { treaty: [treaty.citedAs] },
      terms: item.searchTerms ?? [],
      subsidiary: treaty.form === 'ILC text',
      text: joined([item.gist, item.note, ...quoted(item.words), ...paragraphs.flatMap((p) => [...quoted(p.words), p.gist, p.note])]),
    },
    excerpt: excerpt(item, treaty.grade),
    quotations: quotations(item, path),
    parts: paragraphs.map((_, at) => paragraphOutline(treaty, item, path, at)),
  }
}

export const treaty = defineKind({
  name: 'treaty',
  folder: 'treaties',
  label: { one: 'Treaty', many: 'Treaties' },
  about: 'Treaties, declarations and texts of the International Law Commission, article by article, with the words that arguments use.',
  schema,
  group: (data) =>
    data.form === 'treaty' ? 'Treaties' : data.form === 'declaration' ? 'Declarations' : 'Texts of the International Law Commission',
  outline: (data) => ({
    kind: 'treaty',
    slug: data.id,
    page: true,
    view: 'treaty',
    title: data.title,
    citation: data.citedAs,
    names: [...new Set([data.title, data.shortTitle, data.abbreviation, data.id, ...(data.otherNames ?? []), ...allNames(data.names)])],
    path: [],
    work: treatyWork(data),
    quotesFrom: 'treaty texts',
    search: {
      keys: [data.abbreviation],
      subsidiary: data.form === 'ILC text',
      facets: { treaty: [data.citedAs] },
      text: joined([data.shortTitle, data.note, data.entryIntoForce, data.reservations, ...data.articles.map((item) => item.heading)]),
    },
    parts: data.articles.map((item, index) => articleOutline(data, item, index)),
  }),
  check: (data) =>
    data.articles.flatMap((item, index) => [
      ...unreadWords(item, data.grade, ['articles', index]),
      ...(item.paragraphs ?? []).flatMap((part, at) => unreadWords(part, item.grade ?? data.grade, ['articles', index, 'paragraphs', at])),
    ]),
})
