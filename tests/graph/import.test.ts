import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importParticipation } from '../../server/graph/import.ts'
import { formatProblem } from '../../server/graph/problem.ts'
import { isFault, parseYaml, writeYaml } from '../../server/graph/yaml.ts'

const TREATY = `id: cat
title: Convention against Torture
shortTitle: Torture Convention
citedAs: CAT
abbreviation: CAT
form: treaty
adopted: 1984-12-10
articles:
  - number: "3"
    heading: Non-refoulement
    gist: No return to torture.
  - number: "30"
    heading: Disputes
    gist: Disputes go to arbitration.
sources:
  - title: Text of the treaty
grade: read
`

const STATUS = `state_iso3,state_name,signature,consent_date,consent_form,entry_into_force,withdrawal,notes
AFG,Afghanistan,1985-02-04,1987-04-01,ratification,1987-06-26,,src:U15
CHN,China,1986-12-12,1988-10-04,ratification,1988-11-03,,src:U15
PRK,Democratic People's Republic of Korea,,,,,,no signature or consent in any source used
`

const RESERVATIONS = `instrument,state_iso3,article,kind,date,withdrawn,gist,source
cat,AFG,30(1),ICJ opt-out,1987-04-01,,not bound,U15
cat,CHN,30(1),ICJ opt-out,1988-10-04,,not bound,U15
`

