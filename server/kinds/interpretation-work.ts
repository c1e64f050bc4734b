/** How a document, a judgment or a law is cited, as far as its record holds what a citation needs. */
import type { Interpretation } from './interpretation.ts'
import type { Work } from './work.ts'

/** A UN symbol, also one followed by an annex or a part. */
const isSymbol = (text: string | undefined): text is string => text !== undefined && /^[A-Z]+\/[A-Z0-9]/u.test(text)

/** `(2015)` or `(December 2023)` after a title tells records apart and is not printed in the document. */
const withoutYear = (title: string) => title.replace(/ \((?:[A-Z][a-z]+ )?(?:19|20)\d\d\)$/u, '')

/** Organ to which a report is made, by the symbol under which it is published. */
const ORGANS: readonly (readonly [start: string, organ: string])[] = [
  ['A/HRC/', 'Human Rights Council'],
  ['E/CN.4/', 'Commission on Human Rights'],
  ['A/CN.4/', 'ILC'],
  ['A/', 'General Assembly'],
  ['S/', 'Security Council'],
]

const organOf = (symbol: string | undefined) => ORGANS.find(([start]) => symbol?.startsWith(start))?.[1]

/** Who publishes what stands on a page; a release is its publisher's. */
const PUBLISHERS: Readonly<Record<string, string>> = { 'ohchr.org': 'OHCHR', 'unhcr.org': 'UNHCR' }

const withoutBracket = (name: string) => name.replace(/ \([^)]*\)$/u, '')

/** A title in which its author is named describes the text and is not the title it bears. */
const isDescription = ({ title, body }: Interpretation) => title.startsWith(body)

function caseWork(data: Interpretation, date: string): Work {
  const [, name = data.title, inTitle, after] = /^(.*?) \((.+? v\.? .+?)\)(?:, (.+))?$/u.exec(data.title) ?? []
  const isNamedByParties = / v\.? /u.test(name) || data.body !== 'International Court of Justice'
  return {
    type: 'case',
    court: data.body,
    name,
    parties: inTitle ?? (isNamedByParties ? undefined : data.citedAs),
    phase: data.phase ?? after,
    date,
    number: data.symbol,
    reports: data.reports ?? [],
    short: (data.otherNames ?? []).find((other) => name.startsWith(`${other} `)) ?? data.citedAs,
    unit: 'paragraph',
    url: data.address,
  }
}

/** Nothing, where no date is known, or no title that the text itself bears: a remark to the press, the position of a State. */
export function interpretationWork(data: Interpretation): Work | undefined {
  const { kind, body, date, unit = 'paragraph', address: url } = data
  if (date === undefined) return undefined
  const title = withoutYear(data.title)
  const symbol = isSymbol(data.symbol) ? data.symbol : undefined
  const day = data.published ?? date
  const series = (name: string) => data.numbers?.find((item) => item.series === name)
  const resolution = /\/RES\/(.+)$/u.exec(symbol ?? '')?.[1]
  const conclusion = series('ExCom Conclusion')
  if (kind === 'judgment' || kind === 'advisory opinion') return caseWork(data, date)
  if (resolution !== undefined)
    return {
      type: 'resolution',
      organ: body,
      number: resolution,
      title,
      date,
      symbol,
      place: 'whole',
      short: undefined,
      unit,
      url,
    }
  if (conclusion)
    return { type: 'conclusion', body, title, number: conclusion.number, session: conclusion.session, date, unit: 'paragraph', url }
  if (kind === 'views') {
    const communication = /\/D\/(\d+\/\d{4})/u.exec(symbol ?? '')?.[1]
    return { type: 'views', body, name: withoutBracket(title), communication, date, symbol, unit: 'paragraph', url }
  }
  if (kind === 'press release') {
    if (url === undefined) return undefined
    const host = Object.keys(PUBLISHERS).find((name) => new URL(url).host.endsWith(name))
    const read = data.sources.find((source) => source.address === url)?.read ?? data.sources[0]?.read
    return { type: 'release', issuer: (host && PUBLISHERS[host]) ?? withoutBracket(body), title, date, read, unit: 'paragraph', url }
  }
  if (kind === 'State position' || (kind === 'scholarship' && isDescription(data))) return undefined
  if (kind === 'national law') return { type: 'instrument', title, act: undefined, date, symbol: undefined, unit, url }
  if (kind === 'agreement') return { type: 'instrument', title, act: 'signed', date, symbol: undefined, unit, url }
  if (kind === 'declaration') return { type: 'instrument', title, act: 'adopted', date, symbol, unit, url }
  const author = kind === 'report' ? (organOf(symbol) ?? body) : body === 'International Law Commission' ? 'ILC' : body
  return { type: 'document', author, title, date: day, symbol, unit, url }
}
