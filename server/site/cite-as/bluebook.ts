/** The Bluebook, 21st edition: rules 8 (capitals), 10 (cases), 18 (the internet), 21.4 (treaties), 21.5 (international courts), 21.7 (United Nations). */
import type { CaseWork, ResolutionWork, Work } from '../../kinds/work.ts'
import { shortName } from './oscola.ts'
import { bluebookPlace, type Place } from './place.ts'
import { bluebookTitle, italic, listed, monthAndDay, monthFirst, spaced, yearOf } from './words.ts'

const ORGANS: Readonly<Record<string, string>> = { 'General Assembly': 'G.A.', 'Security Council': 'S.C.' }

/** States as parties of a case before the International Court of Justice (T10.3); others in full. */
const STATES: Readonly<Record<string, string>> = {
  Albania: 'Alb.',
  Belgium: 'Belg.',
  'Bosnia and Herzegovina': 'Bosn. & Herz.',
  Canada: 'Can.',
  'Democratic Republic of the Congo': 'Dem. Rep. Congo',
  Netherlands: 'Neth.',
  Nicaragua: 'Nicar.',
  'Republic of Guinea': 'Guinea',
  Senegal: 'Sen.',
  'Serbia and Montenegro': 'Serb. & Montenegro',
  'Syrian Arab Republic': 'Syria',
  Gambia: 'Gam.',
  Myanmar: 'Myan.',
  'United Arab Emirates': 'U.A.E.',
  UK: 'U.K.',
  'United Kingdom': 'U.K.',
  'United States of America': 'U.S.',
}

const short = (name: string) => STATES[name.replace(/^the /iu, '')] ?? name.replace(/^the /iu, '')

const partiesOf = (text: string) =>
  text
    .split(/ v\.? /u)
    .map((side) => STATES[side] ?? side.split(' and ').map(short).join(' & '))
    .join(' v. ')

/** Reports as the tables write them: `[2002] 1 SCR 3` → `[2002] 1 S.C.R. 3`. */
const stopped = (report: string) =>
  report.replace(/\b[A-Z]{2,5}\b(?!\w)/gu, (letters) =>
    /^[IVX]+$/u.test(letters) ? letters : [...letters].map((letter) => `${letter}.`).join(''),
  )

const withFinalStop = (name: string) => name.replace(/\b(Inc|Ltd|Co|Corp)$/u, '$1.').replace(/ v\.? /u, ' v. ')

const unDoc = (symbol: string | undefined) => symbol && `U.N. Doc. ${symbol.replace(',', '')}`

/** `217 A (III)` is written `217 (III) A`. */
const resolutionNumber = (number: string) => number.replace(/^(\d+) ?([A-Z]) ?(\([IVX]+\))$/u, '$1 $3 $2')

function resolution(work: ResolutionWork, place: Place | undefined): string {
  const number = `${ORGANS[work.organ] ?? work.organ} Res. ${resolutionNumber(work.number)}`
  const title = work.place === 'proclaimed' ? italic(bluebookTitle(work.title)) : undefined
  const annex = work.place === 'annex' ? 'annex' : undefined
  return spaced(listed(number, annex, title, bluebookPlace(place), unDoc(work.symbol)), `(${monthFirst(work.date)})`)
}

