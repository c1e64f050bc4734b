/** RIS, the tagged format that reference managers import. */
import { authorName, type Reference } from './fields.ts'

const TYPES: Readonly<Record<Reference['kind'], string>> = {
  treaty: 'LEGAL',
  resolution: 'GOVDOC',
  document: 'GOVDOC',
  views: 'CASE',
  case: 'CASE',
  conclusion: 'GOVDOC',
  release: 'PRESS',
  instrument: 'LEGAL',
  statement: 'GEN',
  page: 'ELEC',
}

const risDate = (date: string) => {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}/${month}/${day}/`
}

export function ris(reference: Reference): string {
  const { kind, title, author, date, url, number, series, volume, page } = reference
  const rows: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', TYPES[kind]],
    ['TI', title],
    ['AU', authorName(author)],
    ['PY', date?.slice(0, 4)],
    ['DA', date && risDate(date)],
    ['T2', kind === 'page' ? 'Pacta' : series],
    ['VL', volume],
    ['SP', page],
    ['M1', number],
    ['UR', url],
  ]
  return `${rows.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('')}ER  - \r\n`
}
