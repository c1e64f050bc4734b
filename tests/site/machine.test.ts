import { spawnSync } from 'node:child_process'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startSite } from '../site.ts'

let running: Running

beforeAll(async () => {
  running = await startSite()
})

afterAll(() => running.stop())

const get = (path: string) => fetch(`${running.base}${path}`, { redirect: 'manual' })

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly example?: string
}

interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>
}

interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

const readDocument = async () => (await (await get('/api/openapi.json')).json()) as Document

/** An address of a documented path, with the examples of its parameters. */
function addressOf(path: string, parameters: readonly Parameter[] = []): string {
  const filled = parameters.reduce((text, { name, example }) => text.replace(`{${name}}`, example ?? ''), path)
  const query = parameters.filter((one) => one.in === 'query' && one.example && !path.includes('{'))
  return query.length > 0 ? `${filled}?${new URLSearchParams(query.map(({ name, example }) => [name, example ?? '']))}` : filled
}

const validatorOf = ({ components }: Document) => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'pacta', components })
  return (schema: object) => ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('#/components/', 'pacta#/components/')) as object)
}

describe('/api/openapi.json', () => {
  test('documents paths each of which answers as its schema says', async () => {
    const document = await readDocument()
    const validator = validatorOf(document)
    expect(document.openapi).toMatch(/^3\.1\./u)
    expect(Object.keys(document.paths).length).toBeGreaterThan(40)
    for (const [path, { get: operation }] of Object.entries(document.paths)) {
      const response = await get(addressOf(path, operation.parameters))
      expect(response.status, path).toBe(200)
      const [type = '', { schema }] = Object.entries(operation.responses['200']?.content ?? {})[0] as [string, { schema: object }]
      const sent = response.headers.get('content-type') ?? ''
      if (type !== 'application/json') {
        expect(sent, path).toContain(type)
        continue
      }
      expect(sent, path).toContain('json')
      const validate = validator(schema)
      expect(validate(await response.json()) ? [] : validate.errors, path).toEqual([])
    }
  })

  test('says what a refusal looks like', async () => {
    const document = await readDocument()
    const validate = validatorOf(document)({ $ref: '#/components/schemas/Problem' })
    for (const path of ['/api/binding', '/api/treaties/nowhere', '/api/evaluate?state=nowhere', '/api/cite?citation=CAT&style=x'])
      expect(validate(await (await get(path)).json()), path).toBe(true)
  })

  test('describes a record of each kind as its JSON has it', async () => {
    const document = await readDocument()
    const validator = validatorOf(document)
    for (const node of running.site.graph.roots) {
      const { data } = (await (await get(`/api${node.address}`)).json()) as { data: object }
      const validate = validator({ $ref: `#/components/schemas/record-${node.record.kind.name}` })
      expect(validate(data) ? [] : validate.errors, node.address).toEqual([])
    }
  })

  test('documents every path of the API that is not a page', async () => {
    const { paths } = await readDocument()
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api', '/api/search', '/api/cite', '/api/binding', '/api/evaluate']))
    for (const kind of running.site.kinds) expect(paths).toHaveProperty([`/api/${kind.folder}/{id}`])
  })
})

describe('the guides', () => {
  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

  test.each([
    ['/sitemap.xml', 'application/xml'],
    ['/feed.xml', 'application/atom+xml'],
    ['/opensearch.xml', 'application/opensearchdescription+xml'],
    ['/robots.txt', 'text/plain'],
  ])('%s is there as %s', async (path, type) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain(type)
    const text = await response.text()
    expect(text).not.toContain('undefined')
    if (hasXmllint && path.endsWith('.xml')) {
      const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], { input: text, encoding: 'utf8' })
      expect([status, stderr]).toEqual([0, ''])
    }
  })

  test('name only pages that are there, each in every language', async () => {
    const text = await (await get('/sitemap.xml')).text()
    const addresses = [...text.matchAll(/<loc>([^<]+)<\/loc>/gu)].map((match) => match[1] ?? '')
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.length % running.site.languages.length).toBe(0)
    for (const address of addresses.filter((_, at) => at % 97 === 0)) {
      expect(address.startsWith(running.site.base)).toBe(true)
      expect((await get(address.slice(running.site.base.length))).status, address).toBe(200)
    }
  })

  test('have a feed in the order of days, whose entries lead to pages', async () => {
    const text = await (await get('/feed.xml')).text()
    const days = [...text.matchAll(/<entry>.*?<updated>([^<]+)/gu)].map((match) => match[1] ?? '')
    expect(days.length).toBeGreaterThan(10)
    expect(days).toEqual([...days].sort().reverse())
    const [, first = ''] = /<entry><id>([^<]+)/u.exec(text) ?? []
    expect((await get(first.slice(running.site.base.length))).status).toBe(200)
  })

  test('name the sitemap in robots.txt', async () => {
    expect(await (await get('/robots.txt')).text()).toContain(`Sitemap: ${running.site.base}/sitemap.xml`)
  })
})

describe('JSON-LD', () => {
  const dataOf = async (path: string) => {
    const html = await (await get(path)).text()
    const [, json] = /<script type="application\/ld\+json">([^<]*)<\/script>/u.exec(html) ?? []
    return json === undefined ? undefined : (JSON.parse(json) as Record<string, unknown>)
  }

  test.each([
    ['/', 'WebSite'],
    ['/treaties/cat', 'Legislation'],
    ['/treaties/cat/3', 'Legislation'],
    ['/norms/non-refoulement', 'DefinedTerm'],
    ['/interpretations/cat-c-gc-4', 'CreativeWork'],
    ['/statements/hrf-2023-10-13', 'CreativeWork'],
    ['/statements/hrf-2023-10-13/L-02a', 'Claim'],
  ])('of %s is %s, by its canonical address', async (path, type) => {
    expect(await dataOf(path)).toMatchObject({ '@context': 'https://schema.org', '@type': type, '@id': `${running.site.base}${path}` })
  })

  test('is not there for what schema.org has no word for', async () => {
    expect(await dataOf('/arguments/ARG-L02a-1')).toBeUndefined()
  })

  test('quotes words that were read and no others', async () => {
    const { hasPart } = (await dataOf('/treaties/cat/3')) as { hasPart: { '@type': string; text: string; isPartOf: string }[] }
    expect(hasPart[0]).toMatchObject({ '@type': 'Quotation', isPartOf: 'CAT art 3(1)' })
    expect(hasPart[0]?.text).toContain('No State Party shall expel')
  })
})

describe('the canonical link', () => {
  test('leads from a reading to the page, in the language of the page; a search has none', async () => {
    const canonical = async (path: string) => /<link rel="canonical" href="([^"]+)">/u.exec(await (await get(path)).text())?.[1]
    const { base } = running.site
    expect(await canonical('/treaties/cat/3?state=RUS')).toBe(`${base}/treaties/cat/3`)
    expect(await canonical('/ko/treaties/cat/3')).toBe(`${base}/ko/treaties/cat/3`)
    expect(await canonical('/search?q=torture')).toBeUndefined()
    expect(await canonical('/nowhere')).toBeUndefined()
  })
})
