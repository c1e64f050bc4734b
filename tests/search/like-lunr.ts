/** Queries as lunr's query interface takes them, asked of stock lunr and of our postings with lunr's formula. */
import lunr from 'lunr'
import type { Index } from '../../server/search/index.ts'
import { placesFrom } from '../../server/search/sorted.ts'
import type { Postings } from '../../server/search/weigh.ts'
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

/** Sums and marks by place of entry, all noughts between two queries, and the places that a query meets: the first so many. */
export interface Scratch {
  readonly sums: Float64Array
  readonly marks: Uint32Array
  readonly met: Uint32Array
  count: number
}

export const scratchFor = (index: Index): Scratch => ({
  sums: new Float64Array(index.list.length),
  marks: new Uint32Array(index.list.length),
  met: new Uint32Array(index.list.length),
  count: 0,
})

/** Mark of an entry that was met; each required term that it holds adds one. */
const MET = 1
const BANNED = 1 << 30

/** Adds the weights of a term; what holds it and had the mark before has the mark now. */
function add({ starts, entries, weights }: Postings, term: number, mark: number, scratch: Scratch): void {
  const { sums, marks, met } = scratch
  const end = starts[term + 1] ?? 0
  let { count } = scratch
  for (let at = starts[term] ?? 0; at < end; at++) {
    const entry = entries[at] ?? 0
    if (marks[entry] === 0) met[count++] = entry
    const before = marks[entry] || MET
    marks[entry] = before === mark - 1 ? mark : before
    sums[entry] = (sums[entry] ?? 0) + (weights[at] ?? 0)
  }
  scratch.count = count
}

function ban({ starts, entries }: Postings, term: number, scratch: Scratch): void {
  for (const entry of entries.subarray(starts[term], starts[term + 1])) {
    if (scratch.marks[entry] === 0) scratch.met[scratch.count++] = entry
    scratch.marks[entry] = BANNED
  }
}

export interface Top {
  readonly total: number
  /** The best, best first. */
  readonly hits: readonly Hit[]
}

/** Takes out of the scratch what has a mark: how many there are, and the best, found by insertion since they are few. */
function take(scratch: Scratch, wanted: number, most: number): Top {
  const { sums, marks, met, count } = scratch
  const hits: Hit[] = []
  let total = 0
  let least = -1
  for (let at = 0; at < count; at++) {
    const place = met[at] ?? 0
    const score = sums[place] ?? 0
    const isHit = marks[place] === wanted
    sums[place] = 0
    marks[place] = 0
    if (!isHit) continue
    total++
    if (score <= least) continue
    hits.splice(hits.findLastIndex((hit) => hit.score >= score) + 1, 0, { place, score })
    if (hits.length > most) hits.pop()
    if (hits.length === most) least = hits.at(-1)?.score ?? 0
  }
  scratch.count = 0
  return { total, hits }
}

/** The best hits in our postings by lunr's formula: the sum of the weights, in its points, over the length of the query as a vector. */
export function askPostings(index: Index, clauses: readonly Clause[], count: number, scratch: Scratch): Top {
  const boosts = new Map<number, number>()
  let required = MET
  for (const clause of clauses) {
    if (clause.presence === 'required') required++
    for (const term of termsOf(index, clause)) {
      if (clause.presence === 'prohibited') ban(index.postings, term, scratch)
      else {
        boosts.set(term, (boosts.get(term) ?? 0) + 1)
        add(index.postings, term, clause.presence === 'required' ? required : MET, scratch)
      }
    }
  }
  const length = 1000 * Math.sqrt([...boosts.values()].reduce((sum, boost) => sum + boost ** 2, 0))
  const { total, hits } = take(scratch, required, count)
  return { total, hits: hits.map(({ place, score }) => ({ place, score: score / length })) }
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
