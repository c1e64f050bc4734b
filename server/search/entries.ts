/** The graph into what the index holds: an entry for each node that can be found. */
import { statusOn } from '../argument/binding.ts'
import { evaluate } from '../argument/evaluate.ts'
import { type Citable, type CitationIndex, findCited } from '../graph/citation.ts'
import type { Graph } from '../graph/link.ts'
import { type GraphNode, labelOf } from '../graph/node.ts'
import { follow, linksFromPage, linksToPage, recordsOf, referredTo } from '../graph/questions.ts'
import type { Participation } from '../kinds/participation.ts'
import type { Statement } from '../kinds/statement.ts'

/** What the links of a page say of everything on it. */
interface Standing {
  /** Address of the page. */
  readonly home: string
  /** Links that lead to it from other pages: what is relied on often is asked for often. */
  readonly cited: number
  /** Addresses of the pages that it is linked with, either way, and by how many links. */
  readonly related: ReadonlyMap<string, number>
}

export interface Entry extends Standing {
  /** The address, which identifies the node. */
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly citation: string
  /** What readers see as its name: the citation, unless that is an id. */
  readonly label: string
  readonly names: readonly string[]
  /** Other words in which people ask about it; searched, never shown. */
  readonly terms: readonly string[]
  readonly keys: readonly string[]
  readonly facets: Readonly<Record<string, readonly string[]>>
  readonly text: string
  /** Address of what it is a part or a form of, under which a list of results holds it: its own, if it stands for itself. */
  readonly family: string
  /** What its page is beside its kind: words of a body to the State that is accused, or a subsidiary means to say what the law is. */
  readonly bearing?: 'addressed' | 'subsidiary'
}

/** A part stands closer to its whole than to a page that mentions it once. */
const LINKS_TO_WHOLE = 3
/** A mention in running text says less than a link of a field, which says what one is to the other. */
const MENTION = 'mentions'
const LINKS_OF_FIELD = 2

/** What a page belongs to: the claim of an argument, the norm of one of its forms. */
function above(graph: Graph, { outline }: GraphNode): GraphNode | undefined {
  const [only, other] = outline.search?.under ? findCited(graph.citations, outline.search.under) : []
  return other ? undefined : only
}

/** Pages by the page that they belong to. */
function belongings(graph: Graph): ReadonlyMap<GraphNode, readonly GraphNode[]> {
  const below = new Map<GraphNode, GraphNode[]>()
  for (const node of graph.nodes.values()) {
    const whole = above(graph, node)
    if (whole) below.set(whole, [...(below.get(whole) ?? []), node])
  }
  return below
}

/** Treaties by the States that they bind, on the day to which the list of parties is complete. */
function treatiesByState(graph: Graph): ReadonlyMap<GraphNode, readonly GraphNode[]> {
  const treaties = new Map<GraphNode, GraphNode[]>()
  for (const { record } of recordsOf(graph, 'participation')) {
    const { treaty: cited, states, asOf } = record.data as Participation
    const treaty = follow(graph, cited)
    for (const row of states) {
      const state = statusOn(row, asOf).status === 'bound' ? follow(graph, row.state) : undefined
      if (state && treaty) treaties.set(state, [...(treaties.get(state) ?? []), treaty])
    }
  }
  return treaties
}

/** Lists and definitions, which cannot be found, rely on nothing: that a State made a reservation to an article does not say that anyone asks for it. */
const canBeFound = ({ outline }: GraphNode) => outline.search !== undefined

function standingOf(graph: Graph, page: GraphNode, below: readonly GraphNode[]): Standing {
  const related = new Map<string, number>()
  const relate = (far: GraphNode, links: number) => related.set(far.address, (related.get(far.address) ?? 0) + links)
  const linksOf = (verb: string) => (verb === MENTION ? 1 : LINKS_OF_FIELD)
  const incoming = linksToPage(graph, page).filter(({ from }) => canBeFound(from.home))
  // An argument is read at its claim, which rests on what the argument rests on.
  const outgoing = [page, ...below.filter(({ kind }) => kind === 'argument')].flatMap((node) => linksFromPage(graph, node))
  for (const link of incoming) relate(link.from.home, linksOf(link.verb))
  for (const { to, verb } of outgoing) if (to.home !== page && canBeFound(to.home)) relate(to.home, linksOf(verb))
  for (const part of page.parts) if (part.home === part) relate(part, 1)
  for (const whole of [page.parent?.home, above(graph, page), ...below]) if (whole) relate(whole, LINKS_TO_WHOLE)
  return { home: page.address, cited: incoming.length, related }
}

