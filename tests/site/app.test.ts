import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startSite } from '../site.ts'

let running: Running

beforeAll(async () => {
  running = await startSite()
})

afterAll(() => running.stop())

const get = (path: string, init?: RequestInit) => fetch(`${running.base}${path}`, { redirect: 'manual', ...init })

/** Sends a path as it is, without the client's tidying. */
const raw = (path: string, method = 'GET', headers: Record<string, string> = {}) =>
  new Promise<{ status: number; type: string; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(running.base)
    request({ hostname, port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body }))
    })
      .on('error', reject)
      .end()
  })

describe('makeApp', () => {
  test('answers every kind of page with 200 and HTML', async () => {
    for (const path of [
      '/',
      '/about',
      '/statements/hrf-2023-10-13',
      '/statements/hrf-2023-10-13/L-03',
      '/treaties/cat/3',
      '/norms',
      '/states/CHN',
    ]) {
      const response = await get(path)
      expect(response.status, path).toBe(200)
      expect(response.headers.get('content-type'), path).toBe('text/html; charset=utf-8')
    }
  })

  test('answers every page at the same address under /api as JSON', async () => {
    for (const path of [
      '/api',
      '/api/treaties',
      '/api/treaties/cat/3',
      '/api/statements/hrf-2023-10-13/L-02a',
      '/api/interpretations/cat-c-gc-4',
    ]) {
      const response = await get(path)
      expect(response.status, path).toBe(200)
      expect(response.headers.get('content-type'), path).toBe('application/json; charset=utf-8')
      await response.json()
    }
    const article = (await (await get('/api/treaties/cat/3')).json()) as {
      citation: string
      parts: { url: string }[]
      linkedFrom: unknown[]
    }
    expect(article.citation).toBe('CAT art 3')
    expect(article.parts.map((part) => part.url)).toEqual(['/treaties/cat/3#p1', '/treaties/cat/3#p2'])
    expect(article.linkedFrom.length).toBeGreaterThan(20)
  })

  test('sends its own security headers with every answer and says nothing of what runs it', async () => {
    for (const path of ['/', '/api/search?q=x', '/nowhere', '/assets/style.css', '/%zz']) {
      const { headers } = await get(path)
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'")
      expect(headers.get('content-security-policy'), path).not.toContain('unsafe')
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('no-referrer')
      expect(headers.get('x-powered-by'), path).toBeNull()
      expect(headers.get('set-cookie'), path).toBeNull()
    }
  })

  test('answers 304 to the strong tag of what has not changed', async () => {
    const first = await get('/treaties/cat/3')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{22}"$/u)
    expect((await raw('/treaties/cat/3', 'GET', { 'if-none-match': tag })).status).toBe(304)
    expect((await raw('/treaties/cat/2', 'GET', { 'if-none-match': tag })).status).toBe(200)
  })

  test('sends the stylesheet inside every page, and allows that text alone', async () => {
    for (const path of ['/', '/treaties/cat/3', '/search?q=torture', '/nowhere', '/ko/norms']) {
      const response = await get(path)
      const styles = [...(await response.text()).matchAll(/<style>(.*?)<\/style>|<link rel="stylesheet"/gsu)].map(([, style]) => style)
      expect(styles, path).toEqual([readFileSync('views/style.css', 'utf8')])
      const hash = createHash('sha256')
        .update(styles[0] ?? '')
        .digest('base64')
      expect(response.headers.get('content-security-policy'), path).toContain(`style-src 'self' 'sha256-${hash}';`)
    }
  })

  test('lets scripts be kept from one page to the next, and pages only with a question', async () => {
    expect((await get('/assets/keys.js')).headers.get('cache-control')).toBe('public, max-age=300')
    expect((await get('/treaties/cat/3')).headers.get('cache-control')).toBe('no-cache')
    expect((await get('/assets/nothing.css')).headers.get('cache-control')).toBe('no-store')
  })

  test('compresses', async () => {
    const response = await get('/treaties/cat/3', { headers: { 'accept-encoding': 'br' } })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(response.headers.get('vary')).toContain('Accept-Encoding')
  })

  test('answers an unknown page with 404, as a page and as problem details', async () => {
    const page = await get('/treaties/nowhere')
    expect(page.status).toBe(404)
    expect(await page.text()).toContain('There is no page at /treaties/nowhere.')
    const problem = await get('/api/treaties/nowhere')
    expect(problem.status).toBe(404)
    expect(problem.headers.get('content-type')).toContain('application/problem+json')
    expect(await problem.json()).toMatchObject({ type: 'about:blank', title: 'Not Found', status: 404 })
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('refuses %s with 405 and says what is allowed', async (method) => {
    const response = await raw('/treaties/cat', method)
    expect(response.status).toBe(405)
    expect(response.body).toContain('expected GET or HEAD')
  })

  test('answers HEAD without a body', async () => {
    const response = await get('/treaties/cat', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  test('leads from an address with a slash at its end to the page', async () => {
    const response = await get('/treaties/cat/')
    expect([response.status, response.headers.get('location')]).toEqual([301, '/treaties/cat'])
  })

  test.each([
    '/..%2f..%2fetc%2fpasswd',
    '/assets/..%2f..%2fpackage.json',
    '/treaties/%00',
    '/%zz',
    '//example.org',
    '/__proto__',
    '/constructor',
    '/api/toString',
  ])('never takes the address %s for a file or a property', async (path) => {
    const { status, body } = await raw(path)
    expect([400, 404]).toContain(status)
    expect(body).not.toMatch(/root:x:0|"dependencies"|at .*\.js:\d+/u)
  })

  test('refuses an address that is longer than any page has', async () => {
    expect((await raw(`/search?q=${'a'.repeat(13_000)}`)).status).toBe(414)
  })

  test('never answers 500, whatever the query holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom('q', 'kind', 'limit', 'offset', 'body', 'q=x&q'),
        async (value, name) => {
          const encoded = encodeURIComponent(value.toWellFormed())
          for (const path of ['/search', '/api/search', '/cite', '/api/cite']) {
            const response = await get(`${path}?${name}=${encoded}`)
            expect(response.status).toBeLessThan(500)
            await response.arrayBuffer()
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test('gives back no markup of the reader', async () => {
    const body = await (await get(`/search?q=${encodeURIComponent('<script>alert(1)</script>"\'')}`)).text()
    expect(body).not.toContain('<script>alert')
    const { results } = (await (await get('/api/search?q=torture')).json()) as { results: { snippet: string }[] }
    expect(results.some((result) => result.snippet.includes('<mark>'))).toBe(true)
  })
})

describe('answerSearch', () => {
  test('names the nearest kind to one that does not exist', async () => {
    const response = await get('/api/search?q=torture&kind=norn')
    expect(response.status).toBe(400)
    expect(((await response.json()) as { detail: string }).detail).toContain('did you mean norm?')
  })

  test('finds nothing for an empty query and offers browsing', async () => {
    expect(await (await get('/api/search?q=')).json()).toMatchObject({ total: 0, results: [] })
    expect(await (await get('/search')).text()).toContain('Type a citation')
  })

  test('narrows by kind and pages through the results', async () => {
    type Reply = { total: number; facets: { kind: { value: string; count: number }[] }; results: { kind: string; url: string }[] }
    const all = (await (await get('/api/search?q=torture&limit=5')).json()) as Reply
    const norms = (await (await get('/api/search?q=torture&kind=norm')).json()) as Reply
    expect(all.results).toHaveLength(5)
    expect(norms.total).toBe(all.facets.kind.find((facet) => facet.value === 'norm')?.count)
    expect(new Set(norms.results.map((result) => result.kind))).toEqual(new Set(['norm']))
    const second = (await (await get('/api/search?q=torture&limit=5&offset=5')).json()) as Reply
    expect(second.results.some((result) => all.results.some((other) => other.url === result.url))).toBe(false)
  })
})

describe('answerCite', () => {
  test('leads to the page of a citation', async () => {
    const response = await get(`/cite?q=${encodeURIComponent('CAT/C/GC/4 ¶13')}`)
    expect([response.status, response.headers.get('location')]).toEqual([302, '/interpretations/cat-c-gc-4#para-13'])
  })

  test('gives a choice between several', async () => {
    const response = await get('/cite?q=GC+4')
    expect(response.status).toBe(300)
    const body = await response.text()
    expect(body).toContain('/interpretations/cat-c-gc-4')
    expect(body).toContain('/interpretations/cmw-c-gc-4-crc-c-gc-23')
  })

  test('names the nearest when there is none', async () => {
    const response = await get('/api/cite?q=CAT+art+99')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ near: [{ citation: 'CAT' }] })
  })
})

describe('listen', () => {
  test('survives clients that send rubbish or go away', async () => {
    const { hostname, port } = new URL(running.base)
    for (const bytes of [
      '\x00\x01\x02\r\n\r\n',
      'GET / HTTP/1.1\r\n',
      'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(bytes)
          setTimeout(() => {
            socket.destroy()
            resolve()
          }, 50)
        })
        socket.on('error', () => resolve())
      })
    }
    expect((await get('/healthz')).status).toBe(200)
  })
})
