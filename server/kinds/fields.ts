/** Fields that several kinds share, each with the rule that makes a wrong value say what was expected. */
import { z } from 'zod'
import { Citation, type Relation } from './kind.ts'

// Controls (Cc) but for tab and line feed, format characters (Cf: bidirectional, of no width, tags), lone surrogates (Cs),
// and the separators of lines and paragraphs.
const HIDDEN = /[^\P{Cc}\t\n]|[\p{Cf}\p{Cs}\u2028\u2029]/u

const codePoint = (letter: string) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Text without characters that no reader sees. */
const visible = z.string().refine((value) => !HIDDEN.test(value), {
  error: ({ input }) => `holds a control, bidirectional or zero-width character, ${codePoint(HIDDEN.exec(String(input))?.[0] ?? '')}`,
})

/** Text as a reader sees it: no control, bidirectional or zero-width characters, nothing blank at either end. */
const text = visible.min(1, 'expected some text').refine((value) => value === value.trim(), 'begins or ends with white space')

/** One line of plain text. */
export const line = text.refine((value) => !value.includes('\n'), 'expected one line')

/** Own words, in Markdown; paragraphs are parted by an empty line. */
export const prose = text

/** What the numbered parts of a text are called, where that is not what texts of the kind call them. */
export const unit = z.enum(['article', 'conclusion'])

/** The exact words of a source, without quotation marks around them. */
export const quotation = text.refine((value) => !/^[“"].*[”"]$/su.test(value), 'leave out the quotation marks around a quotation')

/** Text kept to the letter, such as a statement; only hidden characters are refused. */
export const verbatim = visible.min(1, 'expected some text')

const isDay = (value: string) => {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A day of the calendar, year-month-day. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, { message: 'expected a date written year-month-day, such as 2023-10-09', abort: true })
  .refine(isDay, 'no such day in the calendar')

/** A day, a month or a year, as far as it is known. */
export const looseDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u, {
    message: 'expected a date written 2023, 2023-10 or 2023-10-09, in quotes if it is a year alone',
    abort: true,
  })
  .refine(isDay, 'no such day in the calendar')

const isPublicAddress = (value: string) => {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === ''
}

/** An http or https address, without a user name in it. */
export const address = line.refine(isPublicAddress, 'expected an http or https address without a user name')

/** An id that is also the file's name: small letters, figures and hyphens. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'expected small letters, figures and hyphens, such as refugee-convention')
  .meta({ description: 'Id of the record and name of its file; never used again' })

/**
 * How far the words or the fact were checked: `read` (the words of the passage were read), `reported` (the document was
 * checked, the content is reported by a page that was read), `document-checked` (document and date were checked, the
 * passage is from general knowledge), `unchecked` (general knowledge only: never quoted).
 */
export const grade = z
  .enum(['read', 'reported', 'document-checked', 'unchecked'])
  .meta({ description: 'How far it was checked: read, reported, document-checked or unchecked. Nothing unchecked is quoted.' })

/** A cross-link written as a citation, such as `CAT art 3(1)` or `CA-01`. */
export const citation = (verb: string, reverse: string, ...to: string[]) => {
  const relation: Relation = Object.freeze({ verb, reverse, to: Object.freeze(to) })
  return line
    .transform((value) => Object.freeze(new Citation(value, relation)))
    .meta({ description: `Citation: ${verb}${to.length ? ` (${to.join(', ')})` : ''}` })
}

/** A name with the certainty that it is in use: `official` (seen in an official text), `in-use`, or `unconfirmed`. */
const name = z.strictObject({
  name: line.meta({ description: 'The name, in the script of its language' }),
  grade: z
    .enum(['official', 'in-use', 'unconfirmed'])
    .meta({ description: 'official: seen in an official text; in-use: seen elsewhere; unconfirmed: from memory' }),
})

/** Names by language, the one to print first. */
export const names = z
  .strictObject({
    ko: z.array(name).min(1).optional().meta({ description: 'Korean' }),
    'zh-Hans': z.array(name).min(1).optional().meta({ description: 'Chinese, simplified' }),
    'zh-Hant': z.array(name).min(1).optional().meta({ description: 'Chinese, traditional' }),
    fr: z.array(name).min(1).optional().meta({ description: 'French' }),
    es: z.array(name).min(1).optional().meta({ description: 'Spanish' }),
    ru: z.array(name).min(1).optional().meta({ description: 'Russian' }),
    ar: z.array(name).min(1).optional().meta({ description: 'Arabic' }),
    ja: z.array(name).min(1).optional().meta({ description: 'Japanese' }),
  })
  .meta({ description: 'Names in other languages, the one to print first' })

export type Names = z.output<typeof names>

/** All names in all languages, for citation and search. */
export const allNames = (value: Names | undefined): string[] =>
  Object.values(value ?? {}).flatMap((list) => (list ?? []).map((entry) => entry.name))

/** English names by which people look for it; not for print. */
export const otherNames = z.array(line).min(1).meta({ description: 'Other English names under which it is cited or looked for' })

/** Where something was read, and when. */
export const source = z.strictObject({
  title: line.meta({ description: 'What was read' }),
  address: address.optional().meta({ description: 'Official or stable address' }),
  readAt: address.optional().meta({ description: 'Address of the copy that was read, where it is another' }),
  read: date.optional().meta({ description: 'Day on which it was read' }),
  grade: grade.optional(),
  note: line.optional().meta({ description: 'What to know about this copy' }),
})

export const sources = z.array(source).min(1).meta({ description: 'Where the content of this record was read, and when' })

/** Only for `pacta verify`; pages show the quote. */
export const copyReads = line.meta({
  description: 'The quote as a copy of the source prints it, where that has a misprint (I January for 1 January); only for pacta verify',
})

/** Words of a text as an argument uses them: quoted only when they were read. */
export const words = z
  .strictObject({
    quote: quotation.meta({ description: 'The exact words' }),
    copyReads: copyReads.optional(),
    part: line.optional().meta({ description: 'Which part of the paragraph the words are, when it is quoted in parts' }),
    note: prose.optional().meta({ description: 'What to know about these words, in own words' }),
    grade: grade.optional(),
  })
  .refine((value) => value.grade === undefined || value.grade === 'read', {
    path: ['quote'],
    message: 'quotes words that were not read; give a gist in own words instead',
  })

/** Evidence or a remark, with how far it was checked and where it stands. */
export const evidence = z.strictObject({
  text: prose.meta({ description: 'What it says, in own words' }),
  grade: grade.optional(),
  cites: z.array(citation('cites', 'cited by')).optional().meta({ description: 'Records it rests on' }),
  addresses: z.array(address).optional().meta({ description: 'Pages on which it was read' }),
})
