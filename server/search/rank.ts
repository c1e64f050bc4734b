/** In which order pages stand: by what they say, by what they are called, and by the links between those that say it. */
import { type Asking, askingOf } from './asking.ts'
import type { Entry } from './entries.ts'
import { closeness, evidenceFrom } from './evidence.ts'
import { canBePrefix } from './gather.ts'
import type { Index } from './index.ts'
import { likenessTo } from './likeness.ts'
import { bestOf, byScore, namedFrom, type Scored } from './look-up.ts'
import type { Mention } from './naming.ts'
import { nameKey } from './stem.ts'
import { varied } from './variety.ts'
import { FACTORS, KINDS, WEIGHTS } from './weights.ts'

export interface Ranked extends Scored {
  /** The place on the page that fits best, where several do and the page stands for them. */
  readonly passage?: Entry | undefined
}

export interface Ask {
  readonly text: string
  /** What the whole text names. */
  readonly named: readonly Entry[]
  /** What is cited within it. */
  readonly cited: readonly Entry[]
  /** What else is named in it. */
  readonly mentions: readonly Mention[]
  /** Pages found by text alone are ranked; none that is only named or linked is added. */
  readonly onlyText: boolean
  /** Words are asked for to the letter. */
  readonly isQuoted: boolean
}

/** Hits on a page that count beside the best. */
const MAX_MORE = 3
/** A place with less than this part of the score of the best place on its page is not a second one. */
const SECOND = 0.5

/** The hits on one page as one: the page where several places on it hit, the place where one does. */
function folded(index: Index, hits: readonly Scored[]): Ranked[] {
  const [best, ...more] = [...hits].sort(byScore)
  if (!best) return []
  const page = index.entries.get(best.entry.home)
  const score = best.score + WEIGHTS.more * more.slice(0, MAX_MORE).reduce((sum, hit) => sum + hit.score, 0)
  const isFolded = page !== undefined && page !== best.entry && more.some((hit) => hit.entry !== page && hit.score >= SECOND * best.score)
  return [isFolded ? { entry: page, passage: best.entry, score } : { entry: best.entry, score }]
}

function onPages(index: Index, found: readonly Scored[]): Map<string, Ranked> {
  const pages = new Map<string, Scored[]>()
  for (const hit of found) {
    const hits = pages.get(hit.entry.home)
    if (hits) hits.push(hit)
    else pages.set(hit.entry.home, [hit])
  }
  const best = found.reduce((most, { score }) => Math.max(most, score), 0) || 1
  return new Map(
    [...pages].flatMap(([page, hits]) =>
      folded(index, hits).map((result): [string, Ranked] => [page, { ...result, score: result.score / best }]),
    ),
  )
}

/** Entries of which a name begins so; not the paragraphs of a document that does itself. */
function beginningSo(index: Index, text: string): Entry[] {
  const key = nameKey(text)
  if (!canBePrefix(key)) return []
  const found = new Map(namedFrom(index, key).map((entry) => [entry.id, entry]))
  return [...found.values()].filter((entry) => entry.id === entry.home || !found.has(entry.home))
}

/** Pages of the kind asked for that are linked with a State: the treaties that bind it, what a body said to it. */
function* pagesOf(index: Index, state: Entry, kind: string): Generator<readonly [Entry, number]> {
  for (const [address, part] of closeness(state)) {
    const page = index.entries.get(address)
    if (page?.kind === kind) yield [page, WEIGHTS.ofState * part]
  }
}

/** What a text names or begins to name, and what it asks for of a State that it names. */
function* namedPages(index: Index, { text, named, cited, mentions }: Ask, { kind }: Asking): Generator<readonly [Entry, number]> {
  const key = nameKey(text)
  for (const entry of new Set(named)) yield [entry, WEIGHTS.named]
  for (const entry of cited) yield [entry, WEIGHTS.cited]
  for (const entry of beginningSo(index, text)) {
    const isCitation = named.length === 0 && nameKey(entry.citation).startsWith(key)
    yield [entry, isCitation ? WEIGHTS.begunCitation : WEIGHTS.begunName]
  }
  for (const { entry, words, isName } of named.length > 0 ? [] : mentions) {
    const weight = isName ? WEIGHTS.mentioned : WEIGHTS.asked
    if (entry.kind !== 'state') yield [entry, words.length > 1 ? weight : weight * FACTORS.oneWord]
    else if (kind) yield* pagesOf(index, entry, kind)
  }
}

