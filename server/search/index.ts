/** Entries into a full-text index. The only file that knows lunr. */
import lunr from 'lunr'
import type { Entry } from './entries.ts'
import { fold, joinedHyphens, tokenise } from './tokenise.ts'

export interface Index {
  readonly entries: ReadonlyMap<string, Entry>
  /** Words as written in titles, names and texts. */
  readonly vocabulary: readonly string[]
  readonly stems: ReadonlySet<string>
  readonly lunr: lunr.Index
}

/** A name weighs more than a heading, a heading more than a mention. */
const FIELDS: readonly { readonly name: string; readonly boost: number }[] = [
  { name: 'citation', boost: 12 },
  { name: 'names', boost: 8 },
  { name: 'title', boost: 6 },
  { name: 'text', boost: 1 },
]

export const stem = (word: string): string => lunr.stemmer(new lunr.Token(word, {})).toString()

/** A term is indexed as written, for prefixes, and as its stem, for other forms of the word. */
function withStem(token: lunr.Token): lunr.Token | lunr.Token[] {
  const stemmed = stem(token.toString())
  return stemmed === token.toString() ? token : [token, token.clone(() => stemmed)]
}
lunr.Pipeline.registerFunction(withStem as unknown as lunr.PipelineFunction, 'withStem')

const tokens = (text: string): lunr.Token[] =>
  [...tokenise(text).map((term) => term.text), ...joinedHyphens(text)].map((term) => new lunr.Token(term, {}))

/** Builds the index of all entries. Two entries with one id are a fault of the caller. */
export function buildIndex(entries: readonly Entry[]): Index {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  if (byId.size < entries.length) throw new Error('two search entries have the same id')
  const builder = new lunr.Builder()
  builder.tokenizer = ((value: string) => tokens(value ?? '')) as unknown as typeof lunr.tokenizer
  builder.pipeline.add(withStem as unknown as lunr.PipelineFunction)
  builder.ref('id')
  for (const { name, boost } of FIELDS) builder.field(name, { boost })
  for (const entry of entries) {
    builder.add({
      id: entry.id,
      citation: [entry.citation, ...entry.keys].join('\n'),
      names: [...entry.names, ...entry.terms].join('\n'),
      title: entry.title,
      text: entry.text,
    })
  }
  const written = entries.flatMap((entry) =>
    tokenise([entry.title, ...entry.names, ...entry.terms, entry.text].join('\n')).map((term) => term.text),
  )
  const vocabulary = [...new Set(written)]
  return { entries: byId, vocabulary, stems: new Set(vocabulary.map(stem)), lunr: builder.build() }
}

export interface Scored {
  readonly entry: Entry
  readonly score: number
  /** How many of the terms the entry holds. */
  readonly covered: number
}

/** Shorter words are prefixes of too much. */
const MIN_PREFIX = 3

function addTerm(query: lunr.Query, term: string): void {
  for (const form of new Set([term, stem(term)])) query.term(form, { usePipeline: false, boost: 4 })
  if (term.length >= MIN_PREFIX) query.term(term, { usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING, boost: 1 })
}

const covers = (found: readonly string[], term: string) =>
  found.some((word) => word === stem(term) || word === term || (term.length >= MIN_PREFIX && word.startsWith(term)))

/** Entries that hold at least one term and none of the unwanted, with score and coverage; best first, equals by address. */
export function lookUp(index: Index, terms: readonly string[], unwanted: readonly string[]): Scored[] {
  if (terms.length === 0) return []
  const results = index.lunr.query((query) => {
    for (const term of terms) addTerm(query, term)
    for (const term of unwanted) query.term(stem(term), { usePipeline: false, presence: lunr.Query.presence.PROHIBITED })
  })
  return results
    .flatMap((result) => {
      const entry = index.entries.get(result.ref)
      const found = Object.keys(result.matchData.metadata)
      return entry ? [{ entry, score: result.score, covered: terms.filter((term) => covers(found, term)).length }] : []
    })
    .sort((a, b) => b.covered - a.covered || b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
}

/** Whether a word, a longer word that begins so, or another form of it occurs anywhere. */
export const isKnown = (index: Index, term: string): boolean =>
  index.stems.has(stem(term)) || index.vocabulary.some((word) => word.startsWith(term))

/** Whether an entry holds a phrase, letter for letter but for case, accents and punctuation. */
export function holdsPhrase(entry: Entry, phrase: string): boolean {
  const flat = (text: string) =>
    ` ${fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  return flat([entry.citation, entry.title, ...entry.names, entry.text].join(' \n ')).includes(flat(phrase))
}
