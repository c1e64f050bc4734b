/**
 * OSCOLA: the Oxford University Standard for the Citation of Legal Authorities, 4th edition (2012), with its section on international law
 * (2006). Treaties: IV A 1; UN documents: IV B; cases: 2.1 to 2.8; other sources: 3.4.
 */
import type { CaseWork, ResolutionWork, TreatyWork, Work } from '../../kinds/work.ts'
import { oscolaPlace, type Place, squarePlace } from './place.ts'
import { dayFirst, italic, listed, oscolaTitle, spaced, withoutStops, yearOf } from './words.ts'

/** How OSCOLA shortens the name of an organ or a court. */
const SHORT: Readonly<Record<string, string>> = {
  'General Assembly': 'UNGA',
  'Security Council': 'UNSC',
  'Human Rights Council': 'UNHRC',
  'Economic and Social Council': 'ECOSOC',
  'European Court of Human Rights': 'ECtHR',
  'International Court of Justice': 'ICJ',
  'Inter-American Court of Human Rights': 'IACtHR',
  'International Criminal Tribunal for the former Yugoslavia': 'ICTY',
}

/** The name that a note in OSCOLA gives to an organ or a court. */
export const shortName = (name: string): string => SHORT[name] ?? name

const quoted = (title: string) => `‘${withoutStops(oscolaTitle(title))}’`

const unDoc = (symbol: string | undefined) => symbol && `UN Doc ${symbol.replace(',', '')}`

function treaty(work: TreatyWork, place: Place | undefined): string {
  if (work.isKnownByName) return listed(work.short, oscolaPlace(place))
  const dates = listed(`${work.act} ${dayFirst(work.date)}`, work.inForce && `entered into force ${dayFirst(work.inForce)}`)
  const unts = work.unts && `${work.unts.volume} UNTS ${work.unts.page}`
  return spaced(oscolaTitle(work.title), `(${dates})`, unts, `(${work.short})`, oscolaPlace(place))
}

function resolution(work: ResolutionWork, place: Place | undefined): string {
  const number = `${shortName(work.organ)} Res ${work.number}`
  const date = dayFirst(work.date)
  if (work.place === 'proclaimed')
    return spaced(oscolaTitle(work.title), `(adopted ${date})`, number, unDoc(work.symbol), `(${work.short})`, oscolaPlace(place))
  const whole = spaced(number, `(${date})`, unDoc(work.symbol))
  return work.place === 'annex' ? spaced(whole, 'annex', `(${work.short})`, oscolaPlace(place)) : listed(whole, oscolaPlace(place))
}

/** A report that gives its year in brackets needs no other year; one in a series without has it before. */
function report(work: CaseWork): string | undefined {
  const [first] = work.reports
  if (first === undefined) return undefined
  return /\b(1[6-9]|20)\d\d\b/u.test(first) ? first.replace(/(?<=\d)-(?=[IVX])/u, '–') : `(${yearOf(work.date)}) ${first}`
}

function judgment(work: CaseWork, place: Place | undefined): string {
  const name = withoutStops(work.name)
  const court = shortName(work.court)
  if (court === 'ICJ') {
    const [, year, page] = /^ICJ Rep (\d{4}), (\d+)$/u.exec(work.number ?? '') ?? []
    const phase = work.phase ? capitalised(work.phase) : 'Judgment'
    const where = year ? `[${year}] ICJ Rep ${page}` : `(ICJ, ${dayFirst(work.date)})`
    return spaced(italic(name), work.parties && italic(`(${withoutStops(work.parties)})`), `(${phase})`, where, squarePlace(place))
  }
  if (court === 'ECtHR') {
    const number = work.number && `${work.number} (ECtHR, ${dayFirst(work.date)})`
    return listed(spaced(italic(name), report(work) ?? number ?? `(ECtHR, ${dayFirst(work.date)})`), oscolaPlace(place))
  }
  const unitedStates = /^(\d+) U\.S\. (\d+) \((\d{4})\)$/u.exec(work.number ?? '')
  if (unitedStates) {
    const [, volume, page, year] = unitedStates
    return spaced(italic(name.replace(/, (?=Inc$)/u, ' ')), `${volume} US ${page}`, `(${year})`, squarePlace(place))
  }
  const isNeutral = /\b(1[6-9]|20)\d\d\b/u.test(work.number ?? '')
  const where = listed(withoutStops(work.number ?? ''), report(work))
  return spaced(italic(name), where, !isNeutral && `(${court}, ${dayFirst(work.date)})`, squarePlace(place))
}