/** Text as a page shows it: without Markdown marks, and with cross-references in words. */
const plain = (graph: Graph, text: string) =>
  text
    .replace(/\[\[([^\]]+)\]\]/gu, (_, cited: string) => referredTo(graph, cited)?.label ?? cited)
    .replace(/\[([^\]]+)\]\([^)]+\)/gu, '$1')
    .replace(/[*_`]{1,2}/gu, '')

/** Facets whose values name a record. */
const NAMING: ReadonlySet<string> = new Set(['treaty', 'state'])

/** The one value of a facet for all ways to name a record: `China` for `CHN`. */
export function facetValue<N extends Citable<N>>(citations: CitationIndex<N>, facet: string, value: string): string {
  const [node, other] = NAMING.has(facet) ? findCited(citations, value) : []
  return node && !other ? node.citation : value
}

/** The outcome of each claim for the State that its statement accuses, on the day of the events. */
function outcomesIn(graph: Graph): ReadonlyMap<string, string> {
  return new Map(
    recordsOf(graph, 'statement').flatMap((node) => {
      const { respondent, events } = node.record.data as Statement
      const state = follow(graph, respondent)
      const claims = state ? evaluate(graph, { state, date: events }).claims : []
      return [...claims].map(([id, { outcome }]): [string, string] => [id, outcome])
    }),
  )
}

/** Facets of a node and of its page: a paragraph is of the body and the State of its document. */
function facetsOf(graph: Graph, node: GraphNode, outcome: string | undefined): Entry['facets'] {
  const facets = { ...node.home.outline.search?.facets, ...node.outline.search?.facets, ...(outcome ? { outcome: [outcome] } : {}) }
  return Object.fromEntries(
    Object.entries(facets).map(([facet, values]) => [facet, values.map((value) => facetValue(graph.citations, facet, value))]),
  )
}

/** Follows what a page belongs to up to what belongs to nothing else. */
function familyOf(graph: Graph, page: GraphNode): string {
  const whole = above(graph, page)
  return whole ? familyOf(graph, whole) : page.address
}

const facetOf = ({ outline }: GraphNode, facet: string): readonly string[] => outline.search?.facets[facet] ?? []

/** What statements accuse: their respondents, as facets name them. */
const accusedIn = (graph: Graph): ReadonlySet<string> => new Set(recordsOf(graph, 'statement').flatMap((node) => facetOf(node, 'state')))

function bearingOf(page: GraphNode, accused: ReadonlySet<string>): Pick<Entry, 'bearing'> {
  if (page.outline.search?.subsidiary) return { bearing: 'subsidiary' }
  const isAddressed = page.kind === 'interpretation' && facetOf(page, 'state').some((state) => accused.has(state))
  return isAddressed ? { bearing: 'addressed' } : {}
}

type OfPage = Standing & Pick<Entry, 'family' | 'bearing'>

function entryOf(graph: Graph, node: GraphNode, page: OfPage, outcome: string | undefined): Entry[] {
  const { search, names } = node.outline
  if (!search) return []
  const { kind, title, citation, address: id } = node
  const { keys, terms = [], text } = search
  const facets = facetsOf(graph, node, outcome)
  return [{ ...page, id, kind, title, citation, label: labelOf(node), names, terms, keys, facets, text: plain(graph, text) }]
}

/** All entries, in the order of the records. */
export function searchEntries(graph: Graph): Entry[] {
  const below = belongings(graph)
  const treaties = treatiesByState(graph)
  const accused = accusedIn(graph)
  const outcomes = outcomesIn(graph)
  const ofPage = ({ home }: GraphNode): OfPage => ({
    ...standingOf(graph, home, [...(below.get(home) ?? []), ...(treaties.get(home) ?? [])]),
    family: familyOf(graph, home),
    ...bearingOf(home, accused),
  })
  const entriesBelow = (node: GraphNode, page: OfPage): Entry[] => {
    const own = page.home === node.home.address ? page : ofPage(node)
    return [...entryOf(graph, node, own, outcomes.get(node.citation)), ...node.parts.flatMap((part) => entriesBelow(part, own))]
  }
  return graph.roots.flatMap((root) => entriesBelow(root, ofPage(root)))
}
