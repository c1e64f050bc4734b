/** A claim as a reading finds it: outcome, force, open facts, each with its reason, and what would change it. */

import { type CriticalQuestion, criticalQuestions } from '../../argument/critical.ts'
import { type Change, dependenceOf, type IsChoice } from '../../argument/dependence.ts'
import type { EvaluatedClaim, Evaluation } from '../../argument/evaluate.ts'
import { computeStatus } from '../../argument/framework.ts'
import type { Label } from '../../argument/label.ts'
import type { Sentence } from '../../argument/sentence.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import type { Argument, Premise } from '../../kinds/argument.ts'
import type { Language } from '../language.ts'
import { type ArgumentView, argumentsFor, type Objection } from './argument.ts'
import { type ShownBinding, shownBinding } from './binding.ts'
import type { Ref } from './frame.ts'
import { choosing, choosingAll, counterPicks, type Pick, premisePicks, type ReadingParameters, readingUrl } from './what-if.ts'

/** Evaluations between which a page compares, and the address whose reading it shows. */
export interface ReadingView {
  readonly path: string
  readonly parameters: ReadingParameters
  readonly evaluation: Evaluation
  /** The same without the reader's choices, for the default State and day. */
  readonly baseline: Evaluation
  readonly isChoice: IsChoice
}

const STANCE_OF_LABEL: Readonly<Record<Label, Premise['stance']>> = { in: 'accepted', undecided: 'disputed', out: 'rejected' }

export interface EvaluatedPremise {
  readonly premise: Premise
  readonly id: string
  readonly stance: Premise['stance']
  readonly changed: boolean
  /** For a premise that is computed: the bindings that decide it. */
  readonly bindings: readonly ShownBinding[]
  /** Links with which the reader decides; none for what is computed or follows from a claim. */
  readonly picks: readonly Pick[]
}

export interface EvaluatedObjection extends Objection {
  /** `met`, `in part`, `open` as the records have it, or set aside by the reader. */
  readonly state: 'met' | 'in part' | 'open'
  readonly picks: readonly Pick[]
}

export interface EvaluatedArgumentView extends Omit<ArgumentView, 'objections'> {
  readonly outcome: 'stands' | 'contested' | 'fails'
  readonly force: string
  readonly reasons: readonly Sentence[]
  readonly premises: readonly EvaluatedPremise[]
  readonly objections: readonly EvaluatedObjection[]
  readonly questions: readonly CriticalQuestion[]
}

const OUTCOME_OF_LABEL = { in: 'stands', undecided: 'contested', out: 'fails' } as const
const STATE_OF_LABEL = { in: 'open', undecided: 'in part', out: 'met' } as const

function premiseView(graph: Graph, data: Argument, premise: Premise, view: ReadingView, language: Language): EvaluatedPremise {
  const id = `${data.id}/${premise.id}`
  const stance = STANCE_OF_LABEL[view.evaluation.labelling.premises.get(id) ?? 'undecided']
  const framework = view.evaluation.framework.arguments.find((argument) => argument.id === data.id)
  const own = framework?.premises.find((item) => item.id === id)
  const decides = own !== undefined && view.isChoice(own)
  const { accept, reject } = view.parameters.choices
  return {
    premise,
    id,
    stance,
    changed: accept.has(id) || reject.has(id),
    bindings: premise.status
      ? computeStatus(graph, premise.status, view.evaluation.situation).bindings.map((binding) => shownBinding(binding, view, language))
      : [],
    picks: decides ? premisePicks(view.path, view.parameters, id, premise.stance, language.t) : [],
  }
}

/** An argument in a reading. */
export function evaluatedArgument(graph: Graph, view: ReadingView, argument: ArgumentView, language: Language): EvaluatedArgumentView {
  const { data } = argument
  const { labelling, framework, claims } = view.evaluation
  const evaluated = claims.get(data.concludes.text)?.arguments.find((item) => item.id === data.id)
  const attacks = framework.arguments.find((item) => item.id === data.id)?.attacks ?? []
  const labels = labelling.attacks.get(data.id) ?? []
  const labelOf = (objection: Objection) => {
    const at = attacks.findIndex((attack) => attack.counter === objection.data.id && attack.undermines?.split('/')[1] === objection.premise)
    return labels[at] ?? 'undecided'
  }
  return {
    ...argument,
    outcome: OUTCOME_OF_LABEL[evaluated?.label ?? 'undecided'],
    force: evaluated?.force ?? 'none',
    reasons: evaluated?.reasons ?? [],
    premises: data.premises.map((premise) => premiseView(graph, data, premise, view, language)),
    objections: argument.objections.map((objection) => ({
      ...objection,
      state: STATE_OF_LABEL[labelOf(objection)],
      picks: counterPicks(view.path, view.parameters, objection.data.id, language.t),
    })),
    questions: criticalQuestions(data, attacks, labelling),
  }
}