const capitalised = (text: string) => oscolaTitle(text)

/** The first note that cites a work, at a place in it. */
export function oscola(work: Work, place: Place | undefined): string {
  switch (work.type) {
    case 'treaty':
      return treaty(work, place)
    case 'resolution':
      return resolution(work, place)
    case 'document':
      return listed(
        spaced(`${shortName(work.author)},`, quoted(work.title), `(${dayFirst(work.date)})`, unDoc(work.symbol)),
        oscolaPlace(place),
      )
    case 'views': {
      const communication = work.communication && `Communication No ${work.communication}`
      const name = italic(withoutStops(work.name))
      return listed(spaced(listed(name, communication), `(${dayFirst(work.date)})`, unDoc(work.symbol)), oscolaPlace(place))
    }
    case 'case':
      return judgment(work, place)
    case 'conclusion': {
      const number = `Conclusion No ${spaced(work.number, work.session && `(${work.session})`)}`
      return spaced(`${work.body},`, quoted(work.title), `(${number}, ${dayFirst(work.date)})`, oscolaPlace(place))
    }
    case 'release':
      return spaced(
        `${work.issuer},`,
        `‘${work.title}’`,
        `(Press release, ${dayFirst(work.date)})`,
        `<${work.url}>`,
        work.read && `accessed ${dayFirst(work.read)}`,
      )
    case 'instrument': {
      const date = spaced(work.act, dayFirst(work.date))
      return listed(spaced(oscolaTitle(work.title), `(${date})`, unDoc(work.symbol)), oscolaPlace(place))
    }
    case 'statement':
      return spaced(`${work.issuer},`, 'Statement', `(${listed(work.place, dayFirst(work.date))})`, work.url && `<${work.url}>`)
  }
}

/** The name by which later notes call a work: what was declared in the first, or a short form of name or title. */
function later(work: Work): { readonly name: string; readonly isDeclared: boolean } {
  switch (work.type) {
    case 'treaty':
      return { name: work.short, isDeclared: true }
    case 'resolution':
      return work.short
        ? { name: work.short, isDeclared: true }
        : { name: `${shortName(work.organ)} Res ${work.number}`, isDeclared: false }
    case 'case':
      return { name: italic(withoutStops(work.short)), isDeclared: false }
    case 'views':
      return { name: italic(withoutStops(work.name)), isDeclared: false }
    case 'instrument':
      return { name: oscolaTitle(work.title), isDeclared: false }
    case 'document':
      return { name: shortName(work.author), isDeclared: false }
    case 'conclusion':
      return { name: work.body, isDeclared: false }
    case 'release':
    case 'statement':
      return { name: work.issuer, isDeclared: false }
  }
}

/** A later note (1.2.1): `CAT, art 3(1)`, `Soering (n 1) para 85`. */
export function oscolaSubsequent(work: Work, place: Place | undefined, note: number): string {
  const { name, isDeclared } = later(work)
  const where = isSquare(work) ? squarePlace(place) : oscolaPlace(place)
  return isDeclared ? listed(name, where) : spaced(name, `(n ${note})`, where)
}

const isSquare = (work: Work) => work.type === 'case' && shortName(work.court) !== 'ECtHR'

/** The note after one that cites the same (1.2.3). */
export const oscolaIbid = (work: Work, place: Place | undefined): string =>
  spaced('ibid', isSquare(work) ? squarePlace(place) : oscolaPlace(place))
