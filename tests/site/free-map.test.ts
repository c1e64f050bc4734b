import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FreeGraph, layOut } from '../../server/site/graphviz.ts'
import type { Box, FreeDrawing } from '../../server/site/present/drawing.ts'
import { inGroups } from '../../server/site/present/grouping.ts'
import { standardView } from '../../server/site/present/index.ts'
import { neighboursOf, normDrawing } from '../../server/site/present/norm-map.ts'
import { mappedClaims, statementDrawing } from '../../server/site/present/statement-map.ts'
import { type Running, startSite } from '../site.ts'

let running: Running

beforeAll(async () => {
  running = await startSite()
})

afterAll(() => running.stop())

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

// Places are rounded to whole units.
const overlaps = (a: Rectangle, b: Rectangle) =>
  a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height

const pairs = <T>(list: readonly T[]) => list.flatMap((a, at) => list.slice(at + 1).map((b) => [a, b] as const))

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e "f"', 'g:h')
const graphs: fc.Arbitrary<FreeGraph> = fc.record({
  boxes: fc.uniqueArray(fc.record({ id: ids, width: fc.integer({ min: 40, max: 240 }), height: fc.integer({ min: 40, max: 120 }) }), {
    selector: ({ id }) => id,
    minLength: 1,
  }),
  lines: fc.array(fc.record({ from: ids, to: ids }), { maxLength: 12 }),
  groups: fc.constant([]),
})

/** Lines only between boxes that are there, each once. */
function sound({ boxes, lines }: FreeGraph): FreeGraph {
  const known = new Set(boxes.map(({ id }) => id))
  const each = new Map(
    lines.filter(({ from, to }) => from !== to && known.has(from) && known.has(to)).map((line) => [`${line.from}>${line.to}`, line]),
  )
  return { boxes: boxes.map((box, at) => (at % 2 ? box : { ...box, head: 30 })), lines: [...each.values()], groups: [] }
}

describe('layOut', () => {
  test('keeps boxes apart and in sight, and gives each line a curve of whole pieces, whatever the ids', async () => {
    await fc.assert(
      fc.asyncProperty(graphs.map(sound), async (graph) => {
        const { width, height, places, curves } = await layOut(graph)
        const boxes = graph.boxes.map((box) => {
          const [x, y] = places.get(box.id) ?? [Number.NaN, Number.NaN]
          return { ...box, x, y }
        })
        expect(pairs(boxes).filter(([a, b]) => overlaps(a, b))).toEqual([])
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(-1)
          expect(box.y).toBeGreaterThanOrEqual(-1)
          expect(box.x + box.width).toBeLessThanOrEqual(width + 1)
          expect(box.y + box.height).toBeLessThanOrEqual(height + 1)
        }
        expect(curves).toHaveLength(graph.lines.length)
        for (const curve of curves) expect([curve.length > 3, curve.length % 3]).toEqual([true, 1])
      }),
      { numRuns: 60 },
    )
  })
})

const soundly = ({ boxes, width, height }: FreeDrawing) => {
  expect(
    pairs(boxes)
      .filter(([a, b]) => overlaps(a, b))
      .map(([a, b]) => [a.title, b.title]),
  ).toEqual([])
  expect(boxes.filter((box) => box.x < -1 || box.y < -1 || box.x + box.width > width + 1 || box.y + box.height > height + 1)).toEqual([])
  expect(boxes.filter((box) => box.title.length < 6 || box.url === '')).toEqual([])
}

const node = (address: string) => {
  const found = running.site.graph.nodes.get(address)
  const view = found && standardView(running.site, found)
  if (!found || !view) throw new Error(`${address} has no reading`)
  return { found, view }
}

const page = async (path: string) => (await fetch(`${running.base}${path}`)).text()

