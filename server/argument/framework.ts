/** The arguments of a graph as a framework to be labelled, with the status premises computed for a State and a day. */
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import { follow, recordsOf } from '../graph/questions.ts'
import type { Argument, Premise } from '../kinds/argument.ts'
import type { CounterArgument } from '../kinds/counter-argument.ts'
import { type Binding, bindingOf } from './binding.ts'
import type { Framework, FrameworkAttack, FrameworkPremise, Stance } from './label.ts'

/** For which State, and on which day, the arguments are read. */
export interface Situation {
  readonly state: GraphNode
  /** ISO day. */
  readonly date: string
}

/** What a status premise comes to, and the bindings that decide it. */
export interface ComputedStatus {
  readonly stance: Stance
  readonly bindings: readonly Binding[]
}

type Status = NonNullable<Premise['status']>

/** A reservation to the very provision leaves open whether the premise holds; a signature counts until the State says that it will not become a party. */
function stanceOf(binding: Binding, is: Status['is']): Stance {
  if (is === 'signed only') return binding.status === 'signed only' && binding.notice === undefined ? 'accepted' : 'rejected'
  if (binding.status === 'bound') return 'accepted'
  return binding.status === 'bound with reservation' ? 'disputed' : 'rejected'
}

const WEAKNESS: readonly Stance[] = ['accepted', 'disputed', 'rejected']

const weakest = (stances: readonly Stance[]): Stance =>
  WEAKNESS[Math.max(...stances.map((stance) => WEAKNESS.indexOf(stance)))] ?? 'disputed'

/** Computes a status premise: all that it names must be so for every State that it concerns. */
export function computeStatus(graph: Graph, status: Status, { state, date }: Situation): ComputedStatus {
  const nodes = (citations: Status['states']) => (citations ?? []).flatMap((citation) => follow(graph, citation) ?? [])
  const states = status.states ? nodes(status.states) : [state, ...nodes(status.also)]
  const bindings = states.flatMap((one) => nodes(status.by).map((provision) => bindingOf(graph, provision, one, date)))
  return { stance: weakest(bindings.map((binding) => stanceOf(binding, status.is))), bindings }
}

function premisesOf(graph: Graph, id: string, premises: readonly Premise[], situation: Situation): FrameworkPremise[] {
  return premises.map((premise) => ({
    id: `${id}/${premise.id}`,
    stance: premise.status ? computeStatus(graph, premise.status, situation).stance : premise.stance,
    ...(premise.follows ? { follows: premise.follows.text } : {}),
  }))
}

function attacksOn(argument: string, counters: readonly CounterArgument[]): FrameworkAttack[] {
  return counters.flatMap((counter) =>
    counter.attacks
      .filter((attack) => attack.on.text.split('/')[0] === argument)
      .map((attack) => ({
        counter: counter.id,
        ...(attack.kind === 'undermine' ? { undermines: attack.on.text } : {}),
        answers: attack.answers.map((id) => counter.answers.some((answer) => answer.id === id && answer.decisive)),
      })),
  )
}

/** The framework of all claims, arguments and counter-arguments. */
export function frameworkOf(graph: Graph, situation: Situation): Framework {
  const counters = recordsOf(graph, 'counter-argument').map((node) => node.record.data as CounterArgument)
  const args = recordsOf(graph, 'argument').map((node) => node.record.data as Argument)
  return {
    claims: recordsOf(graph, 'statement').flatMap((node) => node.parts.map((claim) => claim.citation)),
    arguments: args.map((argument) => ({
      id: argument.id,
      claim: argument.concludes.text,
      premises: premisesOf(graph, argument.id, argument.premises, situation),
      attacks: attacksOn(argument.id, counters),
    })),
    counters: new Map(counters.map((counter) => [counter.id, premisesOf(graph, counter.id, counter.premises, situation)])),
  }
}
