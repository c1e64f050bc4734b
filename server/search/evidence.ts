/** Links as evidence: a page that the pages found rest on, or that rests on them, bears on the question too. */
import type { Entry } from './entries.ts'
import { bestOf, type Scored } from './look-up.ts'
import { WEIGHTS } from './weights.ts'

/** Pages from which links are followed. */
const MAX_SOURCES = 16

type Links = readonly (readonly [page: string, part: number])[]

const known = new WeakMap<Entry, Links>()

/** What a link from one page to another tells, next to the closest link that it has; kept, since a search follows those of many pages. */
export function closeness(entry: Entry): Links {
  const kept = known.get(entry)
  if (kept) return kept
  const most = Math.log2(1 + Math.max(1, ...entry.related.values()))
  const made = Array.from(entry.related, ([page, links]) => [page, Math.log2(1 + links) / most] as const)
  known.set(entry, made)
  return made
}

/** For each page the part of some sources that leads to it: 1, if all of them do most closely. */
function ledTo(sources: readonly Scored[]): Map<string, number> {
  const total = sources.reduce((sum, { score }) => sum + score, 0)
  const led = new Map<string, number>()
  for (const { entry, score } of sources) {
    for (const [page, part] of closeness(entry)) led.set(page, (led.get(page) ?? 0) + (part * score) / total)
  }
  return led
}

/** For each page how much of all that was found leads to it, at once or through a page between. */
export function evidenceFrom(found: readonly Scored[], entries: ReadonlyMap<string, Entry>): Map<string, number> {
  const evidence = ledTo(bestOf(found, MAX_SOURCES).map(({ entry, score }) => ({ entry, score: score ** 2 })))
  const between = [...evidence].flatMap(([address, score]) => {
    const entry = entries.get(address)
    return entry ? [{ entry, score }] : []
  })
  for (const [page, part] of ledTo(bestOf(between, MAX_SOURCES))) evidence.set(page, (evidence.get(page) ?? 0) + WEIGHTS.further * part)
  return evidence
}
