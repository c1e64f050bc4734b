import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { cacheFolder } from '../server/commands/cache-folder.ts'
import { knowledgeFolder, normYaml, wholeKnowledge } from './make.ts'

interface Served {
  readonly base: string
  /** Everything it printed, from both channels. */
  printed(): string
}

let child: ChildProcess | undefined
afterEach(() => child?.kill())

const until = async (happened: () => boolean | Promise<boolean>) => {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 30))
}

async function serve(...args: string[]): Promise<Served> {
  let printed = ''
  const started = spawn('node', ['dist/server/main.js', 'serve', '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  child = started
  for (const channel of [started.stdout, started.stderr])
    channel.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  const base = () => /http:\S+?(?=\/ )/u.exec(printed)?.[0]
  await until(() => base() !== undefined)
  return { base: base() ?? '', printed: () => printed }
}

const asylum = normYaml({ id: 'asylum', name: 'Right to seek asylum' })

describe('pacta serve --watch', () => {
  test('answers every query while records change: with the new ones if they are sound, with the former if not', async () => {
    const folder = knowledgeFolder(wholeKnowledge())
    const { base, printed } = await serve('--watch', '--no-cache', '--knowledge', folder)
    let asking = true
    const answers: number[] = []
    const ask = async (q: string) => {
      const response = await fetch(`${base}/api/search?${new URLSearchParams({ q })}`)
      answers.push(response.status)
      return ((await response.json()) as { results: { url: string }[] }).results.map(({ url }) => url)
    }
    const asked = (async () => {
      while (asking) await ask('convention against torture')
    })()
    const knows = async (address: string) => (await ask('asylum')).includes(address)

    const file = join(folder, 'norms/asylum.yaml')
    expect(await knows('/norms/asylum')).toBe(false)
    writeFileSync(file, asylum)
    await until(() => knows('/norms/asylum'))
    writeFileSync(file, asylum.replace('elements:', 'elememts:'))
    await until(() => printed().includes('the former are still served'))
    expect(printed()).toMatch(/norms\/asylum\.yaml:\d+:\d+: .*elememts/u)
    expect(await knows('/norms/asylum')).toBe(true)
    rmSync(file)
    await until(async () => !(await knows('/norms/asylum')))

    asking = false
    await asked
    expect(new Set(answers)).toEqual(new Set([200]))
  })

  test('serves what it has while the folder is away', async () => {
    const folder = knowledgeFolder(wholeKnowledge())
    const { base, printed } = await serve('--watch', '--no-cache', '--knowledge', folder)
    rmSync(folder, { recursive: true })
    await until(() => printed().includes('the former are still served'))
    expect((await fetch(`${base}/norms/non-refoulement`)).status).toBe(200)
  })
})

describe('pacta serve --cache', () => {
  test('says that the index cannot be kept, and serves', async () => {
    const folder = knowledgeFolder(wholeKnowledge())
    const { base, printed } = await serve('--cache', join(folder, 'treaties/cat.yaml'), '--knowledge', folder)
    expect((await fetch(`${base}/api/search?q=CAT`)).status).toBe(200)
    expect(printed()).toContain('the search index cannot be kept in')
  })
})

describe('cacheFolder', () => {
  test('is that of the system', () => {
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/pacta')
    expect(cacheFolder('linux', { XDG_CACHE_HOME: 'not/absolute' })).toMatch(/\/\.cache\/pacta$/u)
    expect(cacheFolder('darwin', {})).toMatch(/\/Library\/Caches\/pacta$/u)
    expect(cacheFolder('win32', { LOCALAPPDATA: '/local' })).toBe('/local/pacta/cache')
    expect(cacheFolder('win32', {})).toBe(undefined)
  })
})