export interface ChangeView extends Change {
  readonly url: string
  readonly text: string
}

export interface SetView {
  readonly changes: readonly ChangeView[]
  /** Address at which all of them are made. */
  readonly url: string
}

export interface Chip {
  readonly id: string
  readonly what: Change['what']
  readonly text: string
  readonly removeUrl: string
}

export interface EvaluatedView {
  readonly claim: EvaluatedClaim
  /** The claim without the reader's choices; only where something differs. */
  readonly before: EvaluatedClaim | undefined
  readonly openFacts: readonly Ref[]
  readonly arguments: readonly EvaluatedArgumentView[]
  readonly stands: readonly SetView[]
  readonly fails: readonly SetView[]
  readonly moreStands: number
  readonly moreFails: number
  readonly chips: readonly Chip[]
  readonly resetUrl: string
}

/** More sets of one size than these tell a reader nothing more. */
const SHOWN_SETS = 3

/** Text and address of a premise or a counter-argument. */
export function named(graph: Graph, id: string): { url: string; text: string } {
  const [record = id, part] = id.split('/')
  const folder = record.startsWith('CA-') ? 'counter-arguments' : 'arguments'
  const address = `/${folder}/${record}${part ? `#${part}` : ''}`
  const node = graph.nodes.get(address)
  return { url: address, text: node ? node.title.slice(node.citation.length).trim() : id }
}

/** The same reading without the reader's choices. */
export const withoutChoices = (parameters: ReadingParameters): ReadingParameters => ({
  ...parameters,
  choices: { accept: new Set(), reject: new Set() },
})

function setView(graph: Graph, view: ReadingView, changes: readonly Change[]): SetView {
  return {
    changes: changes.map((change) => ({ ...change, ...named(graph, change.id) })),
    url: readingUrl(view.path, choosingAll(withoutChoices(view.parameters), changes)),
  }
}

function chipsOf(graph: Graph, { path, parameters }: ReadingView): Chip[] {
  const { accept, reject } = parameters.choices
  const chip = (what: Change['what']) => (id: string) => ({
    id,
    what,
    text: named(graph, id).text,
    removeUrl: readingUrl(path, choosing(parameters, id, 'default')),
  })
  return [...[...accept].sort().map(chip('accept')), ...[...reject].sort().map(chip('reject'))]
}

const differs = (a: EvaluatedClaim, b: EvaluatedClaim) =>
  a.outcome !== b.outcome || a.force !== b.force || a.openFacts.join() !== b.openFacts.join()

/** What a reading finds of a claim. */
export function evaluatedView(graph: Graph, node: GraphNode, view: ReadingView, language: Language): EvaluatedView | undefined {
  const claim = view.evaluation.claims.get(node.citation)
  const before = view.baseline.claims.get(node.citation)
  if (!claim || !before) return undefined
  const { stands, fails } = dependenceOf(view.evaluation.framework, node.citation, view.isChoice)
  return {
    claim,
    before: differs(claim, before) ? before : undefined,
    openFacts: claim.openFacts.map((id) => ({ ...named(graph, id), title: id })),
    arguments: argumentsFor(graph, node).map((argument) => evaluatedArgument(graph, view, argument, language)),
    stands: stands.slice(0, SHOWN_SETS).map((set) => setView(graph, view, set)),
    fails: fails.slice(0, SHOWN_SETS).map((set) => setView(graph, view, set)),
    moreStands: Math.max(0, stands.length - SHOWN_SETS),
    moreFails: Math.max(0, fails.length - SHOWN_SETS),
    chips: chipsOf(graph, view),
    resetUrl: readingUrl(view.path, withoutChoices(view.parameters)),
  }
}
