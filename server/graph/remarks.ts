/** What an editor should see although it is no fault: parts to which no expected link leads, and questions of which only one side is held. */
import type { Side } from '../kinds/kind.ts'
import type { Graph } from './link.ts'
import { type GraphNode, partAt } from './node.ts'

export interface Remark {
  readonly heading: string
  /** What it is about, as editors cite it. */
  readonly names: readonly string[]
}

const withParts = (node: GraphNode): GraphNode[] => [node, ...node.parts.flatMap(withParts)]

const leadsTo = (graph: Graph, node: GraphNode, verb: string) => (graph.to.get(node.address) ?? []).some((link) => link.verb === verb)

function unlinked(graph: Graph): Remark[] {
  const names = new Map<string, string[]>()
  for (const node of graph.roots.flatMap(withParts)) {
    const { awaits } = node.outline
    if (awaits && !leadsTo(graph, node, awaits.verb)) names.set(awaits.without, [...(names.get(awaits.without) ?? []), node.citation])
  }
  return [...names].map(([heading, list]) => ({ heading, names: list }))
}

function oneSided(graph: Graph): Remark[] {
  const holds = (node: GraphNode, side: Side) => side.own > 0 || (side.verbs ?? []).some((verb) => leadsTo(graph, node, verb))
  const questions = graph.roots.flatMap((root) =>
    (root.record.kind.sides?.(root.record.data) ?? []).map((sided) => {
      const node = partAt(root, sided.path)
      return { ...sided, hasFor: holds(node, sided.for), hasAgainst: holds(node, sided.against) }
    }),
  )
  const open = questions.filter(({ isSettled, hasFor, hasAgainst }) => !isSettled && hasFor !== hasAgainst)
  const namesOf = (hasFor: boolean) => open.filter((sided) => sided.hasFor === hasFor).map(({ name }) => name)
  return [
    { heading: 'nothing recorded against', names: namesOf(true) },
    { heading: 'nothing recorded for', names: namesOf(false) },
  ].filter(({ names }) => names.length > 0)
}

/** Remarks on the records, in the order of kinds and files. */
export const remarksOf = (graph: Graph): Remark[] => [...unlinked(graph), ...oneSided(graph)]

/** One line of the report. */
export const formatRemark = ({ heading, names }: Remark): string => `${heading}: ${names.join(', ')}`
