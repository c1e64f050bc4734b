import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keyOf } from '../../server/search/file.ts'
import { buildIndex } from '../../server/search/index.ts'
import { search } from '../../server/search/query.ts'
import { indexFile, keptIndex } from '../../server/site/index-cache.ts'
import { graphOf, normYaml, wholeKnowledge } from '../make.ts'

const { graph } = graphOf(wholeKnowledge())
const { graph: other } = graphOf(wholeKnowledge({ 'norms/asylum.yaml': normYaml({ id: 'asylum', name: 'Asylum' }) }))
const query = { text: 'convention against torture', limit: 20, offset: 0 }
const expected = search(buildIndex(graph), query)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pacta-cache-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, `${keyOf(indexFile(graph))}.index`)
const found = () => search(keptIndex(graph, folder).index, query)

describe('keptIndex', () => {
  test('makes the folder, and keeps the file in it', () => {
    folder = join(folder, 'new', 'pacta')
    expect(keptIndex(graph, folder).unkept).toBe(undefined)
    expect(readdirSync(folder)).toEqual([`${keyOf(indexFile(graph))}.index`])
    expect(new Uint8Array(readFileSync(file()))).toEqual(indexFile(graph))
  })

  test('uses the file of an earlier start, which finds the same', () => {
    keptIndex(graph, folder)
    utimesSync(file(), 1, 1)
    expect(found()).toEqual(expected)
    expect(statSync(file()).mtimeMs).toBe(1000)
  })

  test.each<[string, (bytes: Uint8Array) => Uint8Array]>([
    ['is empty', () => new Uint8Array()],
    ['is cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['has one letter changed', (bytes) => bytes.map((byte, at) => (at === bytes.length - 900 ? byte ^ 1 : byte))],
    ['has more at its end', (bytes) => Buffer.concat([bytes, Buffer.from([0])])],
    ['is something else', () => Buffer.from('<!doctype html>')],
    ['is of other records', () => indexFile(other)],
  ])('makes the index anew where the file %s', (_, spoil) => {
    writeFileSync(file(), spoil(indexFile(graph)))
    expect(found()).toEqual(expected)
    expect(new Uint8Array(readFileSync(file()))).toEqual(indexFile(graph))
  })

  test('does not follow a link, and puts a file in its place', () => {
    const elsewhere = join(folder, 'elsewhere')
    writeFileSync(elsewhere, indexFile(graph))
    symlinkSync(elsewhere, file())
    expect(found()).toEqual(expected)
    expect(new Uint8Array(readFileSync(elsewhere))).toEqual(indexFile(graph))
  })

  test('does not wait for a FIFO', () => {
    execFileSync('mkfifo', [file()])
    expect(found()).toEqual(expected)
  })

  test('does without where the file is a folder, and says so', () => {
    mkdirSync(file())
    expect(keptIndex(graph, folder).unkept).toMatch(/^E[A-Z]+$/u)
    expect(found()).toEqual(expected)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('does without where the folder cannot be made or written to, and says so', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(keptIndex(graph, join(folder, 'file', 'pacta')).unkept).toBe('ENOTDIR')
    if (process.getuid?.() === 0) return
    chmodSync(folder, 0o500)
    expect(keptIndex(graph, folder).unkept).toBe('EACCES')
    chmodSync(folder, 0o700)
  })

  test('keeps the newest few', () => {
    for (let at = 1; at < 9; at++) {
      const old = join(folder, `${String(at).repeat(64)}.index`)
      writeFileSync(old, 'old')
      utimesSync(old, at, at)
    }
    keptIndex(graph, folder)
    expect(
      readdirSync(folder)
        .map((name) => name[0])
        .sort(),
    ).toEqual([...['6', '7', '8'], `${keyOf(indexFile(graph))}`[0]].sort())
  })
})

describe('indexFile', () => {
  test('has another key for other records', () => {
    expect(keyOf(indexFile(other))).not.toBe(keyOf(indexFile(graph)))
    expect(keyOf(indexFile(graph))).toMatch(/^[0-9a-f]{64}$/u)
  })
})
