/**
 * The force of the law behind an argument, with its reasons, derived and never typed in. In order of force: a binding rule says it in terms; a binding
 * rule is read so, or is custom, or leaves a legal test open; persuasive only; contested in law.
 */
import type { Graph } from '../graph/link.ts'
import { follow } from '../graph/questions.ts'
import type { Argument } from '../kinds/argument.ts'
import { type Binding, bindingOf, isProvision } from './binding.ts'
import type { Situation } from './framework.ts'
import type { FrameworkArgument, Labelling } from './label.ts'
import { type Sentence, sentence } from './sentence.ts'

export type Force = 'binding, on point' | 'binding, by interpretation' | 'persuasive' | 'contested' | 'none'

/** Strongest first. */
export const FORCES: readonly Force[] = ['binding, on point', 'binding, by interpretation', 'persuasive', 'contested', 'none']

export interface Strength {
  readonly force: Force
  readonly reasons: readonly Sentence[]
}

const isStronger = (a: Force, b: Force) => FORCES.indexOf(a) < FORCES.indexOf(b)

/** The source of the rule: a treaty by which the State is bound, general law, or nothing that binds it. */
export interface Ground {
  readonly source: 'treaty' | 'general law' | 'not binding'
  readonly reason: Sentence
}

/** Whether a provision binds on the day, itself or through a treaty that carries it over; what has no table of participation is left open. */
const binds = ({ status, through }: Binding): boolean => status.startsWith('bound') || status === 'not recorded' || through.some(binds)

/** What an argument's rule rests on, for a State on a day. */
export function groundOf(graph: Graph, argument: Argument, { state, date }: Situation): Ground {
  if (argument.warrant.asCustom || argument.scheme === 'custom' || argument.scheme === 'State responsibility') {
    return { source: 'general law', reason: sentence('rests on custom or on general rules of State responsibility') }
  }
  const rules = (argument.warrant.rules ?? []).flatMap((rule) => follow(graph, rule) ?? []).filter(isProvision)
  if (rules.length === 0) return { source: 'not binding', reason: sentence('names no provision') }
  const unbound = rules.map((rule) => bindingOf(graph, rule, state, date)).find((binding) => !binds(binding))
  if (unbound) {
    const values = { provision: unbound.provision.citation, state, status: { word: unbound.status } }
    return { source: 'not binding', reason: sentence('{provision} does not bind {state} ({status})', values) }
  }
  const values = { provisions: rules.map((rule) => rule.citation).join(', '), state }
  return {
    source: 'treaty',
    reason: rules.length > 1 ? sentence('{provisions} bind {state}', values) : sentence('{provisions} binds {state}', values),
  }
}

function baseOf(argument: Argument, ground: Ground): Force {
  if (ground.source === 'not binding') return 'persuasive'
  if (argument.warrant.how === 'by interpretation' || argument.scheme === 'custom') return 'binding, by interpretation'
  return 'binding, on point'
}

/** Attacks on the law or on the step that no decisive answer and no choice of the reader has met. */
function standingAttacks(argument: Argument, node: FrameworkArgument, labelling: Labelling): string[] {
  const law = new Set(argument.premises.filter((premise) => premise.kind === 'law').map((premise) => `${argument.id}/${premise.id}`))
  const labels = labelling.attacks.get(argument.id) ?? []
  const standing = node.attacks.filter(
    (attack, at) => labels[at] !== 'out' && (attack.undermines === undefined || law.has(attack.undermines)),
  )
  return [...new Set(standing.map((attack) => attack.counter))]
}

interface Law {
  readonly disputed: readonly string[]
  readonly rejected: readonly string[]
}

function lawOf(argument: Argument, labelling: Labelling): Law {
  const own = argument.premises.filter((premise) => premise.kind === 'law' && premise.follows === undefined)
  const labelled = (label: string) =>
    own.map((premise) => `${argument.id}/${premise.id}`).filter((id) => labelling.premises.get(id) === label)
  return { disputed: labelled('undecided'), rejected: labelled('out') }
}

/** An argument with what does not change when a reader chooses. */
export interface PreparedArgument {
  readonly data: Argument
  readonly node: FrameworkArgument
  readonly ground: Ground
}

/** The force of one argument. `ofClaim` gives the force of a claim on which a premise follows: no argument is stronger than that. */
export function forceOf(
  { data: argument, node, ground }: PreparedArgument,
  labelling: Labelling,
  ofClaim: (claim: string) => Force,
): Strength {
  const reasons = [
    ground.reason,
    argument.warrant.how === 'express'
      ? sentence('the text says it in terms')
      : sentence('the text does not say it in terms; it is read so'),
  ]
  let force = baseOf(argument, ground)
  const lower = (to: Force, reason: Sentence) => {
    if (isStronger(force, to)) force = to
    reasons.push(reason)
  }
  const attacks = standingAttacks(argument, node, labelling)
  if (attacks.length > 0)
    lower(
      ground.source === 'not binding' ? 'contested' : 'binding, by interpretation',
      attacks.length > 1
        ? sentence('{objections} are not met in full', { objections: attacks.join(', ') })
        : sentence('{objections} is not met in full', { objections: attacks.join(', ') }),
    )
  const law = lawOf(argument, labelling)
  if (law.disputed.length > 0)
    lower(
      ground.source === 'treaty' ? 'persuasive' : 'contested',
      sentence('{premises}: disputed in law', { premises: law.disputed.join(', ') }),
    )
  if (law.rejected.length > 0) {
    force = 'persuasive'
    reasons.push(sentence('{premises}: no authority found', { premises: law.rejected.join(', ') }))
  }
  for (const premise of argument.premises) {
    if (premise.follows === undefined) continue
    const inherited = ofClaim(premise.follows.text)
    if (inherited !== 'none' && isStronger(force, inherited))
      lower(
        inherited,
        sentence('no stronger than {claim}, from which {premise} follows', {
          claim: premise.follows.text,
          premise: `${argument.id}/${premise.id}`,
        }),
      )
  }
  return { force, reasons }
}