let root = ''
const at = (...names: string[]) => join(root, ...names)
const run = () => importParticipation(at('in'), at('knowledge'))
const record = () => readFileSync(at('knowledge', 'participation', 'cat.yaml'), 'utf8')
const edit = (path: string, from: string, to: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pacta-import-'))
  mkdirSync(at('in'))
  mkdirSync(at('knowledge', 'treaties'), { recursive: true })
  mkdirSync(at('knowledge', 'states'))
  writeFileSync(at('in', 'cat.csv'), STATUS)
  writeFileSync(at('in', 'reservations.csv'), RESERVATIONS)
  writeFileSync(at('knowledge', 'treaties', 'cat.yaml'), TREATY)
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

describe('importParticipation', () => {
  test('writes a record for each table and each State', () => {
    const report = run()
    expect(report.problems).toEqual([])
    expect(report.files[0]).toEqual({
      file: at('knowledge', 'participation', 'cat.yaml'),
      written: true,
      added: ['AFG', 'CHN', 'PRK', 'AFG 30(1)', 'CHN 30(1)'],
      changed: [],
      removed: [],
    })
    expect(readdirSync(at('knowledge', 'participation'))).toEqual(['cat.yaml'])
    expect(readdirSync(at('knowledge', 'states')).sort()).toEqual(['AFG.yaml', 'CHN.yaml', 'PRK.yaml'])
    expect(readFileSync(at('knowledge', 'states', 'CHN.yaml'), 'utf8')).toBe(
      '# yaml-language-server: $schema=../.schema/state.json\nid: CHN\nname: China\n',
    )
  })

  test('cites the treaty as its own record does, and articles that the record has', () => {
    run()
    expect(record()).toContain('\ntreaty: CAT\n')
    expect(record()).toContain('provisions:\n      - CAT art 30\n')
  })

  test('leaves every file alone when it runs again', () => {
    run()
    const before = record()
    utimesSync(at('knowledge', 'participation', 'cat.yaml'), 1, 1)
    expect(run().files).toEqual([
      { file: at('knowledge', 'participation', 'cat.yaml'), written: false, added: [], changed: [], removed: [] },
    ])
    expect(record()).toBe(before)
    expect(statSync(at('knowledge', 'participation', 'cat.yaml')).mtimeMs).toBe(1000)
  })

  test('writes the same bytes into another folder', () => {
    run()
    const before = record()
    rmSync(at('knowledge', 'participation'), { recursive: true })
    run()
    expect(record()).toBe(before)
  })

  test('changes one line when one date changes', () => {
    run()
    const before = record().split('\n')
    edit(at('in', 'cat.csv'), '1986-12-12', '1986-12-13')
    expect(run().files[0]).toMatchObject({ written: true, added: [], changed: ['CHN'], removed: [] })
    const after = record().split('\n')
    expect(after.length).toBe(before.length)
    expect(after.filter((text, index) => text !== before[index])).toEqual(['    signature: 1986-12-13'])
  })

  test('reports a row that is gone', () => {
    run()
    edit(at('in', 'reservations.csv'), 'cat,AFG,30(1),ICJ opt-out,1987-04-01,,not bound,U15\n', '')
    expect(run().files[0]).toMatchObject({ written: true, added: [], changed: [], removed: ['AFG 30(1)'] })
  })

  test('keeps the day, the limits and the sources that the record has', () => {
    run()
    const file = at('knowledge', 'participation', 'cat.yaml')
    edit(file, 'asOf: 1988-10-04', 'asOf: 2023-02-21')
    edit(file, 'The list goes as far', 'By hand, it goes as far')
    edit(at('in', 'cat.csv'), '1986-12-12', '1986-12-13')
    run()
    expect(record()).toContain('asOf: 2023-02-21')
    expect(record()).toContain('By hand, it goes as far')
    expect(record()).toContain('signature: 1986-12-13')
  })

  test('does not overwrite a State record', () => {
    const text = 'id: CHN\nname: China\nfullName: People’s Republic of China\n'
    writeFileSync(at('knowledge', 'states', 'CHN.yaml'), text)
    run()
    expect(readFileSync(at('knowledge', 'states', 'CHN.yaml'), 'utf8')).toBe(text)
  })

  test('writes nothing when a table is at fault, and says where', () => {
    edit(at('in', 'cat.csv'), '1986-12-12', '1986-13-12')
    const report = run()
    expect(report.files).toEqual([])
    expect(report.problems.map(formatProblem)).toEqual([`${at('in', 'cat.csv')}:3:1: signature "1986-13-12": no such day in the calendar`])
    expect(readdirSync(at('knowledge')).sort()).toEqual(['states', 'treaties'])
    expect(readdirSync(at('knowledge', 'states'))).toEqual([])
  })

  test('does not lose the words of a record that is at fault', () => {
    run()
    edit(at('knowledge', 'participation', 'cat.yaml'), 'asOf: 1988-10-04', 'asOf: 1988-13-04')
    const before = record()
    expect(run().problems.map(formatProblem)).toEqual([expect.stringContaining('asOf: no such day in the calendar')])
    expect(record()).toBe(before)
  })

  test('says so when a treaty has no record', () => {
    rmSync(at('knowledge', 'treaties', 'cat.yaml'))
    expect(run().problems.map(formatProblem)).toEqual([expect.stringContaining('cat.csv:1:1: needs a treaty record cat.yaml')])
  })

  test('says so when there is nothing to import', () => {
    rmSync(at('in', 'cat.csv'))
    expect(run().problems.map(formatProblem)).toEqual([`${at('in')}:1:1: holds no table: expected files whose names end in .csv`])
    rmSync(at('in'), { recursive: true })
    expect(run().problems.map(formatProblem)).toEqual([`${at('in')}:1:1: cannot be read: ENOENT`])
  })

  test('does not read a table that is not UTF-8', () => {
    writeFileSync(at('in', 'cat.csv'), Buffer.from(STATUS.replace('China', 'Türkiye'), 'latin1'))
    expect(run().problems.map(formatProblem)).toEqual([`${at('in', 'cat.csv')}:1:1: is not valid UTF-8`])
  })
})

describe('writeYaml', () => {
  test('writes what parseYaml reads back', () => {
    const data = {
      date: '2023-10-09',
      number: '3',
      article: '20 (28(1))',
      remark: 'succession: in force # not a comment',
      word: 'no',
      lines: 'one\n\ntwo',
      long: 'a long sentence that goes on '.repeat(12).trim(),
      'zh-Hans': ['中国'],
      set: true,
    }
    const text = writeYaml(data)
    const read = parseYaml(text)
    expect(isFault(read) ? read : read.data).toEqual(data)
    expect(text).toContain('date: 2023-10-09\n')
    expect(text).toContain('number: "3"\n')
  })
})
