/** Entries into counts: how often each field of an entry holds each term. All that weights are made of, and what an index file stores. */
import type { Entry } from './entries.ts'
import { stem } from './stem.ts'
import { joinedHyphens, tokenise } from './tokenise.ts'

export interface FieldCounts {
  /** Number of terms in the field of each entry. */
  readonly lengths: Uint32Array
  /** Where the postings of each term start; the last is where all end. */
  readonly starts: Uint32Array
  /** Places of the entries that hold the term, in ascending order. */
  readonly entries: Uint32Array
  /** How often each of them does. */
  readonly counts: Uint32Array
}

export interface Counts {
  /** Words and stems in the order of their letters, so that those with one beginning stand together. */
  readonly terms: readonly string[]
  readonly fields: readonly FieldCounts[]
  /** Places of the terms that are words as written in a heading or a text, the frequent ones first. */
  readonly words: Uint32Array
}

interface Field {
  readonly name: string
  readonly boost: number
  readonly of: (entry: Entry) => readonly string[]
}

/** Letters and figures that nobody reads as words. */
const CITATION = 'citation'

/** A name weighs more than a heading or words in which people ask, these more than a mention. A citation is in the heading of every part. */
export const FIELDS: readonly Field[] = [
  { name: CITATION, boost: 3, of: (entry) => [entry.citation, ...entry.keys] },
  { name: 'names', boost: 6, of: (entry) => entry.names },
  { name: 'terms', boost: 4, of: (entry) => entry.terms },
  { name: 'title', boost: 4, of: (entry) => [entry.title] },
  { name: 'text', boost: 1, of: (entry) => [entry.text] },
]

/** Words of a field, with those that hyphens join. */
export const wordsOf = (texts: readonly string[]): string[] => {
  const text = texts.join('\n')
  return [...tokenise(text), ...joinedHyphens(text)]
}

/** Numbers for terms in the order in which they come up; a word is indexed as written, for prefixes, and as its stem, for other forms. */
function numbering() {
  const terms: string[] = []
  const numbers = new Map<string, number>()
  const forms = new Map<string, readonly [number, ...number[]]>()
  const numberOf = (term: string) => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    numbers.set(term, terms.length)
    return terms.push(term) - 1
  }
  const formsOf = (word: string): readonly [number, ...number[]] => {
    const known = forms.get(word)
    if (known) return known
    const stemmed = stem(word)
    const found: [number, ...number[]] = stemmed === word ? [numberOf(word)] : [numberOf(word), numberOf(stemmed)]
    forms.set(word, found)
    return found
  }
  return { terms, formsOf }
}

/** Counts of one field, entry after entry. */
interface Rows {
  readonly lengths: number[]
  /** Number of different terms in each entry. */
  readonly widths: number[]
  readonly terms: number[]
  readonly counts: number[]
}

function addRow(rows: Rows, forms: readonly (readonly number[])[], held: Map<number, number>): void {
  let length = 0
  for (const numbers of forms) {
    length += numbers.length
    for (const number of numbers) held.set(number, (held.get(number) ?? 0) + 1)
  }
  rows.lengths.push(length)
  rows.widths.push(held.size)
  for (const [number, count] of held) {
    rows.terms.push(number)
    rows.counts.push(count)
  }
  held.clear()
}

/** Rows by entry into postings by term. */
function turned({ lengths, widths, terms, counts }: Rows, rank: Uint32Array): FieldCounts {
  const starts = new Uint32Array(rank.length + 1)
  for (const term of terms) {
    const after = (rank[term] ?? 0) + 1
    starts[after] = (starts[after] ?? 0) + 1
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const next = starts.slice()
  const posted = { entries: new Uint32Array(terms.length), counts: new Uint32Array(terms.length) }
  let row = 0
  widths.forEach((width, entry) => {
    for (const end = row + width; row < end; row++) {
      const term = rank[terms[row] ?? 0] ?? 0
      const at = next[term] ?? 0
      posted.entries[at] = entry
      posted.counts[at] = counts[row] ?? 0
      next[term] = at + 1
    }
  })
  return { lengths: Uint32Array.from(lengths), starts, ...posted }
}

/** Counts the terms of all entries, each entry by its place in the list. */
export function countTerms(entries: readonly Entry[]): Counts {
  const { terms, formsOf } = numbering()
  const fields = FIELDS.map((field) => ({ ...field, rows: { lengths: [], widths: [], terms: [], counts: [] } as Rows }))
  const held = new Map<number, number>()
  const written = new Map<number, number>()
  for (const entry of entries) {
    for (const { name, of, rows } of fields) {
      const forms = wordsOf(of(entry)).map(formsOf)
      addRow(rows, forms, held)
      if (name !== CITATION) for (const [word] of forms) written.set(word, (written.get(word) ?? 0) + 1)
    }
  }
  const order = Uint32Array.from(terms.keys()).sort((a, b) => ((terms[a] ?? '') < (terms[b] ?? '') ? -1 : 1))
  const rank = new Uint32Array(terms.length)
  order.forEach((term, place) => {
    rank[term] = place
  })
  return {
    terms: Array.from(order, (term) => terms[term] ?? ''),
    fields: fields.map(({ rows }) => turned(rows, rank)),
    words: Uint32Array.from([...written].sort(([, a], [, b]) => b - a).map(([word]) => rank[word] ?? 0)),
  }
}
