import { describe, expect, test } from 'vitest'

import { makeLanguage, TONGUES, type Tongue } from '../../server/site/language.ts'
import { type Box, type Drawing, wrap } from '../../server/site/present/drawing.ts'
import { narrowMap, wideMap } from '../../server/site/present/map.ts'
import type { MapClaim } from '../../server/site/present/map-boxes.ts'

const objection = (id: string) => ({
  id,
  title: `Objection ${id} with a title of some length`,
  verb: 'undermines',
  url: `/${id}`,
  state: 'in part' as const,
  reply: 'A reply that goes on for a while and needs more than one line of the drawing',
})

const CLAIM: MapClaim = {
  title: 'L-02a A claim',
  url: '/claim',
  outcome: 'contested',
  verdict: 'contested; binding, on point; one fact open',
  arguments: ['ARG-1', 'ARG-2'].map((id) => ({
    id,
    title: 'custom',
    url: `/${id}`,
    outcome: 'contested',
    rows: [
      { id: 'P1', text: 'A premise', url: '#P1', stance: 'accepted' as const, objections: [] },
      {
        id: 'P2',
        text: 'Another premise that is much longer than the first and is attacked from several sides',
        url: '#P2',
        stance: 'disputed' as const,
        objections: [objection('CA-01'), objection('CA-02')],
      },
      { id: 'step', text: 'The step', url: '#step', stance: undefined, objections: [objection('CA-03')] },
    ],
  })),
}

const overlaps = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const inner = ({ boxes }: Drawing) => boxes.filter((box) => box.shape !== 'argument')

type Segment = readonly [readonly [number, number], readonly [number, number]]

const segments = ({ edges }: Drawing): Segment[] =>
  edges.flatMap((edge) => edge.points.slice(1).map((point, at) => [edge.points[at] ?? point, point] as const))

/** Whether two lines along the axes cross in a point inside both. */
const cross = ([a, b]: Segment, [c, d]: Segment) => {
  const flat = (segment: Segment) => segment[0][1] === segment[1][1]
  const one: Segment = [a, b]
  const two: Segment = [c, d]
  if (flat(one) === flat(two)) return false
  const [across, down] = flat(one) ? [one, two] : [two, one]
  const [left, right] = [Math.min(across[0][0], across[1][0]), Math.max(across[0][0], across[1][0])]
  const [top, bottom] = [Math.min(down[0][1], down[1][1]), Math.max(down[0][1], down[1][1])]
  return down[0][0] > left && down[0][0] < right && across[0][1] > top && across[0][1] < bottom
}

const english = makeLanguage(TONGUES[0] as Tongue, {})

describe.each([
  ['wideMap', (claim: MapClaim) => wideMap(claim, english)],
  ['narrowMap', (claim: MapClaim) => narrowMap(claim, english)],
])('%s', (_name, draw) => {
  const drawing = draw(CLAIM)

  test('lays no box over another', () => {
    const boxes = inner(drawing)
    expect(boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => overlaps(a, b)))).toEqual([])
  })

  test('draws no line across another', () => {
    const lines = segments(drawing)
    expect(lines.flatMap((a, at) => lines.slice(at + 1).filter((b) => cross(a, b)))).toEqual([])
  })

  test('keeps every box within its frame', () => {
    expect(drawing.boxes.filter((box) => box.x < 0 || box.x + box.width > drawing.width || box.y + box.height > drawing.height)).toEqual([])
  })

  test('says every box in words', () => {
    expect(drawing.boxes.every((box) => box.title.length > 5)).toBe(true)
    expect(drawing.boxes.some((box) => box.title.startsWith('Premise ARG-1/P2, disputed: '))).toBe(true)
  })
})

describe('wrap', () => {
  test('breaks between words and cuts what does not fit with an ellipsis', () => {
    expect(wrap('one two three four five six', 70, 2)).toEqual(['one two', 'three fou…'])
    expect(wrap('short', 200, 2)).toEqual(['short'])
  })
})
