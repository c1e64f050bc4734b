/** Links as evidence: a page that the pages found rest on, or that rests on them, bears on the question too. */
import type { Entry } from './entries.ts'
import { byScore, type Scored } from './look-up.ts'

/** Pages from which links are followed. */
const MAX_SOURCES = 20

/** What a link from one page to another tells, next to the closest link that it has. */
function closeness({ related }: Entry): [page: string, part: number][] {
  const most = Math.log2(1 + Math.max(1, ...related.values()))
  return [...related].map(([page, links]) => [page, Math.log2(1 + links) / most])
}

/** For each page the part of all that was found that leads to it: 1, if all of it does most closely. */
export function evidenceFrom(found: readonly Scored[]): Map<string, number> {
  const sources = [...found].sort(byScore).slice(0, MAX_SOURCES)
  const total = sources.reduce((sum, { score }) => sum + score ** 2, 0)
  const evidence = new Map<string, number>()
  for (const { entry, score } of sources) {
    for (const [page, part] of closeness(entry)) evidence.set(page, (evidence.get(page) ?? 0) + (part * score ** 2) / total)
  }
  return evidence
}
