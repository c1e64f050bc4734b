import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReadingView } from '../../server/site/present/evaluated.ts'
import { standardView } from '../../server/site/present/index.ts'
import { rerunOf } from '../../server/site/present/rerun.ts'
import { evaluateReading, readReading } from '../../server/site/reading.ts'
import { type Running, startSite } from '../site.ts'

let running: Running

beforeAll(async () => {
  running = await startSite()
})

afterAll(() => running.stop())

const STATEMENT = '/statements/hrf-2023-10-13'

function rerun(state: string, date: string) {
  const { site } = running
  const node = site.graph.nodes.get(STATEMENT)
  const reading = readReading(
    site,
    new Map([
      ['state', [state]],
      ['date', [date]],
    ]),
    node,
  )
  if (!node || typeof reading === 'string') throw new Error(String(reading))
  const view: ReadingView = {
    ...(standardView(site, node) as ReadingView),
    parameters: reading.parameters,
    evaluation: evaluateReading(site, reading, node),
  }
  return rerunOf(site.graph, node, view, site.language)
}

const page = async (url: string) => (await fetch(`${running.base}${url}`)).text()

describe('the statement read for another State', () => {
  test.each<[string, string, readonly string[]]>([
    ['RUS', '2016-02-01', ['L-02e fails contested', 'L-06 contested stands', 'L-06b contested stands', 'A-01 stands stands']],
    [
      'THA',
      '2023-10-09',
      [
        'L-01 stands fails',
        'L-01a stands fails',
        'L-02b contested fails',
        'L-02e fails contested',
        'L-06 contested stands',
        'L-06b contested stands',
        'A-01 stands stands',
        'L-08 contested contested',
      ],
    ],
  ])('lists what changes for %s on %s, and leads from each change to dated acts', async (state, date, expected) => {
    const changed = rerun(state, date)?.changed ?? []
    expect(changed.map(({ before, now }) => `${now.id} ${before.outcome} ${now.outcome}`)).toEqual(expected)
    const explained = new Set(changed.filter(({ bindings }) => bindings.length > 0).map(({ claim }) => claim.url))
    for (const { claim, follows } of changed) expect(explained.has(claim.url) || follows.some(({ url }) => explained.has(url))).toBe(true)
    for (const url of new Set(changed.flatMap(({ bindings }) => bindings.map((binding) => binding.url)))) {
      const panel = /<ol class="acts">.*?<\/ol>/su.exec(await page(url.split('#')[0] ?? ''))?.[0]
      expect(panel, url).toMatch(/<time datetime="\d{4}-\d{2}-\d{2}">|No signature and no act of consent is recorded|The table has no row/u)
    }
  })

  test('says so on the page, with the way back', async () => {
    const html = await page(`${STATEMENT}?state=THA`)
    expect(html).toContain('Read as if the same facts concerned <strong>Thailand</strong>')
    expect(html).toContain('What this reading changes')
    expect(await page(STATEMENT)).not.toContain('What this reading changes')
  })
})

describe('the page of a claim or an argument read for another State', () => {
  test.each([`${STATEMENT}/L-02b`, '/arguments/ARG-L02b-1'])(
    '%s names the State, and the binding behind each premise that is computed',
    async (path) => {
      const html = await page(`${path}?state=THA&accept=ARG-L02b-1/P4`)
      expect(html).toContain('Read as if the same facts concerned <strong>Thailand</strong>')
      expect(html).toContain('href="/treaties/refugee-protocol?state=THA#binding"')
      expect(html).toContain('<input type="hidden" name="accept" value="ARG-L02b-1/P4">')
      expect(html).toContain('What they say of the treaties, agreements and words of China is not said of Thailand.')
      expect(html).toContain('computed with Thailand in the place of China')
    },
  )
})
