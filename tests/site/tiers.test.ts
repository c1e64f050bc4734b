import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startSite } from '../site.ts'

let running: Running

beforeAll(async () => {
  running = await startSite()
})

afterAll(() => running.stop())

const body = async (path: string) => (await fetch(`${running.base}${path}`)).text()
const tiers = (html: string) => {
  const section = /<h2 id="authorities">.*?<\/section>/su.exec(html)?.[0] ?? ''
  return section
    .split('<h3 class="tier">')
    .slice(1)
    .map((tier) => ({
      heading: /^[^<]+/u.exec(tier)?.[0].trim(),
      items: [...tier.matchAll(/<h[45][^>]*><a href="[^"]+">([^<]+)</gu)].map((match) => match[1]),
      html: tier,
    }))
}

describe('the authorities of a claim', () => {
  test('come in order of force: what binds in terms, what binds besides, norms, readings, and what is against', async () => {
    const list = tiers(await body('/statements/hrf-2023-10-13/L-02a'))
    expect(list.map(({ heading }) => heading)).toEqual([
      'Binds China, and says it in terms',
      'Binds China, and is read so or relied on besides',
      'Norms, each with its own sources',
      'How treaty bodies read it: authoritative, not binding',
      'Against',
    ])
    expect(list[0]?.items).toEqual(['CAT art 3', 'CAT art 3(1)', 'CAT art 3(2)'])
  })

  test('say of a text once what is true of all its passages', async () => {
    const list = tiers(await body('/statements/hrf-2023-10-13/L-02a'))
    const bodies = list.find(({ heading }) => heading?.startsWith('How treaty bodies'))
    const [comment = ''] = bodies?.html.split('</article>').filter((part) => part.includes('cat-c-gc-4')) ?? []
    expect(comment.match(/#para-4"|#para-13"/gu)).toHaveLength(2)
    expect(comment.match(/Weight: /gu)).toHaveLength(1)
    expect(comment).toContain('<span class="vh">CAT/C/GC/4 </span>para 4</a>')
  })

  test('say why each binds or does not, in words and with a sign, and lead to the original', async () => {
    const [first] = tiers(await body('/statements/hrf-2023-10-13/L-02a'))
    expect(first?.html).toMatch(
      /<a href="\/treaties\/cat\/3#binding"><span class="sign b-bound"><svg[^>]*><use href="#s-bound"\/><\/svg><span>Bound<\/span><\/span> since 3 November 1988/u,
    )
    expect(first?.html).toMatch(/Original: <a class="out" href="https:\/\/treaties\.un\.org\//u)
  })

  test('are ranked anew for another State: CAT does not bind the DPRK', async () => {
    const list = tiers(await body('/statements/hrf-2023-10-13/L-02a?state=PRK'))
    const unbound = list.find(({ heading }) => heading?.startsWith('Does not bind'))
    expect(unbound?.items).toContain('CAT art 3(1)')
    expect(list.some(({ heading }) => heading?.startsWith('Binds '))).toBe(false)
    expect(unbound?.html).toContain('href="/treaties/cat/3?state=PRK#binding"')
  })

  test('say of a treaty without a table of participation that it is not recorded, and not that it does not bind', async () => {
    const list = tiers(await body('/statements/hrf-2023-10-13/D-01a'))
    const unrecorded = list.find(({ heading }) => heading === 'Whether it binds China is not recorded here')
    expect(unrecorded?.items).toContain('UN Charter art 98')
    expect(list.some(({ heading }) => heading?.startsWith('Does not bind'))).toBe(false)
  })

  test('say of a treaty that the State only signed that it does not bind', async () => {
    const list = tiers(await body('/statements/hrf-2023-10-13/L-02e'))
    const unbound = list.find(({ heading }) => heading === 'Does not bind China as a treaty')
    expect(unbound?.items).toContain('ICCPR art 7')
    expect(unbound?.html).toContain('Signed only')
  })

  test('lead to the text of the United Nations in the language of the reader', async () => {
    expect(await body('/zh/statements/hrf-2023-10-13/L-02a')).toContain('href="https://docs.un.org/zh/CAT/C/GC/4"')
    expect(await body('/ko/statements/hrf-2023-10-13/L-02a')).toContain('href="https://docs.un.org/en/CAT/C/GC/4"')
  })
})
