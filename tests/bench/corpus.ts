/** Documents to measure searches with: those of the records, and as many more as wanted, made of their sentences. */
import { readKnowledge } from '../../server/graph/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import { type Entry, searchEntries } from '../../server/search/entries.ts'
import { dice } from '../dice.ts'

const sentencesOf = (text: string) => text.split(/(?<=[.;:])\s+/u).filter((sentence) => sentence.length > 20)

/** Syllables of names that no record has, so that the vocabulary grows with the documents. */
const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya zu'.split(' ')

/** A document like one of the records: a title and a text of their sentences, frequent ones more often, with a name and a symbol of its own. */
function madeUp(place: number, entries: readonly Entry[], sentences: readonly string[], roll: (bound: number) => number): Entry {
  const like = entries[roll(entries.length)] as Entry
  const name = Array.from({ length: 3 + roll(2) }, () => SYLLABLES[roll(SYLLABLES.length)]).join('')
  const symbol = `DOC/${name.slice(0, 4).toUpperCase()}/${1 + roll(90)}/${place}`
  const count = 1 + roll(4)
  // By Zipf's law: a sentence is met the less often the later it stands in the list.
  const sentence = () => sentences[Math.floor(sentences.length ** (roll(100_000) / 100_000)) - 1] ?? ''
  return {
    ...like,
    id: `/made-up/${place}`,
    home: `/made-up/${place}`,
    family: `/made-up/${place}`,
    title: `${name}: ${like.title}`,
    citation: symbol,
    label: symbol,
    names: [name],
    terms: [],
    keys: [],
    cited: 0,
    related: new Map(),
    text: Array.from({ length: count }, sentence).join(' '),
  }
}

/** The entries of the records, or `size` of them and made-up ones. */
export function documents(size?: number): Entry[] {
  const entries = searchEntries(readKnowledge('knowledge', kinds).graph)
  if (size === undefined) return entries
  const sentences = entries.flatMap((entry) => sentencesOf(entry.text))
  const roll = dice(7)
  return [...entries, ...Array.from({ length: size - entries.length }, (_, at) => madeUp(at, entries, sentences, roll))]
}
