/** Stock lunr on the same entries, with our terms and fields: what our counts, weights and results are compared with. */
import lunr from 'lunr'
import { FIELDS, wordsOf } from '../../server/search/count.ts'
import type { Entry } from '../../server/search/entries.ts'
import { stem } from '../../server/search/stem.ts'

/** A term is indexed as written and as its stem. */
function withStem(token: lunr.Token): lunr.Token | lunr.Token[] {
  const stemmed = stem(token.toString())
  return stemmed === token.toString() ? token : [token, token.clone(() => stemmed)]
}
lunr.Pipeline.registerFunction(withStem as unknown as lunr.PipelineFunction, 'withStem')

export function stockIndex(entries: readonly Entry[]): lunr.Index {
  const builder = new lunr.Builder()
  builder.tokenizer = ((text: string) => wordsOf([text]).map((term) => new lunr.Token(term, {}))) as unknown as typeof lunr.tokenizer
  builder.pipeline.add(withStem as unknown as lunr.PipelineFunction)
  builder.ref('place')
  for (const { name, boost } of FIELDS) builder.field(name, { boost })
  entries.forEach((entry, place) => {
    builder.add({ place: String(place), ...Object.fromEntries(FIELDS.map(({ name, of }) => [name, of(entry).join('\n')])) })
  })
  return builder.build()
}

/** The part of a stored lunr index that is read: for each field of each entry its terms, by number, with their weights. */
export interface Stored {
  readonly fieldVectors: readonly (readonly [field: string, termsAndWeights: readonly number[]])[]
  readonly invertedIndex: readonly (readonly [term: string, { readonly _index: number }])[]
}