function judgment(work: CaseWork, place: Place | undefined): string {
  const name = italic(withFinalStop(work.name))
  const court = shortName(work.court)
  const where = bluebookPlace(place)
  if (court === 'ICJ') {
    const [, year, page] = /^ICJ Rep (\d{4}), (\d+)$/u.exec(work.number ?? '') ?? []
    const parties = work.parties && `(${partiesOf(work.parties)})`
    const title = spaced(italic(bluebookTitle(work.name)), parties)
    const phase = work.phase ? bluebookTitle(work.phase) : 'Judgment'
    const day = year ? monthAndDay(work.date) : monthFirst(work.date)
    return spaced(listed(title, phase, year && `${year} I.C.J. ${page}`, where), day && `(${year ? day : `I.C.J. ${day}`})`)
  }
  if (court === 'ECtHR') {
    const series = work.reports.flatMap((text) => /^Series A no (\S+)$/u.exec(text)?.[1] ?? [])[0]
    const [, volume, page] = work.reports.map((text) => /^ECHR (\d{4}-[IVX]+) (\d+)$/u.exec(text)).find(Boolean) ?? []
    if (series) return spaced(listed(name, `${series} Eur. Ct. H.R. (ser. A)`, where), `(${yearOf(work.date)})`)
    if (volume) return listed(name, `${volume} Eur. Ct. H.R. ${page}`, where)
    const number = work.number?.replace(/^App nos?/u, (word) => (word.endsWith('s') ? 'App. Nos.' : 'App. No.'))
    return spaced(listed(name, number, where), `(Eur. Ct. H.R. ${monthFirst(work.date)})`)
  }
  const [report] = work.reports
  if (/ U\.S\. /u.test(work.number ?? '')) return listed(name, listed(work.number, where))
  const country = /Canada/u.test(work.court) ? 'Can.' : /UK|England/u.test(work.court) ? 'U.K.' : undefined
  if (country && (report ?? work.number)) return spaced(listed(name, report ? stopped(report) : work.number, where), `(${country})`)
  return spaced(listed(name, work.number, where), `(${work.court} ${monthFirst(work.date)})`)
}

/** The first note that cites a work, at a place in it. */
export function bluebook(work: Work, place: Place | undefined): string {
  const where = bluebookPlace(place)
  switch (work.type) {
    case 'treaty': {
      if (work.isKnownByName) return spaced(work.short.replace(/\bUN\b/u, 'U.N.'), where)
      const date = `${italic(work.act)} ${monthFirst(work.date)}`
      return listed(spaced(bluebookTitle(work.title), where), date, work.unts && `${work.unts.volume} U.N.T.S. ${work.unts.page}`)
    }
    case 'resolution':
      return resolution(work, place)
    case 'document': {
      const author = bluebookTitle(work.author === 'ILC' ? 'Int’l Law Comm’n' : work.author)
      return spaced(listed(author, italic(bluebookTitle(work.title)), where, unDoc(work.symbol)), `(${monthFirst(work.date)})`)
    }
    case 'views': {
      const communication = work.communication && `Communication No. ${work.communication}`
      return spaced(listed(italic(withFinalStop(work.name)), communication, where, unDoc(work.symbol)), `(${monthFirst(work.date)})`)
    }
    case 'case':
      return judgment(work, place)
    case 'conclusion': {
      const number = `Conclusion No. ${spaced(work.number, work.session && `(${work.session})`)}`
      return spaced(listed(work.body, italic(bluebookTitle(work.title)), number, where), `(${monthFirst(work.date)})`)
    }
    case 'release':
      return listed(spaced(`Press Release, ${work.issuer}, ${italic(bluebookTitle(work.title))}`, `(${monthFirst(work.date)})`), work.url)
    case 'instrument':
      return spaced(listed(spaced(bluebookTitle(work.title), where), unDoc(work.symbol)), `(${spaced(work.act, monthFirst(work.date))})`)
    case 'statement':
      return listed(spaced(`${work.issuer}, Statement`, `(${listed(work.place, monthFirst(work.date))})`), work.url)
  }
}

/** What a later note calls a work, after `[hereinafter …]` in the first or by its usual short form. */
function later(work: Work): string {
  switch (work.type) {
    case 'treaty':
      return work.short
    case 'resolution':
      return work.short ?? `${ORGANS[work.organ] ?? work.organ} Res. ${resolutionNumber(work.number)}`
    case 'case':
      return italic(work.short)
    case 'views':
      return italic(withFinalStop(work.name))
    case 'document':
      return bluebookTitle(work.author)
    case 'conclusion':
      return work.body
    case 'instrument':
      return bluebookTitle(work.title)
    case 'release':
    case 'statement':
      return work.issuer
  }
}

/** A later note (4.2): `CAT, supra note 1, art. 3(1)`. */
export const bluebookShort = (work: Work, place: Place | undefined, note: number): string =>
  listed(later(work), `${italic('supra')} note ${note}`, bluebookPlace(place))

/** The note after one that cites the same (4.1). */
export const bluebookId = (place: Place | undefined): string => spaced(italic('Id.'), bluebookPlace(place))
