/** A language of the interface as a value: its words, dates, lists and order. The words of records stay in the language of the record. */
import { IntlMessageFormat } from 'intl-messageformat'

export type Code = 'en' | 'ko' | 'zh'

export interface Tongue {
  readonly code: Code
  /** BCP 47, for `lang` and `hreflang`. */
  readonly tag: string
  /** Its name in itself. */
  readonly name: string
  /** What every address of its pages begins with. */
  readonly prefix: string
  /** For dates, numbers and the order of names. */
  readonly locale: string
}

export const TONGUES: readonly Tongue[] = [
  { code: 'en', tag: 'en', name: 'English', prefix: '', locale: 'en-GB' },
  { code: 'ko', tag: 'ko', name: '한국어', prefix: '/ko', locale: 'ko-KR' },
  { code: 'zh', tag: 'zh-Hans', name: '简体中文', prefix: '/zh', locale: 'zh-Hans-CN' },
]

/** The language in which the records are written. */
export const WRITTEN: Code = 'en'

/** Marks a message that is said elsewhere, where it is shown. What stands behind `|` is never shown: it says which sense of a word is meant. */
export const message = <M extends string>(text: M): M => text

/** Each English message with its translation; both are ICU messages. */
export type Words = Readonly<Record<string, string>>

/** HTML that is put into a message as it is. */
export interface Html {
  readonly html: string
}

export type Values = Readonly<Record<string, string | number>>
/** Text is escaped; a function makes the element that a tag of the message stands for. */
export type RichValues = Readonly<Record<string, string | number | Html | ((inner: string) => string)>>

export interface Language extends Tongue {
  /** A message in this language. The key is the English message, so that English needs no catalogue. */
  t(message: string, values?: Values): string
  /** A message with elements in it, as HTML: `Back to <a>{state}</a>`. */
  rich(message: string, values: RichValues): string
  /** An ISO day, month or year in words; an empty text for none. */
  day(date: string | undefined): string
  /** Some things in a sentence: one, two and three. */
  list(items: readonly string[]): string
  /** Names in the order of the language. */
  compare(a: string, b: string): number
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' }

/** Text as HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (letter) => ESCAPES[letter] ?? letter)

/** A function that makes a link, for a tag of a message. */
export const link =
  (url: string) =>
  (inner: string): string =>
    `<a href="${escapeHtml(url)}">${inner}</a>`

const element = (name: string) => (inner: readonly string[]) => `<${name}>${inner.join('')}</${name}>`
const ELEMENTS = { strong: element('strong'), em: element('em'), q: element('q') }

function richValue(value: RichValues[string]) {
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'function') return (inner: readonly string[]) => value(inner.join(''))
  return typeof value === 'object' ? value.html : value
}

function daysIn(locale: string): Language['day'] {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const formats: Readonly<Record<number, Intl.DateTimeFormat>> = {
    10: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    7: format({ month: 'long', year: 'numeric' }),
    4: format({ year: 'numeric' }),
  }
  return (date) => (date === undefined ? '' : (formats[date.length]?.format(new Date(date)) ?? date))
}

/** The language of a tongue with its words; a message that they lack stays English. */
export function makeLanguage(tongue: Tongue, words: Words): Language {
  const { locale } = tongue
  const say = (text: string) => words[text] ?? text.replace(/\|.*$/u, '')
  const formats = new Map<string, IntlMessageFormat>()
  const formatOf = (text: string) => {
    const known = formats.get(text)
    if (known) return known
    const made = new IntlMessageFormat(say(text), locale)
    formats.set(text, made)
    return made
  }
  const joined = new Intl.ListFormat(locale, { type: 'conjunction' })
  return Object.freeze({
    ...tongue,
    t: (text: string, values?: Values) => (values ? String(formatOf(text).format({ ...values })) : say(text)),
    rich: (text: string, values: RichValues) =>
      String(
        formatOf(text).format<string>({
          ...ELEMENTS,
          ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, richValue(value)])),
        }),
      ),
    day: daysIn(locale),
    list: (items: readonly string[]) => joined.format(items),
    compare: new Intl.Collator(locale, { numeric: true }).compare,
  })
}

/** An address of a page in a language. */
export const addressIn = ({ prefix }: Tongue, address: string): string =>
  prefix === '' ? address : `${prefix}${address.replace(/^\/(?=$|[?#])/u, '')}`

const TAG = /<(?:a|form)\b[^>]*>/gu
/** Addresses of pages: those of this site that are neither an asset nor JSON. */
const ADDRESS = /(?<=\s(?:href|action)=")\/(?!\/|assets\/|api[/"?#])[^"]*/u

/** HTML whose links lead to pages in the language; a link that names its language with `hreflang` is left alone. */
export function linksIn(tongue: Tongue, html: string): string {
  if (tongue.prefix === '') return html
  return html.replace(TAG, (tag) => (tag.includes(' hreflang=') ? tag : tag.replace(ADDRESS, (address) => addressIn(tongue, address))))
}
