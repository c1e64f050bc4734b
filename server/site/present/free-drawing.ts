/** A free graph drawn: its boxes where the layout puts them, its lines as curves with tips. */
import { layOut, type Point, type SizedBox } from '../graphviz.ts'
import type { Box, Curve, FreeDrawing, Tone } from './drawing.ts'
import { inGroupOrder } from './group-order.ts'

/** A box, or some on top of each other, placed as one. */
export interface FreeBox extends SizedBox {
  /** Relative to the upper left corner of the place. */
  readonly boxes: readonly Box[]
  /** Lines within it, relative too. */
  readonly curves: readonly { readonly points: readonly Point[]; readonly tone: Tone; readonly met: boolean }[]
}

export interface FreeLine {
  /** The left end and the right end. */
  readonly from: string
  readonly to: string
  /** Where the tip is; none for a line without direction. */
  readonly tip: 'left' | 'right' | undefined
  readonly tone: Tone
}

const TIP_LENGTH = 8
const TIP_HALF = 4

/** A tip at a point, away from the point before. */
function tipOf([x, y]: Point, [fromX, fromY]: Point): string {
  const length = Math.hypot(x - fromX, y - fromY) || 1
  const [dx, dy] = [(x - fromX) / length, (y - fromY) / length]
  const [baseX, baseY] = [x - TIP_LENGTH * dx, y - TIP_LENGTH * dy]
  const corners: Point[] = [
    [x, y],
    [baseX - TIP_HALF * dy, baseY + TIP_HALF * dx],
    [baseX + TIP_HALF * dy, baseY - TIP_HALF * dx],
  ]
  return corners.map((corner) => corner.map(Math.round).join()).join(' ')
}

const pathOf = ([start, ...rest]: readonly Point[], curved: boolean) =>
  start ? `M${start.join(' ')}${curved ? 'C' : 'L'}${rest.map((point) => point.join(' ')).join(' ')}` : ''

function curveOf(points: readonly Point[], { tip, tone }: FreeLine): Curve {
  const [first, second] = points
  const [before, last] = points.slice(-2)
  const end = tip === 'right' ? [last, before] : [first, second]
  const [at, from] = end
  return { path: pathOf(points, true), tip: tip && at && from ? tipOf(at, from) : '', tone, met: false }
}

/** How far a frame reaches beyond its boxes. */
const MARGIN = 9

function frameOf(ids: readonly string[], boxes: readonly FreeBox[], places: ReadonlyMap<string, Point>): FreeDrawing['frames'][number] {
  const corners = boxes
    .filter(({ id }) => ids.includes(id))
    .map(({ id, width, height }) => {
      const [x, y] = places.get(id) ?? [0, 0]
      return { left: x, top: y, right: x + width, bottom: y + height }
    })
  const x = Math.min(...corners.map(({ left }) => left)) - MARGIN
  const y = Math.min(...corners.map(({ top }) => top)) - MARGIN
  return {
    x,
    y,
    width: Math.max(...corners.map(({ right }) => right)) + MARGIN - x,
    height: Math.max(...corners.map(({ bottom }) => bottom)) + MARGIN - y,
  }
}

/** Pairs that keep boxes of a row side by side. */
const sideBySide = (row: readonly string[]) => row.slice(1).map((to, at) => ({ from: row[at] ?? to, to }))

export interface FreeParts {
  readonly boxes: readonly FreeBox[]
  readonly lines: readonly FreeLine[]
  /** Boxes that stand in a frame, each above those that follow in its column. */
  readonly groups?: readonly (readonly string[])[]
  /** Boxes without lines, that stand side by side. */
  readonly rows?: readonly (readonly string[])[]
}

/** Draws boxes and lines. */
export async function drawFree({ boxes, lines, groups = [], rows = [] }: FreeParts): Promise<FreeDrawing> {
  const graph = { boxes, lines: [...lines, ...rows.flatMap(sideBySide)], groups }
  const { width, height, places, curves } = inGroupOrder(graph, await layOut(graph))
  const placed = boxes.map((item) => ({ ...item, place: places.get(item.id) ?? ([0, 0] as const) }))
  const inner = placed.flatMap(({ place: [x, y], curves: own }) =>
    own.map(({ points, tone, met }): Curve => {
      const [end = [0, 0], from = [0, 0]] = points.map(([dx, dy]): Point => [x + dx, y + dy]).toReversed()
      return { path: pathOf([from, end], false), tip: tipOf(end, from), tone, met }
    }),
  )
  return {
    width,
    height,
    frames: groups.map((ids) => frameOf(ids, boxes, places)),
    boxes: placed.flatMap(({ place: [x, y], boxes: own }) => own.map((box) => ({ ...box, x: x + box.x, y: y + box.y }))),
    curves: [
      ...lines.flatMap((line, at) => {
        const points = curves[at] ?? []
        return points.length > 0 ? [curveOf(points, line)] : []
      }),
      ...inner,
    ],
  }
}
