/** The page of search results: what was found, how it can be narrowed, and whether a provision that the query names binds the State that it names. */
import { bindingOf } from '../../argument/binding.ts'
import type { Situation } from '../../argument/framework.ts'
import { bindingOfNorm } from '../../argument/norm-binding.ts'
import { situationNamed } from '../../argument/situation.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { bindingAsked } from '../../search/binding-question.ts'
import { FACETS, type Facet, type Found, type Query } from '../../search/query.ts'
import { bindingJson, normBindingJson } from '../binding-json.ts'
import { type Language, message } from '../language.ts'
import type { Site } from '../site.ts'
import { searchUrl } from '../urls.ts'
import { type Answered, answered, withReading } from './binding.ts'
import { frame } from './frame.ts'
import { titleIn } from './names.ts'
import { term } from './terms.ts'
import { NO_READING } from './what-if.ts'

/** A provision or a norm, and a State on a day, of which a query asks. */
interface AskedBinding extends Situation {
  readonly provision: GraphNode
}

/** What a query asks of binding, on the day of the events where it names none; nothing, if it asks something else. */
export function askedBinding(graph: Graph, text: string): AskedBinding | undefined {
  const asked = bindingAsked(graph, text)
  if (asked === undefined) return undefined
  const situation = situationNamed(graph, asked.state.record.id, asked.date)
  return typeof situation === 'string' ? undefined : { ...situation, provision: asked.provision }
}

export const askedBindingJson = (graph: Graph, { provision, state, date }: AskedBinding) =>
  provision.kind === 'norm'
    ? normBindingJson(bindingOfNorm(graph, provision, state, date))
    : bindingJson(bindingOf(graph, provision, state, date))

interface ShownBinding {
  readonly title: string
  readonly url: string
  readonly answer: Answered
}

interface SearchBinding {
  readonly name: string
  readonly state: string
  readonly date: string
  /** The page that gives the reasons. */
  readonly url: string
  /** The provision, or each provision of a norm. */
  readonly provisions: readonly ShownBinding[]
  readonly isNorm: boolean
}

function searchBinding(graph: Graph, { provision, state, date }: AskedBinding, language: Language): SearchBinding {
  const parameters = { ...NO_READING, state: state.record.id, date }
  const isNorm = provision.kind === 'norm'
  const bindings = isNorm ? bindingOfNorm(graph, provision, state, date).provisions : [bindingOf(graph, provision, state, date)]
  return {
    name: isNorm ? titleIn(language, provision) : provision.citation,
    state: titleIn(language, state),
    date,
    url: withReading(`${provision.home.address}#binding`, parameters),
    provisions: bindings.map((binding) => ({
      title: binding.provision.citation,
      url: withReading(binding.provision.address, parameters),
      answer: answered(binding, language),
    })),
    isNorm,
  }
}

const FACET_NAMES: Readonly<Record<Facet, string>> = {
  kind: message('Kind'),
  body: message('Body'),
  treaty: message('Treaty'),
  state: message('State'),
  outcome: message('Outcome'),
}

/** Values of a facet that are listed. */
const MAX_VALUES = 8

interface Choice {
  readonly value: string
  readonly count: number
  readonly url: string
  readonly current: boolean
}

interface FacetGroup {
  readonly facet: Facet
  readonly name: string
  readonly choices: readonly Choice[]
}

/** The address of a query with another choice, from its first page. */
const narrowedUrl = ({ text, limit, offset, ...facets }: Query, change: Partial<Record<Facet | 'offset', string | number | undefined>>) =>
  searchUrl({ q: text, ...facets, ...change })

/** Facets between whose values there is a choice, or one was made. */
function facetGroups(query: Query, { facets }: Found, { t }: Language): FacetGroup[] {
  return FACETS.flatMap((facet) => {
    const chosen = query[facet]
    const listed = (facets[facet] ?? []).filter(({ value }, at) => at < MAX_VALUES || value === chosen)
    const choices = listed.map(({ value, count }) => {
      const current = value === chosen
      return { value, count, current, url: narrowedUrl(query, { [facet]: current ? undefined : value }) }
    })
    return choices.length > 1 || chosen ? [{ facet, name: t(FACET_NAMES[facet]), choices }] : []
  })
}

/** What a search is narrowed to, each with the address without it. */
const chosenFacets = (query: Query, language: Language) =>
  FACETS.flatMap((facet) => {
    const value = query[facet]
    return value
      ? [{ name: language.t(FACET_NAMES[facet]), value: term(language, value), url: narrowedUrl(query, { [facet]: undefined }) }]
      : []
  })

/** Addresses of the pages of results before and after. */
const pagesAround = (query: Query, total: number): { less: string | undefined; more: string | undefined } => {
  const { offset, limit } = query
  return {
    less: offset > 0 ? narrowedUrl(query, { offset: Math.max(0, offset - limit) || undefined }) : undefined,
    more: offset + limit < total ? narrowedUrl(query, { offset: offset + limit }) : undefined,
  }
}

export function presentSearch(site: Site, query: Query, found: Found, asked: AskedBinding | undefined): { view: string } {
  const { graph, language, helpers } = site
  const q = query.text
  const heading = q === '' ? language.t('Search') : language.t('Search: {words}', { words: q.slice(0, 60) })
  return {
    ...frame(site, { view: 'search', heading, path: '/search', q, hasApi: false }),
    ...helpers,
    found,
    query,
    binding: asked && searchBinding(graph, asked, language),
    chosen: chosenFacets(query, language),
    groups: facetGroups(query, found, language),
    ...pagesAround(query, found.total),
  } as { view: string }
}
