/** An argument with the objections to it and the answers to those. */
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { linkedBy } from '../../graph/questions.ts'
import type { Argument } from '../../kinds/argument.ts'
import type { CounterArgument } from '../../kinds/counter-argument.ts'

type Answer = CounterArgument['answers'][number]

export interface Objection {
  readonly node: GraphNode
  readonly data: CounterArgument
  readonly kind: CounterArgument['attacks'][number]['kind']
  /** Id of the premise that it undermines. */
  readonly premise: string | undefined
  readonly answers: readonly Answer[]
  /** `met` by a decisive answer, answered `in part`, or `open`. */
  readonly reply: 'met' | 'in part' | 'open'
}

export interface ArgumentView {
  readonly node: GraphNode
  readonly data: Argument
  readonly objections: readonly Objection[]
}

/** How far some answers meet an objection. */
export const replyOf = (answers: readonly Answer[]): Objection['reply'] =>
  answers.length === 0 ? 'open' : answers.some((item) => item.decisive) ? 'met' : 'in part'

function objectionsOf(counter: GraphNode, argument: Argument): Objection[] {
  const data = counter.record.data as CounterArgument
  return data.attacks
    .filter((attack) => attack.on.text.split('/')[0] === argument.id)
    .map((attack) => {
      const answers = data.answers.filter((item) => attack.answers.includes(item.id))
      return { node: counter, data, kind: attack.kind, premise: attack.on.text.split('/')[1], answers, reply: replyOf(answers) }
    })
}

/** An argument as pages show it. */
export function argumentView(graph: Graph, node: GraphNode): ArgumentView {
  const data = node.record.data as Argument
  const counters = new Set([node, ...node.parts].flatMap((part) => linkedBy(graph, part, 'attacks')).map((from) => from.home))
  return { node, data, objections: [...counters].flatMap((counter) => objectionsOf(counter, data)) }
}

/** Arguments for a claim. */
export const argumentsFor = (graph: Graph, claim: GraphNode): ArgumentView[] =>
  linkedBy(graph, claim, 'argues for').map((node) => argumentView(graph, node))
