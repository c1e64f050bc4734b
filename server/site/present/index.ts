/** A node of the graph into the model of its page: shared parts, and what its view needs besides. */
import type { Sentence } from '../../argument/sentence.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow } from '../../graph/questions.ts'
import type { Citation } from '../../kinds/kind.ts'
import { jsonLdOf } from '../json-ld.ts'
import { type Language, link } from '../language.ts'
import { type Prose, proseOf } from '../markdown.ts'
import { evaluateReading, type Reading } from '../reading.ts'
import { baselineOf, type Site } from '../site.ts'
import { presentArgument, presentCounter } from './argument-page.ts'
import { authorities } from './authority.ts'
import { citePanel } from './cite.ts'
import { presentClaim } from './claim.ts'
import type { ReadingView } from './evaluated.ts'
import { fieldsOf } from './fields.ts'
import { crumbsOf, frame } from './frame.ts'
import { presentInterpretation } from './interpretation.ts'
import { backlinks, forwardLinks } from './links.ts'
import { asWritten, tabName, titleHtml, titleIn, titleInText } from './names.ts'
import { presentNorm } from './norm.ts'
import { presentParticipation } from './participation.ts'
import type { Presenter } from './presenter.ts'
import { sayHtml } from './say.ts'
import { presentState } from './state.ts'
import { presentStatement } from './statement.ts'
import { capital, onJoiningHtml, term, termHtml } from './terms.ts'
import { presentArticle, presentTreaty } from './treaty.ts'

const presentRecord: Presenter = (graph, node, _view, { t }) => ({
  fields: fieldsOf(graph, node),
  sections: [{ id: 'linked', text: t('Linked from') }],
})

/** What a view needs besides the shared parts; a kind whose view is not here shows every field. */
const PRESENTERS: Readonly<Record<string, Presenter>> = {
  statement: presentStatement,
  claim: presentClaim,
  treaty: presentTreaty,
  article: presentArticle,
  norm: presentNorm,
  interpretation: presentInterpretation,
  argument: presentArgument,
  'counter-argument': presentCounter,
  state: presentState,
  participation: presentParticipation,
  record: presentRecord,
}

/** Helpers that every view of a node may call. */
export interface Helpers extends Prose, Pick<Language, 't' | 'rich' | 'day' | 'list'> {
  /** Makes a link of the words between two tags of a message. */
  readonly link: typeof link
  /** Words of a record, marked as English on a page in another language. */
  asWritten(words: string | Citation): string
  /** A word of a closed list, as text and as HTML. */
  term(word: string): string
  termHtml(word: string): string
  onJoiningHtml(kind: string): string
  capital(text: string): string
  /** What the evaluation says. */
  say(sentence: Sentence): string
  /** What a thing is called, as HTML and as text. */
  nameOf(node: GraphNode): string
  titleOf(node: GraphNode): string
  /** The same within a sentence. */
  inText(node: GraphNode): string
  cite(citation: Citation): { url: string; title: string; node: GraphNode } | undefined
  authorities(citations: readonly Citation[] | undefined): ReturnType<typeof authorities>
}

/** Helpers bound to a graph and a language. */
export function helpersOf(graph: Graph, language: Language): Helpers {
  const { t, rich, day, list } = language
  return {
    ...proseOf(graph, language),
    t,
    rich,
    day,
    list,
    link,
    asWritten: (words) => asWritten(language, words),
    term: (word) => term(language, word),
    termHtml: (word) => termHtml(language, word),
    onJoiningHtml: (kind) => onJoiningHtml(language, kind),
    capital,
    say: (sentence) => sayHtml(language, sentence),
    nameOf: (node) => titleHtml(language, node),
    titleOf: (node) => titleIn(language, node),
    inText: (node) => titleInText(language, node),
    cite: (citation) => {
      const node = follow(graph, citation)
      return node ? { url: node.address, title: node.title, node } : undefined
    },
    authorities: (citations) => authorities(graph, citations),
  }
}

/** The view of a reading, with the default beside it for comparison. */
export function readingView(site: Site, node: GraphNode, reading: Reading): ReadingView | undefined {
  const { parameters } = reading
  const baseline = baselineOf(site, node)
  if (!baseline) return undefined
  return { path: node.address, parameters, evaluation: evaluateReading(site, reading, node), baseline, isChoice: site.isChoice }
}

/** The default view of a node. */
export function standardView(site: Site, node: GraphNode): ReadingView | undefined {
  const baseline = baselineOf(site, node)
  return (
    baseline && {
      path: node.address,
      parameters: { state: undefined, date: undefined, choices: baseline.choices, otherFirst: false },
      evaluation: baseline,
      baseline,
      isChoice: site.isChoice,
    }
  )
}

/** The model of a node's own page, in a reading. */
export function presentNode(site: Site, node: GraphNode, reading: ReadingView | undefined): object {
  const { graph, helpers } = site
  const view = node.outline.view ?? 'record'
  const extra = (PRESENTERS[view] ?? presentRecord)(graph, node, reading, site.language)
  return {
    ...helpers,
    ...extra,
    scripts: [...(extra.scripts ?? []), ...(reading ? ['what-if'] : []), 'copy'],
    ...frame(site, {
      view,
      heading: tabName(site.language, node),
      path: node.address,
      crumbs: crumbsOf(site, node),
      sections: [...(extra.sections ?? []), { id: 'cite', text: site.language.t('Cite') }],
    }),
    title: extra.heading ?? node.title,
    node,
    data: node.record.data,
    kind: node.record.kind,
    reading,
    backlinks: backlinks(graph, node, site.language),
    forwardLinks: forwardLinks(graph, node, site.language),
    citePanel: citePanel(site, node),
    jsonLd: jsonLdOf(site, node),
  }
}
