/** How a treaty, a declaration or an ILC text is cited. */
import type { Treaty } from './treaty.ts'
import type { Work } from './work.ts'

/** Titles as the Commission gives them: `Draft conclusions on …`. */
const unitOf = ({ title }: Treaty): 'article' | 'conclusion' => (/^draft conclusions/iu.test(title) ? 'conclusion' : 'article')

export function treatyWork(data: Treaty): Work {
  const { title, citedAs, adopted, resolution, address: url } = data
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
      unit: 'article',
      url,
    }
  if (data.form === 'ILC text')
    return { type: 'document', author: 'ILC', title, date: adopted, symbol: data.symbol, unit: unitOf(data), url }
  return {
    type: 'treaty',
    title,
    short: citedAs,
    act: data.dated ?? 'adopted',
    date: adopted,
    inForce: data.inForce,
    unts: data.unts,
    isKnownByName: data.knownByName ?? false,
    unit: 'article',
    url,
  }
}
