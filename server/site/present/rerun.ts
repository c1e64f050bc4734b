/** What changes when the claims of a statement are read for another State or day: each claim that does, and the bindings that decide it. */
import type { Binding } from '../../argument/binding.ts'
import { bindingOf, isProvision } from '../../argument/binding.ts'
import type { EvaluatedClaim } from '../../argument/evaluate.ts'
import { computeStatus, type Situation } from '../../argument/framework.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow } from '../../graph/questions.ts'
import type { Argument } from '../../kinds/argument.ts'
import type { Language } from '../language.ts'
import { argumentsFor } from './argument.ts'
import { answered, type ShownBinding, shownBinding } from './binding.ts'
import type { ReadingView } from './evaluated.ts'
import type { Ref } from './frame.ts'
import { readingUrl } from './what-if.ts'

export interface ChangedBinding extends ShownBinding {
  /** The answer for the State and the day of the statement. */
  readonly before: ShownBinding['answer']
}

export interface ChangedClaim {
  readonly claim: Ref
  readonly before: EvaluatedClaim
  readonly now: EvaluatedClaim
  readonly bindings: readonly ChangedBinding[]
  /** Claims that changed too and from which a premise follows. */
  readonly follows: readonly Ref[]
}

export interface Rerun {
  readonly changed: readonly ChangedClaim[]
  readonly unchanged: number
}

/** What the premises and the rule of an argument turn on, for a State on a day, always in the same order. */
function bindingsOf(graph: Graph, { premises, warrant }: Argument, situation: Situation): Binding[] {
  const computed = premises.flatMap(({ status }) => (status ? computeStatus(graph, status, situation).bindings : []))
  const rules = warrant.asCustom ? [] : (warrant.rules ?? []).flatMap((rule) => follow(graph, rule) ?? []).filter(isProvision)
  return [...computed, ...rules.map((rule) => bindingOf(graph, rule, situation.state, situation.date))]
}

/** What decides: the status itself, a notice that ends the duty of a signatory, and treaties that carry the provision over. */
const decisive = ({ status, notice, through }: Binding): string => [status, notice ? 'notice' : '', ...through.map(decisive)].join()

function changedBindings(graph: Graph, claim: GraphNode, view: ReadingView, language: Language): ChangedBinding[] {
  const changed = argumentsFor(graph, claim).flatMap(({ data }) => {
    const before = bindingsOf(graph, data, view.baseline.situation)
    return bindingsOf(graph, data, view.evaluation.situation).flatMap((now, at) => {
      const was = before[at]
      return was && decisive(was) !== decisive(now) ? [{ ...shownBinding(now, view, language), before: answered(was, language) }] : []
    })
  })
  return [...new Map(changed.map((item) => [item.url + item.citation, item])).values()]
}

const differs = (a: EvaluatedClaim, b: EvaluatedClaim) => a.outcome !== b.outcome || a.force !== b.force

/** The claims of a statement that a reading changes; nothing for the State and the day of the statement itself. */
export function rerunOf(graph: Graph, node: GraphNode, view: ReadingView, language: Language): Rerun | undefined {
  if (view.parameters.state === undefined && view.parameters.date === undefined) return undefined
  const { claims } = view.evaluation
  const refOf = (claim: GraphNode): Ref => ({ url: readingUrl(claim.address, view.parameters), text: claim.title })
  const changed = node.parts.flatMap((claim) => {
    const [before, now] = [view.baseline.claims.get(claim.citation), claims.get(claim.citation)]
    return before && now && differs(before, now) ? [{ node: claim, before, now }] : []
  })
  const followedBy = (claim: GraphNode) => {
    const ids = argumentsFor(graph, claim).flatMap(({ data }) => data.premises.flatMap(({ follows }) => (follows ? [follows.text] : [])))
    return changed.filter((other) => ids.includes(other.now.id)).map((other) => refOf(other.node))
  }
  return {
    changed: changed.map(({ node: claim, before, now }) => ({
      claim: refOf(claim),
      before,
      now,
      bindings: changedBindings(graph, claim, view, language),
      follows: followedBy(claim),
    })),
    unchanged: node.parts.length - changed.length,
  }
}
