import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { knowledgeFolder, wholeKnowledge } from '../make.ts'
import { type Running, startSite } from '../site.ts'

let running: Running

beforeAll(async () => {
  const removed =
    '- address: /norms/old-name\n  replacedBy: non-refoulement\n- address: /treaties/lost\n  goneSince: 2026-11-24\n  why: It was a draft.\n'
  running = await startSite(knowledgeFolder({ ...wholeKnowledge(), 'removed.yaml': removed }))
})

afterAll(() => running.stop())

const get = (path: string) => fetch(`${running.base}${path}`, { redirect: 'manual' })

describe('the address of a record that was removed', () => {
  test.each([
    ['/norms/old-name', '/norms/non-refoulement'],
    ['/ko/norms/old-name', '/ko/norms/non-refoulement'],
    ['/api/norms/old-name', '/api/norms/non-refoulement'],
  ])('%s leads to what took its place, for good', async (path, to) => {
    const response = await get(path)
    expect([response.status, response.headers.get('location')]).toEqual([301, to])
  })

  test.each(['/treaties/lost', '/treaties/lost/3', '/zh/treaties/lost'])('%s answers 410 and says since when', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(410)
    expect(await response.text()).toContain('was removed on 2026-11-24. It was a draft.')
  })

  test('answers a program with problem details', async () => {
    const response = await get('/api/treaties/lost')
    expect(response.status).toBe(410)
    expect(await response.json()).toMatchObject({ title: 'Gone', status: 410 })
  })

  test('does not reach beyond its name', async () => {
    expect((await get('/norms/old-name-2')).status).toBe(404)
  })
})
