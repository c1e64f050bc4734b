/** In which order results stand: what is called so, then what is linked with it and what says it. */
import type { Entry } from './entries.ts'
import type { Index } from './index.ts'
import { canBePrefix, namedFrom, type Scored } from './look-up.ts'
import { nameKey } from './stem.ts'
import { tokenise } from './tokenise.ts'
import { FUNCTION_WORDS } from './words.ts'

/** A name that more entries bear than these tells nothing of any of them. */
const MAX_NAMESAKES = 3
/** Longest name, in words, that is looked for within a text. */
const MAX_NAME = 6
/** Words of a text, from its start, in which names are looked for. */
const MAX_WORDS = 40

/** Entries that are called so, in any form of the words. */
export const called = (index: Index, text: string): readonly Entry[] => index.names.get(nameKey(text)) ?? []

/** Entries whose names occur in a text, the longest names first: `is non-refoulement jus cogens` names two norms. */
function namedWithin(index: Index, text: string): Entry[] {
  const words = tokenise(text).slice(0, MAX_WORDS)
  const found: Entry[] = []
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(MAX_NAME, words.length - at); length > 0; length--) {
      const name = words.slice(at, at + length)
      const entries = name.every((word) => FUNCTION_WORDS.has(word)) ? [] : called(index, name.join(' '))
      if (entries.length === 0 || entries.length > MAX_NAMESAKES) continue
      found.push(...entries)
      at += length - 1
      break
    }
  }
  return found
}

/** A question that names a thing asks for something about it, less often for the thing. */
const ITSELF = 0.5

/** How close pages are to those of some entries: 1 for the page that most links join to one of them. */
function closeness(entries: readonly Entry[]): Map<string, number> {
  const close = new Map<string, number>()
  const add = (page: string, part: number) => close.set(page, (close.get(page) ?? 0) + part)
  for (const { home, related } of new Map(entries.map((entry) => [entry.home, entry])).values()) {
    const most = Math.log2(1 + Math.max(0, ...related.values()))
    add(home, ITSELF)
    for (const [page, links] of related) add(page, Math.log2(1 + links) / most)
  }
  return close
}

/** Entries of which a name begins so; not the paragraphs of a document that does itself. */
function beginningSo(index: Index, text: string): Set<Entry> {
  const key = nameKey(text)
  if (!canBePrefix(key)) return new Set()
  const found = new Set(namedFrom(index, key))
  const ids = new Set([...found].map((entry) => entry.id))
  return new Set([...found].filter((entry) => entry.id === entry.home || !ids.has(entry.home)))
}

/** What a name that begins so adds to a score: as much as the best text has. */
const BEGINNING = 1
/** How much each doubling of the links to a page adds to its score. */
const AUTHORITY = 0.2

interface Ask {
  readonly text: string
  /** What the whole text names; if nothing, names are looked for within it. */
  readonly named: readonly Entry[]
  /** Entries found by text alone are ranked; none that is only named or linked is added. */
  readonly onlyText: boolean
}

const byScore = (a: Scored, b: Scored) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1)

/** Ranks entries by text, links and names; equals stand by address. */
export function rank(index: Index, found: readonly Scored[], { text, named, onlyText }: Ask): Scored[] {
  const isName = named.length > 0 && named.length <= MAX_NAMESAKES
  const close = closeness(isName ? named : namedWithin(index, text))
  const beginning = beginningSo(index, text)
  const best = found.reduce((most, { score }) => Math.max(most, score), 0) || 1
  const texts = new Map(found.map(({ entry, score }) => [entry, score / best]))
  const linked = isName ? [...close.keys()].flatMap((page) => index.entries.get(page) ?? []) : []
  const entries = new Set(onlyText ? texts.keys() : [...texts.keys(), ...beginning, ...linked])
  return [...entries]
    .map((entry) => {
      const match = (texts.get(entry) ?? 0) + (close.get(entry.home) ?? 0) + (beginning.has(entry) ? BEGINNING : 0)
      return { entry, score: match * (1 + AUTHORITY * Math.log2(1 + entry.cited)) }
    })
    .sort(byScore)
}
