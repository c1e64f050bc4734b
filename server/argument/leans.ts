/** Where an argument or a claim leans on general knowledge: what it cites that nobody has checked. */
import type { Graph } from '../graph/link.ts'
import { type GraphNode, partData } from '../graph/node.ts'
import { follow, gradeOf, linkedBy } from '../graph/questions.ts'
import type { Argument } from '../kinds/argument.ts'
import type { Citation } from '../kinds/kind.ts'
import type { Claim } from '../kinds/statement.ts'

/** Something unchecked, and what leans on it. */
export interface Lean {
  readonly by: 'premise' | 'rule' | 'backing' | 'authority' | 'contrary'
  /** The argument, the premise or the claim that leans. */
  readonly from: GraphNode
  readonly on: GraphNode
}

function unchecked(graph: Graph, by: Lean['by'], from: GraphNode, citations: readonly (Citation | undefined)[] | undefined): Lean[] {
  const nodes = (citations ?? []).flatMap((citation) => (citation && follow(graph, citation)) ?? [])
  return nodes.filter((node) => gradeOf(node) === 'unchecked').map((on) => ({ by, from, on }))
}

/** What an argument rests on that is unchecked: through its premises, its rule, its backing. */
export function leansOfArgument(graph: Graph, node: GraphNode): Lean[] {
  const { premises, warrant, backing } = node.record.data as Argument
  return [
    ...premises.flatMap((premise, at) => unchecked(graph, 'premise', node.parts[at] ?? node, premise.restsOn)),
    ...unchecked(graph, 'rule', node, [...(warrant.rules ?? []), warrant.norm]),
    ...unchecked(graph, 'backing', node, backing),
  ]
}

export interface ClaimLeans {
  /** Through its arguments, and as authorities of its own. */
  readonly for: readonly Lean[]
  /** Authorities recorded against it. */
  readonly against: readonly Lean[]
  /** Items of evidence, on either side, that are unchecked. */
  readonly evidence: number
}

/** What speaks for and against a claim and is unchecked. */
export function leansOfClaim(graph: Graph, node: GraphNode): ClaimLeans {
  const claim = partData(node) as Claim
  const evidence = [...(claim.evidence ?? []), ...(claim.against ?? [])]
  return {
    for: [
      ...linkedBy(graph, node, 'argues for').flatMap((argument) => leansOfArgument(graph, argument)),
      ...unchecked(graph, 'authority', node, [...(claim.rules ?? []), ...(claim.interpretations ?? [])]),
    ],
    against: unchecked(graph, 'contrary', node, claim.contrary),
    evidence: evidence.filter(({ grade }) => grade === 'unchecked').length,
  }
}
