/** CSL-JSON, which Zotero, pandoc and citeproc read. */
import { authorName, type Reference } from './fields.ts'

const TYPES: Readonly<Record<Reference['kind'], string>> = {
  treaty: 'treaty',
  resolution: 'legislation',
  document: 'report',
  views: 'legal_case',
  case: 'legal_case',
  conclusion: 'report',
  release: 'webpage',
  instrument: 'legislation',
  statement: 'document',
  page: 'webpage',
}

/** One item; a list of one is what importers expect. */
export function csl(id: string, reference: Reference): object[] {
  const { kind, title, author, date, url, number, series, volume, page } = reference
  const isCourt = kind === 'case' || kind === 'views'
  const name = authorName(author)
  return [
    {
      id,
      type: TYPES[kind],
      title,
      ...(name && !isCourt ? { author: [{ literal: name }] } : {}),
      ...(name && isCourt ? { authority: name } : {}),
      ...(date ? { issued: { 'date-parts': [date.split('-').map(Number)] } } : {}),
      ...(series || kind === 'page' ? { 'container-title': series ?? 'Pacta' } : {}),
      ...(volume ? { volume } : {}),
      ...(page ? { page } : {}),
      ...(number ? { number } : {}),
      ...(url ? { URL: url } : {}),
    },
  ]
}
