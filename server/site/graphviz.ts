/** Finds places for the boxes of a free graph, and ways for the lines between them. The only file that knows Graphviz. */
import type { Graphviz } from '@hpcc-js/wasm-graphviz'

export type Point = readonly [x: number, y: number]

export interface SizedBox {
  readonly id: string
  readonly width: number
  readonly height: number
  /** Height of the upper part, at whose sides lines begin and end; without it they aim at the middle. */
  readonly head?: number
}

/** Boxes of known size, in the units of the drawing; lines lead from left to right. */
export interface FreeGraph {
  readonly boxes: readonly SizedBox[]
  readonly lines: readonly { readonly from: string; readonly to: string }[]
  /** Boxes that stand together. */
  readonly groups: readonly (readonly string[])[]
}

export interface Layout {
  readonly width: number
  readonly height: number
  /** Upper left corner of each box. */
  readonly places: ReadonlyMap<string, Point>
  /** In the order of the graph: the start of a Bézier curve, then three points for each piece of it. None for a line that stands twice. */
  readonly curves: readonly (readonly Point[])[]
}

/** Units to the inch in Graphviz. */
const INCH = 72

let loading: Promise<Graphviz> | undefined

// It is large, and most runs never draw a free graph.
const load = (): Promise<Graphviz> => (loading ??= import('@hpcc-js/wasm-graphviz').then((module) => module.Graphviz.load()))

/** Graphviz knows parts of a box as cells of a table. */
function nodeOf({ width, height, head }: SizedBox): string {
  if (head === undefined) return `width=${width / INCH},height=${height / INCH}`
  const cell = (high: number, port: string) => `<tr><td${port} fixedsize="true" width="${width}" height="${high}"></td></tr>`
  const rows = cell(head, ' port="head"') + (height > head ? cell(height - head, '') : '')
  return `shape=plain,fixedsize=false,label=<<table border="0" cellborder="0" cellspacing="0" cellpadding="0">${rows}</table>>`
}

/** A graph in the language of Graphviz, with numbers for names so that nothing needs escaping. */
function dotOf({ boxes, lines, groups }: FreeGraph): string {
  const at = new Map(boxes.map(({ id }, index) => [id, index]))
  const end = (id: string, side: 'e' | 'w') => `${at.get(id)}${boxes[at.get(id) ?? -1]?.head === undefined ? '' : `:head:${side}`}`
  const nodes = boxes.map((box, index) => `${index}[${nodeOf(box)}]`)
  return [
    'digraph{rankdir=LR;nodesep=0.17;ranksep=0.55;node[shape=box,fixedsize=true,label=""];edge[dir=none]',
    // Where there are groups Graphviz fills a column from the foot.
    ...(groups.length > 0 ? nodes.toReversed() : nodes),
    ...groups.map((ids, index) => `subgraph cluster_${index}{margin=9;${ids.map((id) => at.get(id)).join(';')}}`),
    ...lines.map(({ from, to }) => `${end(from, 'e')}->${end(to, 'w')}`),
    '}',
  ].join('\n')
}

/** Lays a graph out. */
export async function layOut(graph: FreeGraph): Promise<Layout> {
  const rows = (await load())
    .layout(dotOf(graph), 'plain', 'dot')
    .split('\n')
    .map((row) => row.split(' '))
  const [, , wide = 0, high = 0] = (rows[0] ?? []).map(Number)
  const point = (x: string | undefined, y: string | undefined): Point => [
    Math.round(Number(x) * INCH),
    // Graphviz counts from the lower edge.
    Math.round((high - Number(y)) * INCH),
  ]
  const middles = new Map(rows.flatMap(([what, id, x, y]) => (what === 'node' ? [[Number(id), point(x, y)] as const] : [])))
  const curves = new Map(
    rows.flatMap(([what, from, to, count, ...rest]) => {
      const points = Array.from({ length: Number(count) }, (_, index) => point(rest[2 * index], rest[2 * index + 1]))
      return what === 'edge' ? [[`${from} ${to}`, points] as const] : []
    }),
  )
  const at = new Map(graph.boxes.map(({ id }, index) => [id, index]))
  return {
    width: Math.ceil(wide * INCH),
    height: Math.ceil(high * INCH),
    places: new Map(
      graph.boxes.map(({ id, width, height }, index) => {
        const [x, y] = middles.get(index) ?? [0, 0]
        return [id, [x - width / 2, y - height / 2]]
      }),
    ),
    curves: graph.lines.map(({ from, to }) => curves.get(`${at.get(from)} ${at.get(to)}`) ?? []),
  }
}
