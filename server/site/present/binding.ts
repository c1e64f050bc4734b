/** Answers about binding as pages show them: a sentence with a sign, the dated acts, what is uncertain, the procedures, a form. */
import { type Binding, bindingOf, type Status, treatyOf } from '../../argument/binding.ts'
import { bindingOfNorm, type CustomAnswer } from '../../argument/norm-binding.ts'
import { type Competence, type Outcome, proceduresOf } from '../../argument/procedures.ts'
import type { Reason } from '../../argument/reason.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { type Language, message } from '../language.ts'
import { type AskForm, askForm } from './ask-form.ts'
import type { ReadingView } from './evaluated.ts'
import { titleIn } from './names.ts'
import { sayAllHtml } from './say.ts'
import { outcomeOfProcedure, term } from './terms.ts'
import { NO_READING, type ReadingParameters, readingPairs, readingUrl } from './what-if.ts'

/** One status, one sign and one short word. */
export interface Answered {
  readonly status: Status
  /** Name of the sign, and of its class. */
  readonly sign: string
  readonly word: string
  /** What follows the word: since when, and what limits it. */
  readonly more: string
}

const SIGNS: Readonly<Record<Status, readonly [sign: string, word: string]>> = {
  bound: ['bound', message('Bound')],
  'bound with reservation': ['reserved', message('Bound with reservation')],
  'signed only': ['signed', message('Signed only')],
  'not party': ['not-party', message('Not a party')],
  'not yet in force': ['not-yet', message('Not yet in force')],
  withdrawn: ['withdrawn', message('Withdrawn')],
  'not a treaty': ['not-party', message('Not a treaty')],
  'not recorded': ['unchecked', message('Not recorded')],
}

/** What follows the word; a text that begins with a colon stands close to it. */
function moreOn({ status, since, notice }: Binding, { t, day: inWords }: Language): string {
  const day = inWords(since)
  switch (status) {
    case 'bound':
      return t('since {day}', { day })
    case 'bound with reservation':
      return t('since {day}: a reservation or declaration concerns it', { day })
    case 'signed only':
      if (notice === undefined) return t('on {day}: not a party', { day })
      return t('on {day}: not a party, and since {notice} by its own notice not to become one', { day, notice: inWords(notice) })
    case 'not yet in force':
      return since ? t(': in force only from {day}', { day }) : t(': the day of entry into force is not recorded')
    case 'withdrawn':
      return t('with effect from {day}', { day })
    case 'not a treaty':
      return t(': it binds no State as such')
    case 'not recorded':
      return t(': there is no table of participation')
    case 'not party':
      return ''
  }
}

/** A binding in a sentence. */
export function answered(binding: Binding, language: Language): Answered {
  const [sign, word] = SIGNS[binding.status]
  return { status: binding.status, sign, word: language.t(word), more: moreOn(binding, language) }
}

/** An address with a reading, before the place on the page. */
export function withReading(address: string, parameters: ReadingParameters): string {
  const [path = '', place] = address.split('#')
  return `${readingUrl(path, parameters)}${place === undefined ? '' : `#${place}`}`
}

interface ShownReason extends Reason {
  readonly url: string | undefined
  /** Name of the place to which it leads; none, where the words themselves are the link. */
  readonly place: string | undefined
  readonly html: string
}

function shownReason(graph: Graph, reason: Reason, parameters: ReadingParameters, language: Language): ShownReason {
  const item = { ...reason, html: sayAllHtml(language, reason.said) }
  const [path = ''] = (item.address ?? '').split('#')
  const target = graph.nodes.get(item.address ?? '') ?? graph.nodes.get(path)
  if (target === undefined) return { ...item, url: undefined, place: undefined }
  const isTable = target.kind === 'participation'
  const url = isTable || target.kind === 'norm' ? item.address : withReading(target.address, parameters)
  if (item.kind === 'act' || target.kind === 'norm') return { ...item, url, place: undefined }
  return { ...item, url, place: isTable ? language.t('table') : target.citation }
}

const OUTCOME_SIGNS: Readonly<Record<Outcome, string>> = {
  accepted: 'bound',
  'accepted with declaration': 'reserved',
  excluded: 'reserved',
  'not accepted': 'not-party',
  'not in force': 'not-yet',
  'not recorded': 'unchecked',
}

