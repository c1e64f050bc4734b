/** A list in which no kind, and no one thing with its parts and forms, crowds out the rest. */
import type { Entry } from './entries.ts'
import { FACTORS } from './weights.ts'

/** Results from the start that are looked at; those after them stay in the order of their scores. */
const LOOKED_AT = 60

/** Takes again and again what scores best when each result of a kind or family above it counts against it. */
export function varied<R extends { readonly entry: Entry; readonly score: number }>(sorted: readonly R[]): R[] {
  const left = sorted.slice(0, LOOKED_AT)
  const above = new Map<string, number>()
  const fresh = ({ entry: { kind, family } }: R) =>
    FACTORS.sameKind ** (above.get(kind) ?? 0) * FACTORS.sameFamily ** (above.get(family) ?? 0)
  const taken: R[] = []
  while (left.length > 0) {
    const scores = left.map((result) => result.score * fresh(result))
    const [next] = left.splice(scores.indexOf(Math.max(...scores)), 1)
    if (!next) break
    for (const group of [next.entry.kind, next.entry.family]) above.set(group, (above.get(group) ?? 0) + 1)
    taken.push(next)
  }
  return [...taken, ...sorted.slice(LOOKED_AT)]
}
