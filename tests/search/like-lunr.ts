/** Queries as lunr's query interface takes them, asked of stock lunr and of our postings with lunr's formula. */
import lunr from 'lunr'
import type { Index } from '../../server/search/index.ts'
import { placesFrom } from '../../server/search/sorted.ts'
import { dice } from '../dice.ts'

export interface Clause {
  readonly term: string
  readonly isPrefix?: true
  readonly presence?: 'required' | 'prohibited'
}

export interface Hit {
  readonly place: number
  readonly score: number
}

const PRESENCE = { required: lunr.Query.presence.REQUIRED, prohibited: lunr.Query.presence.PROHIBITED }

/** All hits of stock lunr, best first. */
export function askLunr(stock: lunr.Index, clauses: readonly Clause[]): Hit[] {
  const results = stock.query((query) => {
    for (const { term, isPrefix, presence } of clauses)
      query.term(term, {
        usePipeline: false,
        wildcard: isPrefix ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
        presence: presence ? PRESENCE[presence] : lunr.Query.presence.OPTIONAL,
      })
  })
  return results.map(({ ref, score }) => ({ place: Number(ref), score }))
}

function termsOf({ terms }: Index, { term, isPrefix }: Clause): number[] {
  if (isPrefix) return [...placesFrom(terms, term)]
  const [first = -1] = placesFrom(terms, term)
  return terms[first] === term ? [first] : []
}

/** Sums and marks by place of entry, all noughts between two queries, and room for the places that a query meets. */
export interface Scratch {
  readonly sums: Float64Array
  readonly marks: Uint32Array
  readonly met: Uint32Array
}

export const scratchFor = (index: Index): Scratch => ({
  sums: new Float64Array(index.list.length),
  marks: new Uint32Array(index.list.length),
  met: new Uint32Array(index.list.length),
})

/** Mark of an entry that was met; each required term that it holds adds one. */
const MET = 1
const BANNED = 1 << 30

export interface Top {
  readonly total: number
  /** The best, best first. */
  readonly hits: readonly Hit[]
}

/** The best of some hits, found by insertion: there are few. */
function best(places: Uint32Array, scoreOf: (place: number) => number, count: number): Hit[] {
  const hits: Hit[] = []
  for (const place of places) {
    const score = scoreOf(place)
    if (hits.length === count && score <= (hits[count - 1]?.score ?? 0)) continue
    let at = hits.length
    while (at > 0 && (hits[at - 1]?.score ?? 0) < score) at--
    hits.splice(at, 0, { place, score })
    if (hits.length > count) hits.pop()
  }
  return hits
}

/** The best hits in our postings by lunr's formula: the sum of the weights, in its points, over the length of the query as a vector. */
export function askPostings(index: Index, clauses: readonly Clause[], count: number, { sums, marks, met }: Scratch): Top {
  const { starts, entries, weights } = index.postings
  let meeting = 0
  const boosts = new Map<number, number>()
  let required = MET
  for (const clause of clauses) {
    const isBan = clause.presence === 'prohibited'
    if (clause.presence === 'required') required++
    for (const term of termsOf(index, clause)) {
      if (!isBan) boosts.set(term, (boosts.get(term) ?? 0) + 1)
      const end = starts[term + 1] ?? 0
      for (let at = starts[term] ?? 0; at < end; at++) {
        const entry = entries[at] ?? 0
        if (marks[entry] === 0) {
          marks[entry] = MET
          met[meeting++] = entry
        }
        if (isBan) marks[entry] = BANNED
        else sums[entry] = (sums[entry] ?? 0) + (weights[at] ?? 0)
        if (clause.presence === 'required' && marks[entry] === required - 1) marks[entry] = required
      }
    }
  }
  const length = 1000 * Math.sqrt([...boosts.values()].reduce((sum, boost) => sum + boost ** 2, 0))
  const places = met.subarray(0, meeting)
  const kept = places.filter((entry) => marks[entry] === required)
  const hits = best(kept, (entry) => (sums[entry] ?? 0) / length, count)
  for (const entry of places) {
    sums[entry] = 0
    marks[entry] = 0
  }
  return { total: kept.length, hits }
}

/** Two hundred queries of words of an index, frequent and rare: single, several, prefixes, required and unwanted words, words that occur nowhere. */
export function queriesFor(vocabulary: readonly string[]): Clause[][] {
  const roll = dice(2)
  const words = vocabulary.filter((word) => word.length > 2)
  // As in a text, a frequent word is met more often than a rare one.
  const word = () => words[Math.floor(words.length ** (roll(1_000) / 1_000)) - 1] ?? ''
  const clause = (presence?: Clause['presence']): Clause => (presence ? { term: word(), presence } : { term: word() })
  const several = (count: number, make: () => Clause[]) => Array.from({ length: count }, make)
  return [
    ...several(50, () => [clause()]),
    ...several(50, () => Array.from({ length: 2 + roll(3) }, () => clause())),
    ...several(40, () => [clause(), { term: word().slice(0, 3 + roll(3)), isPrefix: true }]),
    ...several(30, () => [clause('required'), clause('required'), clause()]),
    ...several(20, () => [clause(), clause(), clause('prohibited')]),
    ...several(10, () => [{ term: `zzqx${roll(1_000)}` }]),
  ]
}
