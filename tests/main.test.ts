import { execFile, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

const MAIN = 'dist/server/main.js'

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const pacta = (...args: string[]) =>
  new Promise<Ran>((resolve) => {
    execFile('node', [MAIN, ...args], { encoding: 'utf8' }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    )
  })

const folders: string[] = []

function copyOfKnowledge(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'pacta-')), 'knowledge')
  folders.push(folder)
  cpSync('knowledge', folder, { recursive: true })
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(join(folder, '..'), { recursive: true, force: true })
})

describe('pacta check', () => {
  test('finds no problem in the records, says how many there are, and what has one side only', async () => {
    const { code, out } = await pacta('check')
    expect(code).toBe(0)
    expect(out).toMatch(
      /^\d+ records, \d+ nodes, \d+ links: 0 problems, 0 warnings\nFor editors, no fault in itself:\n(?: {2}[^:\n]+: \S.*\n)+$/u,
    )
  })

  test('fails at the line of a quoted span of which one letter was changed', async () => {
    const folder = copyOfKnowledge()
    const file = join(folder, 'statements/hrf-2023-10-13.yaml')
    const lines = readFileSync(file, 'utf8').split('\n')
    const at = lines.findIndex((line) => line.includes('quote: may amount to crimes against humanity'))
    expect(at).toBeGreaterThan(0)
    lines[at] = (lines[at] ?? '').replace('amount', 'amounl')
    writeFileSync(file, lines.join('\n'))
    const { code, out } = await pacta('check', '--knowledge', folder)
    expect(code).toBe(1)
    expect(out).toContain(`${file}:${at + 1}:`)
    expect(out).toContain('not the words of the text')
  })

  test('is the fault of the call when the folder does not exist', async () => {
    const { code, err } = await pacta('check', '--knowledge', '/nowhere')
    expect([code, err]).toEqual([2, 'pacta: there is no folder /nowhere\n'])
  })
})

describe('pacta cite', () => {
  test.each([
    ['CAT/C/GC/4 ¶13', 'CAT/C/GC/4 para 13\t/interpretations/cat-c-gc-4#para-13\n'],
    ['article 33 of the Refugee Convention', 'Refugee Convention art 33\t/treaties/refugee-convention/33\n'],
    ['CRC 37a', 'CRC art 37(a)\t/treaties/crc/37#pa\n'],
  ])('prints the citation and the address of %s', async (text, expected) => {
    expect(await pacta('cite', text)).toEqual({ code: 0, out: expected, err: '' })
  })

  test('lists both documents that GC 4 can mean', async () => {
    const { out, err } = await pacta('cite', 'GC 4')
    expect(out.split('\n').map((line) => line.split('\t')[0])).toEqual(['CAT/C/GC/4', 'CMW/C/GC/4-CRC/C/GC/23', ''])
    expect(err).toContain('can mean any of these 2')
  })

  test('names the nearest and exits 2 when there is none', async () => {
    const { code, err } = await pacta('cite', 'CAT/C/GC/44')
    expect(code).toBe(2)
    expect(err).toContain('CAT/C/GC/4')
  })
})

