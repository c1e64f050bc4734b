/** What a text names, as a whole or within it, and in which other ways the same can be said. */
import type { Entry } from './entries.ts'
import type { Index } from './index.ts'
import type { Wanted } from './match.ts'
import { keyOf, nameKey, stem } from './stem.ts'
import { isUnbroken, tokenise } from './tokenise.ts'
import { STATE_WORD } from './weights.ts'
import { FUNCTION_WORDS } from './words.ts'

/** A name that more entries bear than these tells nothing of any of them. */
export const MAX_NAMESAKES = 3
/** Longest name, in words, that is looked for within a text. */
const MAX_NAME = 6
/** Words of a text, from its start, in which names are looked for. */
const MAX_WORDS = 40
/** Other ways to say a thing that are looked for, and the words of the longest. */
const MAX_WAYS = 20
const MAX_WAY = 4

const byId = (a: Entry, b: Entry) => (a.id < b.id ? -1 : 1)

const bears = (entry: Entry, key: string) =>
  [entry.citation, entry.title, ...entry.names, ...entry.keys].some((name) => nameKey(name) === key)

/** Entries that bear a text as a name, in any form of its words; not those that people only ask about in these words. */
export function called(index: Index, text: string): readonly Entry[] {
  const key = nameKey(text)
  return (index.names.get(key) ?? []).filter((entry) => bears(entry, key))
}

/** Words of a text that are a name of an entry, or words in which people ask about it. */
export interface Mention {
  readonly entry: Entry
  readonly words: readonly string[]
  readonly isName: boolean
}

/** The code of a State is a word too, in some form: `mar` is Morocco, and `ar` the Emirates (ARE), only in capitals and whole. */
const isWordOnly = (text: string, { kind, keys }: Entry, key: string) => {
  const codes = kind === 'state' ? keys.filter((code) => nameKey(code) === key) : []
  return codes.length > 0 && !codes.some((code) => text.includes(code))
}

/** What the words of a text from a place on are, if they are a name or words in which people ask; the longest first. */
function* mentionAt(index: Index, text: string, words: readonly string[], stems: readonly string[], at: number): Generator<Mention[]> {
  for (let length = Math.min(MAX_NAME, words.length - at); length > 0; length--) {
    const name = words.slice(at, at + length)
    const key = keyOf(stems.slice(at, at + length))
    const entries = (index.names.get(key) ?? []).filter((entry) => !isWordOnly(text, entry, key))
    if (entries.length === 0 || entries.length > MAX_NAMESAKES || name.every((word) => FUNCTION_WORDS.has(word))) continue
    yield [...entries].sort(byId).map((entry) => ({ entry, words: name, isName: bears(entry, key) }))
  }
}

/** What occurs in a text: `is non-refoulement jus cogens` mentions two norms. */
export function mentionsIn(index: Index, text: string): Mention[] {
  const words = tokenise(text).slice(0, MAX_WORDS)
  const stems = words.map(stem)
  const found: Mention[] = []
  /** End of the words in which people ask about something, within which only names count. */
  let end = 0
  for (let at = 0; at < words.length; at++) {
    const [longest = []] = mentionAt(index, text, words, stems, at)
    const counted = at < end ? longest.filter(({ isName }) => isName) : longest
    const last = at + (counted[0]?.words.length ?? 1)
    found.push(...counted)
    if (counted.some(({ isName }) => isName)) at = last - 1
    else end = Math.max(end, last)
  }
  return found
}

const telling = (words: readonly string[]) => words.filter((word) => !FUNCTION_WORDS.has(word))

/** A number alone, as that of an application to a court, says many other things. */
const says = (words: readonly string[]) => words.some((word) => /\p{L}/u.test(word))

/** Names in the letters of the records' texts are other ways to say what has names. Words in which people ask say a norm itself; of anything else they only ask. */
function waysOf({ entry, words, isName }: Mention): Wanted['ways'] {
  if (entry.names.length === 0 || !(isName || entry.kind === 'norm')) return []
  const said = telling(words).join(' ')
  const ways = [...entry.names, ...entry.terms]
    .filter((name) => !isUnbroken(name))
    .map((name) => ({ words: telling(tokenise(name)), isName: entry.names.includes(name) }))
  return ways.filter((way) => says(way.words) && way.words.length <= MAX_WAY && way.words.join(' ') !== said)
}

/** Terms with the other ways to say what they are part of: those who wrote of `deportation` are found by `send back`. */
export function withWays(terms: readonly string[], mentions: readonly Mention[]): Wanted[] {
  const spoken = new Map<string, Wanted['ways']>()
  for (const mention of mentions) {
    const ways = [...(spoken.get(mention.words[0] ?? '') ?? []), ...waysOf(mention)].slice(0, MAX_WAYS)
    for (const word of mention.words) spoken.set(word, ways)
  }
  const states = new Set(mentions.flatMap(({ entry, words }) => (entry.kind === 'state' ? words : [])))
  return terms.map((word) => ({ word, ways: spoken.get(word) ?? [], weight: states.has(word) ? STATE_WORD : 1 }))
}
