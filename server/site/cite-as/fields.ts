/** A work as fields, for programs that keep references; each format names them in its own way. */
import type { Work } from '../../kinds/work.ts'
import { shortName } from './oscola.ts'
import type { OwnPage } from './own-page.ts'
import { plain } from './words.ts'

/** What the formats have in common. */
export interface Reference {
  readonly kind: Work['type'] | 'page'
  readonly title: string
  readonly author: string | undefined
  readonly date: string | undefined
  readonly url: string | undefined
  /** UN symbol, number of an application or of a neutral citation. */
  readonly number: string | undefined
  readonly series: string | undefined
  readonly volume: string | undefined
  readonly page: string | undefined
}

const NONE = { author: undefined, number: undefined, series: undefined, volume: undefined, page: undefined }

/** The report under which a case is found, taken apart: series, volume, first page. */
export function reportOf(reports: readonly string[], number: string | undefined) {
  const icj = /^ICJ Rep (\d{4}), (\d+)$/u.exec(number ?? '')
  if (icj) return { series: 'ICJ Rep', volume: undefined, page: icj[2] }
  const us = /^(\d+) U\.S\. (\d+)/u.exec(number ?? '')
  if (us) return { series: 'US', volume: us[1], page: us[2] }
  const seriesA = /^Series A no (\S+)$/u.exec(reports[0] ?? '')
  if (seriesA) return { series: 'Series A', volume: undefined, page: seriesA[1] }
  const echr = /^ECHR (\S+) (\d+)$/u.exec(reports[0] ?? '')
  if (echr) return { series: 'ECHR', volume: echr[1], page: echr[2] }
  const yearly = /^[[(]\d{4}[\])] (?:(\d+) )?([A-Z]+) (\d+)$/u.exec(reports[0] ?? '')
  if (yearly) return { series: yearly[2], volume: yearly[1], page: yearly[3] }
  return { series: undefined, volume: undefined, page: undefined }
}

/** The number of an application or of a neutral citation, without the words before it. */
export const caseNumber = (number: string | undefined): string | undefined =>
  number === undefined || /^ICJ Rep|^\d+ U\.S\./u.test(number) ? undefined : number.replace(/^App nos? /u, '')

/** A work as a reference. */
export function referenceOf(work: Work): Reference {
  const base = { ...NONE, kind: work.type, date: work.date, url: work.url }
  switch (work.type) {
    case 'treaty':
      return {
        ...base,
        title: work.title,
        series: work.unts && 'UNTS',
        volume: work.unts && String(work.unts.volume),
        page: work.unts && String(work.unts.page),
      }
    case 'resolution':
      return { ...base, title: work.title, author: work.organ, number: work.symbol ?? work.number }
    case 'document':
      return { ...base, title: work.title, author: work.author, number: work.symbol }
    case 'views':
      return { ...base, title: work.name, author: work.body, number: work.symbol }
    case 'case':
      return { ...base, title: work.name, author: work.court, number: caseNumber(work.number), ...reportOf(work.reports, work.number) }
    case 'conclusion':
      return { ...base, title: work.title, author: work.body, number: plain(`Conclusion No ${work.number}`) }
    case 'release':
      return { ...base, title: work.title, author: work.issuer }
    case 'instrument':
      return { ...base, title: work.title, number: work.symbol }
    case 'statement':
      return { ...base, title: `Statement of ${work.date}`, author: work.issuer }
  }
}

export const pageReference = ({ title, url }: OwnPage): Reference => ({
  ...NONE,
  kind: 'page',
  title,
  author: undefined,
  date: undefined,
  url,
})

/** Author as the formats print it: organs and courts by their short name, as OSCOLA has them. */
export const authorName = (author: string | undefined): string | undefined => author && shortName(author)
