import { describe, expect, test } from 'vitest'
import { readKnowledge } from '../../server/graph/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import { countTerms, FIELDS } from '../../server/search/count.ts'
import { buildIndex } from '../../server/search/index.ts'
import { weighFields } from '../../server/search/weigh.ts'
import { askLunr, askPostings, queriesFor, scratchFor } from './like-lunr.ts'
import { type Stored, stockIndex } from './stock-lunr.ts'

const index = buildIndex(readKnowledge('knowledge', kinds).graph)
const counts = countTerms(index.list)
const stock = stockIndex(index.list)

/** Every weight, as `field/entry term weight`. */
function ours(): string[] {
  const weights = weighFields(counts)
  return counts.fields.flatMap(({ starts, entries: held }, field) =>
    counts.terms.flatMap((term, at) =>
      Array.from(held.slice(starts[at], starts[at + 1]), (entry, place) => {
        const weight = (weights[field]?.[(starts[at] ?? 0) + place] ?? 0) / 1000
        return `${FIELDS[field]?.name}/${entry} ${term} ${weight}`
      }),
    ),
  )
}

function theirs(): string[] {
  const { fieldVectors, invertedIndex } = stock.toJSON() as unknown as Stored
  const terms = new Map(invertedIndex.map(([term, { _index }]) => [_index, term]))
  return fieldVectors.flatMap(([field, vector]) =>
    vector.flatMap((number, at) => (at % 2 === 0 ? [`${field} ${terms.get(number)} ${vector[at + 1]}`] : [])),
  )
}

describe('weighFields', () => {
  test('gives each term of each field of every record the weight that lunr gives it, and no other term a weight', () => {
    expect(ours().sort()).toEqual(theirs().sort())
  })
})

describe('weigh', () => {
  test('gives two hundred queries the totals and the ten best scores of stock lunr', () => {
    const queries = queriesFor(index.vocabulary)
    const scratch = scratchFor(index)
    const rounded = (scores: readonly { readonly score: number }[]) => scores.map(({ score }) => score.toFixed(9))
    expect(queries.length).toBe(200)
    for (const clauses of queries) {
      const theirs = askLunr(stock, clauses)
      const ours = askPostings(index, clauses, 10, scratch)
      expect([ours.total, ...rounded(ours.hits)], JSON.stringify(clauses)).toEqual([theirs.length, ...rounded(theirs.slice(0, 10))])
    }
  })
})