const links = (html: string) => new Set([...html.matchAll(/ href="([^"#]*)/gu)].map(([, href]) => href))

describe('the map of a statement', () => {
  test('has every claim, what each rests on, and the objections to each', async () => {
    const { found, view } = node('/statements/hrf-2023-10-13')
    const claims = mappedClaims(running.site.graph, found, view, running.site.language)
    const drawing = await statementDrawing(claims, running.site.language)
    soundly(drawing)
    const attacked = claims.filter(({ objections }) => objections.length > 0)
    expect(drawing.boxes).toHaveLength(46 + attacked.length)
    expect(drawing.curves).toHaveLength(claims.flatMap(({ restsOn }) => restsOn).length + attacked.length)
    expect(drawing.frames).toHaveLength(5)
    const torture = claims.find(({ node: claim }) => claim.citation === 'L-02a')
    expect(torture?.restsOn.map(({ citation }) => citation)).toEqual(['F-01', 'F-03', 'A-02', 'F-08', 'F-07'])
    expect(torture?.objections.map(({ state, list }) => [state, list.length])).toEqual([
      ['in part', 4],
      ['met', 7],
    ])
    expect(drawing.boxes.map(({ title }) => title)).toContain('Claim L-02a Breach of CAT article 3: contested')
  })

  test('has a claim above its parts, and these in their order, wherever they share a column', async () => {
    const { found, view } = node('/statements/hrf-2023-10-13')
    const claims = mappedClaims(running.site.graph, found, view, running.site.language)
    const { boxes, frames } = await statementDrawing(claims, running.site.language)
    const framed = frames.map((frame) => boxes.filter((box) => box.shape === 'claim' && overlaps(box, frame)))
    const columns = framed.flatMap((own) => inGroups(own, ({ x }) => String(x)).map(([, column]) => column))
    const ids = columns.map((column) => column.toSorted((a, b) => a.y - b.y).map(({ lines: [id = ''] }) => id))
    expect(ids).toContainEqual(['L-01a', 'L-01b', 'L-01c', 'L-01d'])
    for (const column of ids) expect(column).toEqual(column.toSorted())
  })

  test('says the same in words, and follows a reading', async () => {
    const html = await page('/statements/hrf-2023-10-13/map?state=THA')
    const [drawing = '', words = ''] = html.split('id="words"')
    const unsaid = [...links(drawing.split('<svg class="map')[1] ?? '')].filter((href) => !links(words).has(href))
    expect(unsaid).toEqual([])
    expect(html).toContain('Read as if the same facts concerned <strong>Thailand</strong>')
    expect(html).toContain('Claim L-02b Breach of Refugee Convention article 33: fails')
    expect(html).not.toMatch(/\sstyle=/u)
  })
})

describe('the map of a norm', () => {
  test.each(['non-refoulement-torture', 'jus-cogens', 'non-refoulement', 'right-to-leave', 'state-complicity'])(
    '%s: has all its neighbours',
    async (id) => {
      const { found, view } = node(`/norms/${id}`)
      const groups = neighboursOf(running.site.graph, found, view, running.site.language)
      const drawing = await normDrawing(found, groups, running.site.language)
      soundly(drawing)
      const count = groups.flatMap(({ list }) => list).length
      expect(drawing.boxes).toHaveLength(1 + count)
      expect(drawing.curves).toHaveLength(count)
      expect(drawing.boxes.filter((box: Box) => box.url === found.address)).toHaveLength(1)
    },
  )

  test('has on each side the first on top: claims before other norms, provisions before authorities', async () => {
    const { found, view } = node('/norms/non-refoulement-torture')
    const groups = neighboursOf(running.site.graph, found, view, running.site.language)
    const { boxes } = await normDrawing(found, groups, running.site.language)
    const tops = inGroups(boxes, ({ x }) => String(x)).map(([, column]) => column.toSorted((a, b) => a.y - b.y)[0]?.lines[0])
    expect(tops).toEqual(expect.arrayContaining(['L-02 A significant', 'CAT art 3(1)']))
  })

  test('shows how each provision binds in a reading', async () => {
    expect(await page('/norms/non-refoulement-refugee/map')).toContain(
      'Provisions that lay it down, and how they bind: Refugee Convention art 33(1) (Bound)',
    )
    expect(await page('/norms/non-refoulement-refugee/map?state=THA')).toContain('Refugee Convention art 33(1) (Not a party)')
  })
})
