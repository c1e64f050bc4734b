/** What a reader may choose: premises and counter-arguments by id, with a clear word for an id that is neither. */
import type { Graph } from '../graph/link.ts'
import { nearest } from '../graph/nearest.ts'
import { recordsOf } from '../graph/questions.ts'
import type { Argument } from '../kinds/argument.ts'
import type { CounterArgument } from '../kinds/counter-argument.ts'
import type { IsChoice } from './dependence.ts'
import type { Choices } from './label.ts'

/** Ids of all premises and counter-arguments. */
export function choosable(graph: Graph): Set<string> {
  const args = recordsOf(graph, 'argument').map((node) => node.record.data as Argument)
  const counters = recordsOf(graph, 'counter-argument').map((node) => node.record.data as CounterArgument)
  const premises = [...args, ...counters].flatMap((record) => record.premises.map((premise) => `${record.id}/${premise.id}`))
  return new Set([...premises, ...counters.map((counter) => counter.id)])
}

/** Reads two lists of ids as choices; a text says what is wrong with them. An id in both lists is no choice. */
export function readChoices(graph: Graph, accept: readonly string[], reject: readonly string[]): Choices | string {
  const known = choosable(graph)
  const unknown = [...accept, ...reject].filter((id) => !known.has(id))
  if (unknown.length > 0) {
    const named = unknown.slice(0, 5).map((id) => {
      const hint = nearest(id.slice(0, 40), known)
      return `${JSON.stringify(id.slice(0, 40))}${hint ? ` (did you mean ${hint}?)` : ''}`
    })
    return `no premise and no counter-argument is called ${named.join(', ')}${unknown.length > 5 ? ` and ${unknown.length - 5} more` : ''}; expected ids such as ARG-L02a-1/P4 or CA-03`
  }
  const both = accept.find((id) => reject.includes(id))
  if (both !== undefined) return `${both} is both accepted and rejected`
  return { accept: new Set(accept), reject: new Set(reject) }
}

/** Premises that are for a reader to decide: not those that are computed or follow from a claim. */
export function isChoiceIn(graph: Graph): IsChoice {
  const computed = new Set(
    recordsOf(graph, 'argument').flatMap((node) => {
      const data = node.record.data as Argument
      return data.premises.filter((premise) => premise.status || premise.follows).map((premise) => `${data.id}/${premise.id}`)
    }),
  )
  return (premise) => !computed.has(premise.id)
}
