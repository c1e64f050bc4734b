/** How a treaty, a declaration or an ILC text is cited. */
import type { Treaty } from './treaty.ts'
import type { Work } from './work.ts'

export function treatyWork(data: Treaty): Work {
  const { title, citedAs, adopted, resolution, unit = 'article', address: url } = data
  if (resolution)
    return {
      type: 'resolution',
      organ: 'General Assembly',
      number: resolution.number,
      title,
      date: adopted,
      symbol: resolution.symbol,
      place: resolution.annex ? 'annex' : 'proclaimed',
      short: citedAs,
      unit,
      url,
    }
  if (data.form === 'ILC text') return { type: 'document', author: 'ILC', title, date: adopted, symbol: data.symbol, unit, url }
  return {
    type: 'treaty',
    title,
    short: citedAs,
    act: data.dated ?? 'adopted',
    date: adopted,
    inForce: data.inForce,
    unts: data.unts,
    isKnownByName: data.knownByName ?? false,
    unit,
    url,
  }
}
