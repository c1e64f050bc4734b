/** Words in print: dates, capitals, signs, and italics, which are marked inside a text until it is written out. */

/** Letters of the private use area: no record holds them. */
const OPEN = '\u{E000}'
const CLOSE = '\u{E001}'

/** A run in italics. */
export const italic = (text: string): string => `${OPEN}${text}${CLOSE}`

/** A text without its marks of italics. */
export const plain = (text: string): string => text.replaceAll(OPEN, '').replaceAll(CLOSE, '')

/** A text in runs, each with whether it is in italics. */
export const runs = (text: string): readonly { readonly text: string; readonly isItalic: boolean }[] =>
  text
    .split(/(\u{E000}[^\u{E001}]*\u{E001})/u)
    .filter((run) => run !== '')
    .map((run) => ({ text: plain(run), isItalic: run.startsWith(OPEN) }))

/** Parts that are there, with a space between them. */
export const spaced = (...parts: (string | undefined | false)[]): string => parts.filter(Boolean).join(' ')

/** Parts that are there, with a comma between them. */
export const listed = (...parts: (string | undefined | false)[]): string => parts.filter(Boolean).join(', ')

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
/** Bluebook T12. */
const SHORT_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')

const parts = (date: string) => {
  const [year = '', month, day] = date.split('-')
  return { year, month: month === undefined ? undefined : Number(month) - 1, day: day === undefined ? undefined : String(Number(day)) }
}

export const yearOf = (date: string): string => parts(date).year

/** 28 July 1951, July 1951, 1951. */
export function dayFirst(date: string): string {
  const { year, month, day } = parts(date)
  return spaced(day, month === undefined ? undefined : MONTHS[month], year)
}

/** July 28, 1951; July 1951; 1951 (Bluebook T12). */
export function monthFirst(date: string): string {
  const { year, month, day } = parts(date)
  if (month === undefined) return year
  return day === undefined ? `${SHORT_MONTHS[month]} ${year}` : `${SHORT_MONTHS[month]} ${day}, ${year}`
}

/** July 28, for a citation that has the year already; nothing for a year alone. */
export function monthAndDay(date: string): string | undefined {
  const { month, day } = parts(date)
  return month === undefined ? undefined : spaced(SHORT_MONTHS[month], day)
}

const SMALL = new Set('a an the and but or nor for of in on at to by as from with into onto upon over under per via'.split(' '))
/** Longer prepositions: small in OSCOLA, with a capital in the Bluebook (rule 8). */
const LONG_PREPOSITIONS = new Set(
  'about across after against along among around before behind below beneath between beyond despite during except inside outside since through throughout toward towards until within without'.split(
    ' ',
  ),
)

const capital = (word: string) =>
  word.replace(/^([^\p{L}\p{N}]*)(\p{Ll})/u, (_all, signs: string, letter: string) => signs + letter.toUpperCase())

function titleCase(title: string, isSmall: (word: string) => boolean): string {
  return title
    .split(' ')
    .map((word, index, words) => {
      const bare = word.toLowerCase().replace(/[^\p{L}-]/gu, '')
      const opens = index === 0 || /[:.]$/u.test(words[index - 1] ?? '')
      if (!opens && isSmall(bare)) return word.toLowerCase()
      return word
        .split('-')
        .map((part, at) => (at > 0 && isSmall(part.toLowerCase()) ? part : capital(part)))
        .join('-')
    })
    .join(' ')
}

/** Capitals for all words but articles, conjunctions and prepositions. */
export const oscolaTitle = (title: string): string => titleCase(title, (word) => SMALL.has(word) || LONG_PREPOSITIONS.has(word))

/** Capitals for all words but articles, conjunctions and prepositions of up to four letters (rule 8). */
export const bluebookTitle = (title: string): string => titleCase(title, (word) => SMALL.has(word))

/** Abbreviations and initials without full stops, as OSCOLA has them: `No 4`, `DD v Spain`. */
export const withoutStops = (text: string): string =>
  text
    .replace(/\b(Nos?|Arts?|Paras?|v|vs|Inc|Ltd|Co|Corp|et al)\./gu, '$1')
    .replace(/\b((?:\p{Lu}\.\s?)+)(?=\s|$|,)/gu, (initials) => initials.replace(/[.\s]/gu, ''))
