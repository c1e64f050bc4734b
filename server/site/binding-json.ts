/** Answers about binding as JSON. */
import { type Binding, bindingOf } from '../argument/binding.ts'
import { bindingOfNorm, type NormBinding } from '../argument/norm-binding.ts'
import { type Competence, proceduresOf } from '../argument/procedures.ts'
import type { Reason } from '../argument/reason.ts'
import { inEnglish } from '../argument/sentence.ts'
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import { recordsOf } from '../graph/questions.ts'

/** What is not yet in force has a day from when, and none since when. */
const dayJson = ({ status, since }: Binding) => (status === 'not yet in force' ? { from: since ?? null } : { since: since ?? null })

const reasonJson = ({ said: _said, ...item }: Reason) => item

const shortJson = (binding: Binding) => ({
  provision: binding.provision.citation,
  url: binding.provision.address,
  status: binding.status,
  ...dayJson(binding),
})

/** A provision, a State, a day: status and reasons. */
export const bindingJson = (binding: Binding) => ({
  provision: binding.provision.citation,
  url: binding.provision.address,
  state: binding.state.record.id,
  date: binding.date,
  status: binding.status,
  ...dayJson(binding),
  reasons: binding.reasons.map(reasonJson),
  through: binding.through.map(shortJson),
})

/** A norm: the binding of each of its provisions, and what there is to say of it as custom. */
export const normBindingJson = ({ norm, state, date, provisions, custom }: NormBinding) => ({
  norm: norm.citation,
  url: norm.address,
  state: state.record.id,
  date,
  provisions: provisions.map(bindingJson),
  custom: custom.map(({ said, ...item }) => ({ ...item, text: said.map(inEnglish).join(' ') })),
})

const competenceJson = ({ procedure, provision, outcome, since, reasons }: Competence) => ({
  of: procedure.of,
  kind: procedure.kind,
  provision: procedure.at,
  url: provision?.address ?? null,
  outcome,
  since: since ?? null,
  reasons: reasons.map(reasonJson),
})

/** What binds a State, and which procedures it accepts. */
const stateBindingJson = (graph: Graph, state: GraphNode, date: string) => ({
  date,
  treaties: recordsOf(graph, 'treaty')
    .map((treaty) => bindingOf(graph, treaty, state, date))
    .filter(({ status }) => status !== 'not a treaty')
    .map(shortJson),
  procedures: proceduresOf(graph, state, date).map(competenceJson),
})

/** What the page of a node says of binding, for programs; nothing, for a node that binds nobody and is bound by nothing. */
export function bindingPart(graph: Graph, node: GraphNode, state: GraphNode, date: string): object {
  if (node.kind === 'state') return { binding: stateBindingJson(graph, node, date) }
  if (node.kind === 'norm') return { binding: normBindingJson(bindingOfNorm(graph, node, state, date)) }
  return node.kind === 'treaty' || node.kind === 'article' ? { binding: bindingJson(bindingOf(graph, node, state, date)) } : {}
}
