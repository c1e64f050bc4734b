/** An answer about binding as lines of text, for the command line. */
import type { Graph } from '../graph/link.ts'
import { type Binding, bindingOf } from './binding.ts'
import { bindingOfNorm } from './norm-binding.ts'
import { isUnread, readProvision } from './question.ts'
import { inEnglish } from './sentence.ts'
import { situationNamed } from './situation.ts'

const DAY = 'year-mo-da'.length

const heading = ({ provision, state, date, status, since }: Binding): string => {
  const day = since === undefined ? '' : status === 'not yet in force' ? `, in force from ${since}` : ` since ${since}`
  return `${provision.citation}, ${state.title} (${state.record.id}), ${date}: ${status}${day}`
}

const lines = (binding: Binding): string[] => [
  heading(binding),
  ...binding.reasons.map(({ date = '', text, address = '', unsourced }) =>
    `  ${date.padEnd(DAY)}  ${text}${unsourced ? ' [from memory]' : ''}\t${address}`.trimEnd(),
  ),
]

/** Status and reasons of a provision; for a norm those of each provision, and custom as custom; or what is wrong with the question. */
export function bindText(graph: Graph, text: string, state?: string, date?: string): readonly string[] | { readonly fault: string } {
  const node = readProvision(graph, text)
  if (isUnread(node)) return node
  const situation = situationNamed(graph, state, date)
  if (typeof situation === 'string') return { fault: situation }
  if (node.kind !== 'norm') return lines(bindingOf(graph, node, situation.state, situation.date))
  const { provisions, custom } = bindingOfNorm(graph, node, situation.state, situation.date)
  const head = `${node.title}, ${situation.state.title} (${situation.state.record.id}), ${situation.date}: no single status`
  return [
    head,
    ...provisions.flatMap(lines),
    ...custom.map((item) => `as ${item.form}: ${item.answer}\n  ${item.said.map(inEnglish).join(' ')}`),
  ]
}
