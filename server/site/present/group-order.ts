/** Puts boxes of a group in its order where they share a column: Graphviz orders a column by what crosses least. */
import type { FreeGraph, Layout, Point } from '../graphviz.ts'
import { inGroups } from './grouping.ts'

/** The boxes of a column from the top, each in as much room as it needs, with the gaps that were between them. */
function stacked(ids: readonly string[], { boxes }: FreeGraph, places: Layout['places']): [string, Point][] {
  const heightOf = (id: string) => boxes.find((box) => box.id === id)?.height ?? 0
  const at = (id: string) => places.get(id) ?? ([0, 0] as const)
  const before = [...ids].sort((a, b) => at(a)[1] - at(b)[1])
  const gaps = before.slice(1).map((id, index) => at(id)[1] - at(before[index] ?? id)[1] - heightOf(before[index] ?? id))
  let y = Math.min(...ids.map((id) => at(id)[1]))
  return ids.map((id, index) => {
    const place: [string, Point] = [id, [at(id)[0], y]]
    y += heightOf(id) + (gaps[index] ?? 0)
    return place
  })
}

/** How far each moved box went down. */
function movesIn(graph: FreeGraph, { places }: Layout): Map<string, number> {
  const columns = graph.groups.flatMap((ids) => inGroups(ids, (id) => String(places.get(id)?.[0])).map(([, column]) => column))
  return new Map(columns.flatMap((ids) => stacked(ids, graph, places)).map(([id, [, y]]) => [id, y - (places.get(id)?.[1] ?? 0)]))
}

/** Both ends of a line go with their boxes; its way between stays. */
const withEnds = (points: readonly Point[], from: number, to: number): Point[] =>
  points.map(([x, y], index) => [x, y + (index < 2 ? from : 0) + (index >= points.length - 2 ? to : 0)])

/** The same layout, with the boxes of each group in order. */
export function inGroupOrder(graph: FreeGraph, layout: Layout): Layout {
  const moves = movesIn(graph, layout)
  const moveOf = (id: string) => moves.get(id) ?? 0
  return {
    ...layout,
    places: new Map([...layout.places].map(([id, [x, y]]) => [id, [x, y + moveOf(id)]])),
    curves: layout.curves.map((points, at) => {
      const line = graph.lines[at]
      return line ? withEnds(points, moveOf(line.from), moveOf(line.to)) : points
    }),
  }
}
