/** The nearest of several words to one that was not found, for "did you mean". */
import { distance } from 'fastest-levenshtein'

/** The nearest candidate; none if all are more than a quarter of the word's letters away. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestOf(word, candidates, 1)[0]
}

const letters = (word: string) => [...word].sort().join('')

/** Two letters that changed places are one slip of the hand, not two. */
function edits(a: string, b: string): number {
  const changes = distance(a, b)
  return changes === 2 && letters(a) === letters(b) ? 1 : changes
}

/** Up to `count` candidates within reach, nearest first. */
export function nearestOf(word: string, candidates: Iterable<string>, count: number): string[] {
  const wanted = word.toLowerCase()
  const reach = wanted.length < 5 ? 1 : Math.max(2, Math.ceil(wanted.length / 4))
  return [...new Set(candidates)]
    .filter((candidate) => Math.abs(candidate.length - wanted.length) <= reach)
    .map((candidate) => ({ candidate, away: edits(wanted, candidate.toLowerCase()) }))
    .filter(({ away }) => away <= reach)
    .sort((a, b) => a.away - b.away)
    .slice(0, count)
    .map(({ candidate }) => candidate)
}
