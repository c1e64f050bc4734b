/** Counts into weights: BM25 as lunr computes it, to the last figure. */
import { type Counts, FIELDS, type FieldCounts } from './count.ts'

/** The entries that hold each term, by their place in the list, and the weight of the term in each, all its fields together. */
export interface Postings {
  /** Where the postings of each term start; the last is where all end. */
  readonly starts: Uint32Array
  /** In ascending order for each term. */
  readonly entries: Uint32Array
  /** In thousandths, to which lunr rounds. */
  readonly weights: Uint32Array
}

/** How fast a second mention adds less than the first, and how much the length of a field counts. */
const K1 = 1.2
const B = 0.75

/** A term that few fields hold tells more. */
const rarity = (holding: number, entries: number) => Math.log(1 + Math.abs((entries - holding + 0.5) / (holding + 0.5)))

const mean = (lengths: Uint32Array) => lengths.reduce((sum, length) => sum + length, 0) / lengths.length

function weighField({ lengths, starts, entries, counts }: FieldCounts, boost: number, rarities: Float64Array): Uint32Array {
  const weights = new Uint32Array(entries.length)
  const average = mean(lengths)
  rarities.forEach((idf, term) => {
    const end = starts[term + 1] ?? 0
    for (let at = starts[term] ?? 0; at < end; at++) {
      const count = counts[at] ?? 0
      const length = lengths[entries[at] ?? 0] ?? 0
      const score = (idf * ((K1 + 1) * count)) / (K1 * (1 - B + B * (length / average)) + count)
      weights[at] = Math.round(score * boost * 1000)
    }
  })
  return weights
}

const holding = ({ starts }: FieldCounts, term: number) => (starts[term + 1] ?? 0) - (starts[term] ?? 0)

/** For each field the weight of each of its postings, in thousandths. */
export function weighFields({ terms, fields }: Counts): Uint32Array[] {
  const total = fields[0]?.lengths.length ?? 0
  const rarities = Float64Array.from(terms, (_, term) =>
    rarity(
      fields.reduce((sum, field) => sum + holding(field, term), 0),
      total,
    ),
  )
  return fields.map((field, place) => weighField(field, FIELDS[place]?.boost ?? 1, rarities))
}

/** Entry that no list has, so that it comes after all. */
const NONE = 0xffff_ffff

/** Weights the terms; the fields of an entry count together. */
export function weigh(counts: Counts): Postings {
  const { terms, fields } = counts
  const weights = weighFields(counts)
  const most = fields.reduce((sum, { entries }) => sum + entries.length, 0)
  const merged = { starts: new Uint32Array(terms.length + 1), entries: new Uint32Array(most), weights: new Uint32Array(most) }
  const at = new Uint32Array(fields.length)
  let out = 0
  const entryAt = (field: number, end: number) => ((at[field] ?? 0) < end ? (fields[field]?.entries[at[field] ?? 0] ?? NONE) : NONE)
  for (let term = 0; term < terms.length; term++) {
    merged.starts[term] = out
    fields.forEach(({ starts }, field) => {
      at[field] = starts[term] ?? 0
    })
    for (;;) {
      let first = NONE
      for (let field = 0; field < fields.length; field++) first = Math.min(first, entryAt(field, fields[field]?.starts[term + 1] ?? 0))
      if (first === NONE) break
      let sum = 0
      for (let field = 0; field < fields.length; field++) {
        if (entryAt(field, fields[field]?.starts[term + 1] ?? 0) !== first) continue
        sum += weights[field]?.[at[field] ?? 0] ?? 0
        at[field] = (at[field] ?? 0) + 1
      }
      merged.entries[out] = first
      merged.weights[out++] = sum
    }
  }
  merged.starts[terms.length] = out
  return { starts: merged.starts, entries: merged.entries.slice(0, out), weights: merged.weights.slice(0, out) }
}