export interface ShownCompetence {
  readonly of: string
  readonly kind: string
  readonly at: string
  readonly url: string | undefined
  /** In the reader's language, with a capital. */
  readonly outcome: string
  /** Whether it is open to nobody, so that the acts say why. */
  readonly isRefused: boolean
  readonly sign: string
  readonly since: string | undefined
  readonly reasons: readonly ShownReason[]
}

/** Procedures with their signs. */
export const shownProcedures = (
  graph: Graph,
  list: readonly Competence[],
  parameters: ReadingParameters,
  language: Language,
): ShownCompetence[] =>
  list.map(({ procedure, provision, outcome, since, reasons }) => ({
    of: procedure.of,
    kind: term(language, procedure.kind),
    at: procedure.at,
    url: provision && withReading(provision.address, parameters),
    outcome: outcomeOfProcedure(language, outcome),
    isRefused: outcome === 'not accepted' || outcome === 'not in force',
    sign: OUTCOME_SIGNS[outcome],
    since,
    reasons: reasons.map((item) => shownReason(graph, item, parameters, language)),
  }))

/** State and day of a panel, and how it differs from the default. */
export interface Asked {
  readonly state: GraphNode
  readonly date: string
  /** Set where it is another State or day than the default: how to get back. */
  readonly instead: { readonly state: GraphNode; readonly date: string; readonly url: string } | undefined
  readonly form: AskForm
}

/** `place` is where on its page the answer stands: `#binding`, or nothing for the whole page. */
export function askedIn(
  graph: Graph,
  { path, parameters, evaluation, baseline }: ReadingView,
  place: '#binding' | '',
  language: Language,
): Asked {
  const { state, date } = evaluation.situation
  const isOther = parameters.state !== undefined || parameters.date !== undefined
  const standard = { ...parameters, state: undefined, date: undefined }
  return {
    state,
    date,
    instead: isOther ? { ...baseline.situation, url: `${readingUrl(path, standard)}${place}` } : undefined,
    form: askForm(graph, language, `${path}${place}`, state, date, readingPairs(standard)),
  }
}

/** A binding in short, with the address of the page that gives its reasons. */
export interface ShownBinding {
  readonly citation: string
  /** Named where it is another State than the page is about. */
  readonly state: string | undefined
  readonly url: string
  readonly answer: Answered
}

export function shownBinding(binding: Binding, { evaluation, parameters }: ReadingView, language: Language): ShownBinding {
  const other = binding.state === evaluation.situation.state ? undefined : binding.state
  const reading = { ...NO_READING, state: other ? other.record.id : parameters.state, date: parameters.date }
  return {
    citation: binding.provision.citation,
    state: other && titleIn(language, other),
    url: withReading(`${binding.provision.home.address}#binding`, reading),
    answer: answered(binding, language),
  }
}

export interface BindingPanel extends Asked {
  readonly answer: Answered
  readonly acts: readonly ShownReason[]
  readonly limits: readonly ShownReason[]
  readonly procedures: readonly ShownCompetence[]
  readonly isBound: boolean
}

/** The panel of a treaty or an article. */
export function bindingPanel(graph: Graph, node: GraphNode, view: ReadingView | undefined, language: Language): BindingPanel | undefined {
  if (view === undefined) return undefined
  const asked = askedIn(graph, view, '#binding', language)
  const binding = bindingOf(graph, node, asked.state, asked.date)
  const reasons = binding.reasons.map((item) => shownReason(graph, item, view.parameters, language))
  const isAct = ({ kind }: Reason) => kind === 'act' || kind === 'reservation'
  const isBound = binding.status === 'bound' || binding.status === 'bound with reservation'
  return {
    ...asked,
    answer: answered(binding, language),
    acts: reasons.filter(isAct),
    limits: reasons.filter((item) => !isAct(item)),
    procedures: isBound
      ? shownProcedures(graph, proceduresOf(graph, asked.state, asked.date, treatyOf(node)), view.parameters, language)
      : [],
    isBound,
  }
}

export interface NormPanel extends Asked {
  readonly provisions: readonly ShownBinding[]
  readonly custom: readonly CustomAnswer[]
}

/** The panel of a norm: each of its provisions by itself, and what there is to say of it as custom. */
export function normPanel(graph: Graph, node: GraphNode, view: ReadingView | undefined, language: Language): NormPanel | undefined {
  if (view === undefined) return undefined
  const asked = askedIn(graph, view, '#binding', language)
  const { provisions, custom } = bindingOfNorm(graph, node, asked.state, asked.date)
  return {
    ...asked,
    provisions: provisions.map((binding) => shownBinding(binding, view, language)),
    custom,
  }
}