describe('pacta bind', () => {
  test('prints the status and the reasons', async () => {
    const { code, out } = await pacta('bind', 'CAT art 3', 'CHN', '1988-11-02')
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe('CAT art 3, China (CHN), 1988-11-02: not yet in force, in force from 1988-11-03')
    expect(out).toContain('1988-10-04  Ratified\t/participation/cat#CHN')
  })

  test('takes State and day from the statement', async () => {
    expect((await pacta('bind', 'ICCPR art 7')).out).toContain('ICCPR art 7, China (CHN), 2023-10-09: signed only since 1998-10-05')
  })

  test('answers for a norm provision by provision', async () => {
    const { out } = await pacta('bind', 'non-refoulement', 'KOR')
    expect(out).toContain('Non-refoulement, Republic of Korea (KOR), 2023-10-09: no single status')
    expect(out).toContain('as custom: contested')
  })

  test.each([
    [['CAT art 333', 'CHN'], 'the nearest: CAT'],
    [['CAT art 3', 'CHM'], 'CHN (China)'],
    [['CAT art 3', 'CHN', '9.10.2023'], 'year-month-day'],
  ])('exits 2 on %j and names the nearest or what was expected', async (words, why) => {
    const { code, out, err } = await pacta('bind', ...words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(why)
  })
})

describe('pacta new', () => {
  test('writes a draft that check then reads, and never over a record', async () => {
    const folder = copyOfKnowledge()
    expect((await pacta('new', 'norm', 'right-to-return', '--knowledge', folder)).code).toBe(0)
    const checked = await pacta('check', '--knowledge', folder)
    expect(checked.code).toBe(1)
    expect(checked.out).not.toContain('missing')
    expect(
      checked.out
        .split('\n')
        .filter((line) => line.includes(': '))
        .every((line) => line.includes('right-to-return.yaml') || /^\d+ records/u.test(line)),
    ).toBe(true)
    expect((await pacta('new', 'norm', 'right-to-return', '--knowledge', folder)).code).toBe(2)
  })

  test('names the nearest kind to one that does not exist', async () => {
    const { code, err } = await pacta('new', 'nrom', 'x')
    expect(code).toBe(2)
    expect(err).toContain('did you mean norm?')
  })
})

describe('pacta build', () => {
  test('refuses a folder that it did not write', async () => {
    const folder = copyOfKnowledge()
    expect(await pacta('build', '--out', folder)).toEqual({
      code: 2,
      out: '',
      err: `pacta: ${folder} is there and was not written by pacta build; choose another folder\n`,
    })
    expect((await pacta('build')).code).toBe(2)
  })
})

describe('pacta verify', () => {
  test('prints what differs from the sources at its line, and a table', async () => {
    const folder = copyOfKnowledge()
    const sources = join(folder, '../data')
    mkdirSync(join(sources, 'treaties'), { recursive: true })
    const articles = [{ article: '33', content_en: '1. No Contracting State shall expel or refoule a refugee.' }]
    writeFileSync(join(sources, 'treaties/refugee-convention.json'), JSON.stringify({ treaty_en: 'Refugees', articles }))
    const { code, out } = await pacta('verify', '--knowledge', folder, '--sources', sources)
    const file = join(folder, 'treaties/refugee-convention.yaml')
    const at = readFileSync(file, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes('No Contracting State shall expel'))
    expect(code).toBe(1)
    expect(out).toMatch(new RegExp(`^${file}:${at + 1}:15: Refugee Convention art 33\\(1\\): “No Contracting State`, 'mu'))
    expect(out).toMatch(/^treaty texts +0 +\d+ +\d+ +\d+$/mu)
  })

  test('is the fault of the call when the folder does not exist or holds nothing', async () => {
    expect(await pacta('verify', '--sources', '/nowhere')).toEqual({ code: 2, out: '', err: 'pacta: there is no /nowhere\n' })
    expect((await pacta('verify', '--sources', 'views')).code).toBe(2)
    expect((await pacta('verify')).code).toBe(2)
  })

  test.skipIf(!existsSync('../shared/data'))('is the fault of the call when no statement has the name of the text', async () => {
    const { code, err } = await pacta('verify', '--sources', '../shared/data', '--statement', 'README.md')
    expect([code, err]).toEqual([2, 'pacta: no statement of the records has the name of README.md\n'])
  })
})

describe('pacta', () => {
  test.each(['serve', 'build', 'check', 'cite', 'bind', 'new', 'import', 'verify', 'schemas'])('explains %s', async (command) => {
    const { code, out } = await pacta(command, '--help')
    expect(code).toBe(0)
    expect(out).toContain(`Usage: pacta ${command}`)
  })

  test('exits 2 on an unknown command or option', async () => {
    expect((await pacta('sreve')).code).toBe(2)
    expect((await pacta('check', '--nope')).code).toBe(2)
    expect((await pacta('serve', '--port', 'eighty')).code).toBe(2)
    expect((await pacta('serve', '--base', 'pacta.example')).code).toBe(2)
  })
})

describe('pacta serve', () => {
  test('answers, and ends cleanly on SIGTERM', async () => {
    const child = spawn('node', [MAIN, 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const base = await new Promise<string>((resolve) =>
      child.stdout.on('data', (text) => resolve(/http:\S+?(?=\/ )/u.exec(String(text))?.[0] ?? '')),
    )
    expect((await fetch(`${base}/healthz`)).status).toBe(200)
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  test('says in one line that the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    const { code, err } = await pacta('serve', '--port', String(port))
    taken.close()
    expect([code, err]).toEqual([2, `pacta: cannot listen on 127.0.0.1:${port}: EADDRINUSE\n`])
  })

  test('does not start on records with a fault, and prints it', async () => {
    const folder = copyOfKnowledge()
    writeFileSync(join(folder, 'norms/broken.yaml'), 'id: broken\n')
    const { code, err } = await pacta('serve', '--port', '0', '--knowledge', folder)
    expect(code).toBe(1)
    expect(err).toContain('norms/broken.yaml:1:1: the key name is missing')
  })
})
