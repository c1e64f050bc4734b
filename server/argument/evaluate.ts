/** All claims evaluated for a State, a day and a reader's choices: outcome, force of the law, open facts, arguments. */
import type { Graph } from '../graph/link.ts'
import { recordsOf } from '../graph/questions.ts'
import type { Argument } from '../kinds/argument.ts'
import { frameworkOf, type Situation } from './framework.ts'
import { type Choices, type Framework, type Label, type Labelling, labelFramework, NO_CHOICES, type Outcome } from './label.ts'
import { type Sentence, sentence } from './sentence.ts'
import { FORCES, type Force, forceOf, groundOf, type PreparedArgument, type Strength } from './strength.ts'

export interface EvaluatedArgument extends Strength {
  readonly id: string
  readonly label: Label
  /** Premises of kind fact that are disputed. */
  readonly openFacts: readonly string[]
}

export interface EvaluatedClaim extends Strength {
  readonly id: string
  readonly outcome: Outcome
  /** Why the outcome is what it is, in a sentence. */
  readonly why: Sentence
  /** Disputed facts on which the best arguments turn, also through claims from which they follow. */
  readonly openFacts: readonly string[]
  readonly arguments: readonly EvaluatedArgument[]
}

export interface Evaluation {
  readonly prepared: Prepared
  readonly situation: Situation
  readonly choices: Choices
  readonly framework: Framework
  readonly labelling: Labelling
  readonly claims: ReadonlyMap<string, EvaluatedClaim>
}

const RANK: readonly Label[] = ['in', 'undecided', 'out']

/** The arguments on which a claim is best carried: the best label first, then the greatest force. */
function best(list: readonly EvaluatedArgument[]): EvaluatedArgument[] {
  const label = RANK.find((one) => list.some((argument) => argument.label === one))
  const carrying = list.filter((argument) => argument.label === label)
  const force = FORCES.find((one) => carrying.some((argument) => argument.force === one))
  return carrying.filter((argument) => argument.force === force)
}

function whyOf(outcome: Outcome, list: readonly EvaluatedArgument[], openFacts: readonly string[]): Sentence {
  const named = (label: Label) =>
    list
      .filter((argument) => argument.label === label)
      .map((argument) => argument.id)
      .join(', ')
  if (outcome === 'no argument') return sentence('No argument for or against it is recorded.')
  if (outcome === 'stands')
    return sentence('Every premise of {arguments} is accepted, and every objection to it is met.', { arguments: named('in') })
  if (outcome === 'fails')
    return sentence('A premise of each argument is rejected, or an objection to it is not met: {arguments}.', { arguments: named('out') })
  const values = { arguments: named('undecided'), facts: openFacts.join(', ') }
  if (openFacts.length === 0) return sentence('Something is left open in what is argued for it ({arguments}).', values)
  return sentence('Something is left open in what is argued for it ({arguments}). Open facts: {facts}.', values)
}

/** What does not change when a reader chooses: the framework for a State and a day, and what each rule rests on there. */
export interface Prepared {
  readonly situation: Situation
  readonly framework: Framework
  readonly arguments: readonly PreparedArgument[]
}

/** Prepares the arguments for a State and a day. */
export function prepare(graph: Graph, situation: Situation): Prepared {
  const framework = frameworkOf(graph, situation)
  const records = new Map(recordsOf(graph, 'argument').map((node) => [node.record.id, node.record.data as Argument]))
  return {
    situation,
    framework,
    arguments: framework.arguments.flatMap((node) => {
      const data = records.get(node.id)
      return data ? [{ data, node, ground: groundOf(graph, data, situation) }] : []
    }),
  }
}

/** Evaluates all claims of prepared arguments under a reader's choices. */
export function evaluatePrepared(prepared: Prepared, choices: Choices): Evaluation {
  const { situation, framework } = prepared
  const labelling = labelFramework(framework, choices)
  const done = new Map<string, EvaluatedClaim>()
  const pending = new Set<string>()

  const claimForce = (claim: string): Force => {
    // In a circle of claims each would wait for the other: then neither lends the other its force.
    if (pending.has(claim)) return 'none'
    return evaluateClaim(claim).force
  }

  const evaluateArgument = (argument: PreparedArgument): EvaluatedArgument => {
    const { data } = argument
    const facts = data.premises.filter((premise) => premise.kind === 'fact').map((premise) => `${data.id}/${premise.id}`)
    return {
      id: data.id,
      label: labelling.arguments.get(data.id) ?? 'undecided',
      openFacts: facts.filter((id) => labelling.premises.get(id) === 'undecided'),
      ...forceOf(argument, labelling, claimForce),
    }
  }

  const inherited = (carrying: readonly EvaluatedArgument[]): string[] =>
    prepared.arguments
      .filter(({ data }) => carrying.some((argument) => argument.id === data.id))
      .flatMap(({ data }) => data.premises)
      .flatMap((premise) => (premise.follows && !pending.has(premise.follows.text) ? evaluateClaim(premise.follows.text).openFacts : []))

  const evaluateClaim = (id: string): EvaluatedClaim => {
    const known = done.get(id)
    if (known) return known
    pending.add(id)
    const list = prepared.arguments.filter(({ node }) => node.claim === id).map(evaluateArgument)
    const carrying = best(list)
    const strongest = FORCES.map((force) => list.find((argument) => argument.force === force)).find(Boolean)
    const openFacts = [...new Set([...carrying.flatMap((argument) => argument.openFacts), ...inherited(carrying)])]
    const outcome = labelling.claims.get(id) ?? 'no argument'
    const claim: EvaluatedClaim = {
      id,
      outcome,
      why: whyOf(outcome, list, openFacts),
      force: strongest?.force ?? 'none',
      reasons: strongest?.reasons ?? [],
      openFacts,
      arguments: list,
    }
    pending.delete(id)
    done.set(id, claim)
    return claim
  }

  return { prepared, situation, choices, framework, labelling, claims: new Map(framework.claims.map((id) => [id, evaluateClaim(id)])) }
}

/** Evaluates all claims for a State and a day under a reader's choices. */
export const evaluate = (graph: Graph, situation: Situation, choices: Choices = NO_CHOICES): Evaluation =>
  evaluatePrepared(prepare(graph, situation), choices)
