import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readKnowledge } from '../../server/graph/index.ts'
import { loadSources } from '../../server/graph/load.ts'
import { parseYaml, writeYaml } from '../../server/graph/yaml.ts'
import { kinds } from '../../server/kinds/index.ts'
import { type Files, graphOf, knowledgeFolder, problemsIn, problemsOf, stateYaml, treatyYaml, wholeKnowledge } from '../make.ts'

const load = (files: Files) => loadSources(knowledgeFolder(files), kinds)

describe('loadSources', () => {
  test('gives each record its kind, its id and its text', () => {
    const { sources, problems } = load({ 'states/CHN.yaml': 'id: CHN\n', 'treaties/cat.yaml': 'id: cat\n' })
    expect(problems).toEqual([])
    expect(sources.map(({ kind, id, text }) => [kind.name, id, text])).toEqual([
      ['state', 'CHN', 'id: CHN\n'],
      ['treaty', 'cat', 'id: cat\n'],
    ])
  })

  test('reads in the order of names, whatever that of the disk', () => {
    const { sources } = load({ 'states/PRK.yaml': '', 'states/AFG.yaml': '', 'states/KOR.yaml': '' })
    expect(sources.map(({ id }) => id)).toEqual(['AFG', 'KOR', 'PRK'])
  })

  test('puts a protocol behind its convention, as their ids come', () => {
    const { sources } = load({ 'treaties/cedaw-op.yaml': '', 'treaties/cedaw.yaml': '', 'treaties/cerd.yaml': '' })
    expect(sources.map(({ id }) => id)).toEqual(['cedaw', 'cedaw-op', 'cerd'])
  })

  test('passes over hidden files and folders', () => {
    expect(load({ '.schema/state.json': '{}', 'states/.CHN.yaml.swp': 'x', 'states/CHN.yaml': 'id: CHN\n' })).toMatchObject({
      sources: [{ id: 'CHN' }],
      problems: [],
    })
  })

  test('keeps the good records beside the broken ones, and reports all of these', () => {
    const { sources, problems } = load({
      'states/CHN.yaml': 'id: CHN\n',
      'states/PRK.yaml': '\ufeffid: PRK\n',
      'states/KOR.yml': '',
      'notes/x.md': '',
    })
    expect(sources.map(({ id }) => id)).toEqual(['CHN'])
    expect(problems).toHaveLength(3)
  })

  test('reads a record of 2 MiB and refuses one that is a byte longer', () => {
    const start = 'id: CHN\nname: China\nnote: '
    const record = (bytes: number) => ({ 'states/CHN.yaml': start.padEnd(bytes, 'x') })
    expect(problemsOf(record(2 * 1024 * 1024))).toEqual([])
    expect(problemsOf(record(2 * 1024 * 1024 + 1))).toEqual([expect.stringContaining('is 2097153 bytes long')])
  })

  test('counts the column of a bad byte in characters, not bytes', () => {
    const bytes = Buffer.concat([Buffer.from('id: CHN\nname: 中国 😀'), Buffer.from([0xff]), Buffer.from('\n')])
    expect(problemsOf({ 'states/CHN.yaml': bytes })).toEqual(['states/CHN.yaml:2:12: is not valid UTF-8 from here on'])
  })

  test('reports a folder that is not there, is a file, or is below one', () => {
    const folder = knowledgeFolder({ 'states/CHN.yaml': stateYaml() })
    expect(problemsIn(join(folder, 'nothing'))).toEqual(['.:1:1: cannot be read as a folder: ENOENT'])
    expect(problemsIn(join(folder, 'states', 'CHN.yaml'))).toEqual(['.:1:1: cannot be read as a folder: ENOTDIR'])
  })

  test('reports a file where a folder of records should be', () => {
    expect(problemsOf({ states: 'id: CHN\n' })).toEqual(['states:1:1: cannot be read as a folder: ENOTDIR'])
  })

  test('reports a file beside the folders', () => {
    expect(problemsOf({ 'CHN.yaml': stateYaml() })).toEqual([
      expect.stringMatching(/^CHN\.yaml:1:1: no kind of record lives here\. Folders: /u),
    ])
  })

  test('follows a link to the whole folder, but none within it', () => {
    const folder = knowledgeFolder({ 'states/CHN.yaml': stateYaml() })
    const other = knowledgeFolder()
    symlinkSync(folder, join(other, 'current'))
    expect(problemsIn(join(other, 'current'))).toEqual([])
    symlinkSync(join(folder, 'states'), join(other, 'states'))
    expect(problemsIn(other)).toContain('states:1:1: cannot be read as a folder: is a symbolic link')
  })

  test('takes an id from the file name only, dots and all', () => {
    expect(problemsOf({ 'states/CHN.old.yaml': stateYaml() })).toEqual([expect.stringContaining('the file is called CHN.old.yaml')])
  })

  test('shows a file name without the control characters in it', () => {
    expect(problemsOf({ 'states/\u001b[31mCHN': '' })).toEqual([expect.stringMatching(/^states\/\\u001b\[31mCHN:1:1: /u)])
  })
})

describe('readKnowledge', () => {
  const whole = wholeKnowledge()
  const paths = Object.keys(whole)

  /** Replaces one record of a whole folder, and expects an answer of problems in this folder instead of an exception. */
  function expectAnswer(folder: string, path: string, content: string | Uint8Array): void {
    writeFileSync(join(folder, path), content)
    for (const { file, line, column } of readKnowledge(folder, kinds).problems) {
      expect(file.startsWith(folder)).toBe(true)
      expect(line).toBeGreaterThan(0)
      expect(column).toBeGreaterThan(0)
    }
    writeFileSync(join(folder, path), whole[path] ?? '')
  }

  test('never throws, whatever the bytes of a record', () => {
    const folder = knowledgeFolder(whole)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.uint8Array({ maxLength: 200 }), (path, bytes) => expectAnswer(folder, path, bytes)),
      { numRuns: 200 },
    )
  })

  test('never throws, whatever is put in the middle of a record', () => {
    const folder = knowledgeFolder(whole)
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.nat(),
        fc.nat({ max: 8 }),
        fc.string({ unit: 'binary', maxLength: 4 }),
        (path, at, length, text) => {
          const record = whole[path] ?? ''
          const start = at % record.length
          expectAnswer(folder, path, record.slice(0, start) + text + record.slice(start + length))
        },
      ),
      { numRuns: 200 },
    )
  })

  test('never throws, whatever value stands in the place of another', () => {
    const folder = knowledgeFolder(whole)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.nat(), fc.jsonValue({ maxDepth: 2 }), (path, at, value) => {
        const document = parseYaml(whole[path] ?? '')
        if (!('data' in document)) throw new Error(document.message)
        const places: [object, string][] = []
        const visit = (item: unknown) => {
          if (typeof item !== 'object' || item === null) return
          for (const [key, inner] of Object.entries(item)) {
            places.push([item, key])
            visit(inner)
          }
        }
        visit(document.data)
        const [holder, key] = places[at % places.length] ?? [{}, '']
        Object.assign(holder, { [key]: value })
        expectAnswer(folder, path, writeYaml(document.data))
      }),
      { numRuns: 300 },
    )
  })

  test('sorts the problems of all stages by file and line', () => {
    const folder = knowledgeFolder({
      'states/CHN.yaml': 'id: CHN\n',
      'treaties/cat.yaml': treatyYaml({ note: 'See [[X-99]].' }),
      'treaties/crc.yaml': '\ufeff',
    })
    mkdirSync(join(folder, 'norms'))
    expect(problemsIn(folder).map((problem) => problem.split(':')[0])).toEqual([
      'states/CHN.yaml',
      'treaties/cat.yaml',
      'treaties/crc.yaml',
    ])
  })

  test('leaves a refused record out of the graph, and keeps the others', () => {
    const { graph } = graphOf({ 'states/CHN.yaml': 'id: CHN\n', 'treaties/cat.yaml': treatyYaml() })
    expect(graph.records.map(({ id }) => id)).toEqual(['cat'])
  })
})
