/** BibTeX with the entry types and fields of biblatex-oscola (`piltreaty`, `undoc`, `jurisdiction`); other styles read what they know. */
import type { Work } from '../../kinds/work.ts'
import { authorName, caseNumber, referenceOf, reportOf } from './fields.ts'
import type { OwnPage } from './own-page.ts'
import { oscolaPlace, type Place } from './place.ts'
import { yearOf } from './words.ts'

type Fields = Readonly<Record<string, string | undefined>>

const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

const escaped = (value: string) => value.replace(/[&%$#_{}\\~^]/gu, (letter) => ESCAPED[letter] ?? `\\${letter}`)

/** Addresses are printed to the letter. */
const VERBATIM = new Set(['url', 'author'])

function entry(type: string, key: string, fields: Fields): string {
  const rows = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${VERBATIM.has(name) ? value : escaped(value)}},`],
  )
  return `@${type}{${key},\n${rows.join('\n')}\n}\n`
}

const ACT_KEYS = { adopted: 'adopted', signed: 'signed', 'opened for signature': 'opened' } as const

const unDoc = (symbol: string | undefined) => symbol && `UN Doc ${symbol}`

function fieldsOf(work: Work): readonly [type: string, fields: Fields] {
  const { title, author, date, url } = referenceOf(work)
  switch (work.type) {
    case 'treaty':
      return [
        'legal',
        {
          entrysubtype: 'piltreaty',
          title,
          shorttitle: work.short,
          execution: [`${ACT_KEYS[work.act]}=${work.date}`, ...(work.inForce ? [`inforce=${work.inForce}`] : [])].join(' and '),
          volume: work.unts && String(work.unts.volume),
          journaltitle: work.unts && 'UNTS',
          pages: work.unts && String(work.unts.page),
          pagination: 'article',
          url,
        },
      ]
    case 'resolution':
      return [
        'legal',
        {
          entrysubtype: 'undoc',
          institution: authorName(work.organ),
          title,
          instrument_no: `Res ${work.number}`,
          date,
          doc_no: unDoc(work.symbol),
          shorttitle: work.short,
          url,
        },
      ]
    case 'document':
      return [
        'legal',
        { entrysubtype: 'undoc', institution: authorName(author), title, date, doc_no: unDoc(work.symbol), pagination: 'paragraph', url },
      ]
    case 'views': {
      const titleaddon = work.communication && `Communication No ${work.communication}`
      return [
        'legal',
        { entrysubtype: 'undoc', institution: author, title: oscolaName(work.name), titleaddon, date, doc_no: unDoc(work.symbol), url },
      ]
    }
    case 'case': {
      const { series, volume, page } = reportOf(work.reports, work.number)
      const court = authorName(work.court)
      const isInternational = court === 'ICJ'
      return [
        'jurisdiction',
        {
          title: oscolaName(work.name),
          subtitle: work.parties && oscolaName(work.parties),
          titleaddon: isInternational ? (work.phase ?? 'Judgment') : undefined,
          institution: court,
          date: series ? yearOf(work.date) : work.date,
          journaltitle: series,
          volume,
          pages: page,
          number: caseNumber(work.number),
          keywords: court === 'ECtHR' ? 'echr' : isInternational ? 'int' : undefined,
          url,
        },
      ]
    }
    case 'conclusion': {
      const number = `Conclusion No ${work.number}${work.session ? ` (${work.session})` : ''}`
      return ['report', { institution: work.body, title, number, date, pagination: 'paragraph', url }]
    }
    case 'release':
      return ['online', { author: `{${work.issuer}}`, title, titleaddon: 'Press release', date, url, urldate: work.read }]
    case 'instrument':
      return ['legal', { title, date, doc_no: unDoc(work.symbol), url }]
    case 'statement':
      return ['misc', { author: `{${work.issuer}}`, title: 'Statement', date, location: work.place, url }]
  }
}

const oscolaName = (name: string) => name.replace(/ v\. /u, ' v ')

/** An entry for the work; the place is a comment, since a note gives it and not the entry. */
export const bibtex = (key: string, work: Work, place: Place | undefined): string => {
  const [type, fields] = fieldsOf(work)
  return `${place ? `% \\autocite[${oscolaPlace(place)}]{${key}}\n` : ''}${entry(type, key, fields)}`
}

/** An entry for a page of Pacta. */
export const bibtexPage = (key: string, { title, url }: OwnPage): string => entry('online', key, { title, organization: 'Pacta', url })
