/** What an argument or a claim rests on that is general knowledge, as pages say it. */
import { type Lean, leansOfArgument, leansOfClaim } from '../../argument/leans.ts'
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, labelOf } from '../../graph/node.ts'
import type { Language } from '../language.ts'
import type { Ref } from './frame.ts'

/** What leans, and all that it leans on. */
export interface LeanGroup {
  readonly by: string
  readonly url: string | undefined
  readonly on: readonly Ref[]
}

export interface LeansView {
  readonly for: readonly LeanGroup[]
  readonly against: readonly Ref[]
  /** Items of evidence that are unchecked, on either side. */
  readonly evidence: number
}

function wordsFor({ by, from }: Lean, page: GraphNode, t: Language['t']): string {
  const whose = from.home === page ? undefined : from.home.citation
  if (by === 'authority') return t('authorities')
  if (by === 'premise') {
    const premise = from.outline.slug
    return whose === undefined ? t('premise {premise}', { premise }) : t('premise {premise} of {argument}', { premise, argument: whose })
  }
  if (by === 'rule') return whose === undefined ? t('its rule') : t('the rule of {argument}', { argument: whose })
  return whose === undefined ? t('its backing') : t('the backing of {argument}', { argument: whose })
}

const refOf = (node: GraphNode): Ref => ({ url: node.address, text: labelOf(node), title: node.home.title })

function groupsOf(leans: readonly Lean[], page: GraphNode, t: Language['t']): LeanGroup[] {
  const groups = new Map<string, { url: string | undefined; on: Set<GraphNode> }>()
  for (const lean of leans) {
    const by = wordsFor(lean, page, t)
    const group = groups.get(by) ?? { url: lean.from === page ? undefined : lean.from.address, on: new Set() }
    groups.set(by, group)
    group.on.add(lean.on)
  }
  return [...groups].map(([by, { url, on }]) => ({ by, url, on: [...on].map(refOf) }))
}

/** What an argument leans on; nothing, if all of it was checked. */
export function argumentLeans(graph: Graph, node: GraphNode, { t }: Language): LeansView | undefined {
  const leans = leansOfArgument(graph, node)
  return leans.length > 0 ? { for: groupsOf(leans, node, t), against: [], evidence: 0 } : undefined
}

/** What is unchecked of all that speaks for and against a claim; nothing, if all of it was checked. */
export function claimLeans(graph: Graph, node: GraphNode, { t }: Language): LeansView | undefined {
  const leans = leansOfClaim(graph, node)
  if (leans.for.length + leans.against.length + leans.evidence === 0) return undefined
  return {
    for: groupsOf(leans.for, node, t),
    against: [...new Set(leans.against.map(({ on }) => on))].map(refOf),
    evidence: leans.evidence,
  }
}