/** Pages, from the best on, whose names are looked at. */
const MAX_ALIKE = 100

/** Pages that are called or asked about in words like those of a text. */
function* alikePages(index: Index, texts: readonly string[], pages: ReadonlyMap<string, Ranked>): Generator<readonly [Entry, number]> {
  const likenesses = texts.map((text) => likenessTo(index, text))
  for (const page of bestOf(pages.values(), MAX_ALIKE)) {
    const entry = index.entries.get(page.entry.home)
    if (entry) yield [entry, WEIGHTS.likeness * Math.max(...likenesses.map((likeness) => likeness(entry)))]
  }
}

/** Pages that only links lead to are shown where this part of what was found leads to them. */
const LEAST_EVIDENCE = 0.25

/** What answers a question; what something is, no claim about it tells. */
const ANSWERS: ReadonlySet<string> = new Set(['claim', 'counter-argument', 'norm'])
const DEFINES: ReadonlySet<string> = new Set(['norm', 'article'])

/** What says the words of the law, or of a body; all else repeats them. */
const SOURCES: ReadonlySet<string> = new Set(['article', 'interpretation'])

/** How much a page counts by what it is. */
function standing(
  { kind, bearing, cited, facets }: Entry,
  { isQuestion, isOfLaw, definition, kind: asked }: Asking,
  isQuoted: boolean,
): number {
  const answers = isQuestion && (definition ? DEFINES : ANSWERS).has(kind) ? FACTORS.question : 1
  const tells = isOfLaw && facets.type?.includes('factual claim') ? FACTORS.factOfLaw : 1
  const fits = asked === kind ? FACTORS.askedKind : 1
  const says = isQuoted && SOURCES.has(kind) ? FACTORS.source : 1
  return (
    (KINDS[kind] ?? 1) * answers * tells * fits * says * (bearing ? FACTORS[bearing] : 1) * (1 + WEIGHTS.authority * Math.log2(1 + cited))
  )
}

/** The weights of words count by this power of them where all pages hold them. */
const QUOTED_POWER = 0.5

/** Sums in another order differ in the last places. */
const rounded = (score: number) => Math.round(score * 1e6) / 1e6

/** Ranks pages by text, names and links; equals stand by address. */
export function rank(index: Index, found: readonly Scored[], ask: Ask): Ranked[] {
  const pages = onPages(index, found)
  const asking = askingOf(ask.text)
  const add = ([entry, score]: readonly [Entry, number], result: Ranked | undefined = pages.get(entry.home)) =>
    pages.set(entry.home, { ...(result ?? { entry }), score: (pages.get(entry.home)?.score ?? 0) + score })
  if (!ask.onlyText) {
    // What is named is shown itself, not a place on it.
    for (const [entry, score] of namedPages(index, ask, asking)) add([entry, score], { entry, score })
    for (const alike of alikePages(index, [ask.text, ...(asking.definition ? [asking.definition] : [])], pages)) add(alike)
  }
  const best = [...pages.values()].reduce((most, { score }) => Math.max(most, score), 0) || 1
  const evidence = evidenceFrom([...pages.values()], index.entries)
  for (const [address, part] of ask.onlyText ? [] : evidence) {
    const page = index.entries.get(address)
    if (page && part >= LEAST_EVIDENCE) add([page, 0])
  }
  // All pages say what is quoted: which of them says it more often tells less.
  const power = ask.isQuoted ? QUOTED_POWER : 1
  const results = [...pages].map(([address, { score, ...result }]) => ({
    ...result,
    score: rounded(
      ((score / best) ** power + WEIGHTS.evidence * (evidence.get(address) ?? 0)) * standing(result.entry, asking, ask.isQuoted),
    ),
  }))
  return varied(results.sort(byScore))
}
