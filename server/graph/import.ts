/** A folder of treaty status tables into the participation and State records of a knowledge folder: both ends are on disk. */
import { isUtf8 } from 'node:buffer'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Kind, Outline } from '../kinds/kind.ts'
import { participation } from '../kinds/participation.ts'
import { state } from '../kinds/state.ts'
import { type Treaty, treaty } from '../kinds/treaty.ts'
import type { CsvText } from './csv.ts'
import { hasErrors, type Problem, sortProblems } from './problem.ts'
import { readStatus, type State } from './status-csv.ts'
import type { CitedTreaty, Head, Participation } from './status-row.ts'
import { type LoadedRecord, validateSource } from './validate.ts'
import { writeYaml } from './yaml.ts'

/** What an import did to one record. A row is called by its State (`CHN`), a reservation by State and article (`CHN 30(1)`). */
export interface FileReport {
  readonly file: string
  /** Whether the file had to be written; an equal one is left alone. */
  readonly written: boolean
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

export interface ImportReport {
  /** Every participation record, and the State records that are new. */
  readonly files: readonly FileReport[]
  /** With an error among them, nothing was written. */
  readonly problems: readonly Problem[]
}

const RESERVATIONS = 'reservations.csv'

const fault = (file: string, message: string): Problem => ({ file, line: 1, column: 1, message, severity: 'error' })

const unreadable = (file: string, error: unknown) =>
  fault(file, `cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`)

function readCsv(file: string): CsvText | Problem {
  try {
    const bytes = readFileSync(file)
    return isUtf8(bytes) ? { file, text: bytes.toString('utf8') } : fault(file, 'is not valid UTF-8')
  } catch (error) {
    return unreadable(file, error)
  }
}

interface Folder {
  readonly texts: ReadonlyMap<string, CsvText>
  readonly problems: readonly Problem[]
}

/** The tables of a folder by file name; other files are no concern of an import. */
function readFolder(from: string): Folder {
  try {
    const names = readdirSync(from).filter((name) => name.endsWith('.csv') && !name.startsWith('.'))
    const texts = names.sort().map((name) => [name, readCsv(join(from, name))] as const)
    const problems = texts.flatMap(([, text]) => ('message' in text ? [text] : []))
    if (!names.some((name) => name !== RESERVATIONS))
      return { texts: new Map(), problems: [fault(from, 'holds no table: expected files whose names end in .csv')] }
    return { texts: new Map(texts.flatMap(([name, text]) => ('message' in text ? [] : [[name, text]]))), problems }
  } catch (error) {
    return { texts: new Map(), problems: [unreadable(from, error)] }
  }
}

const fileOf = (knowledge: string, kind: Kind, id: string) => join(knowledge, kind.folder, `${id}.yaml`)

/** A record as it stands, the problems that stand in its way, or nothing if there is no such file. */
function readRecord(knowledge: string, kind: Kind, id: string): LoadedRecord | Problem[] | undefined {
  const file = fileOf(knowledge, kind, id)
  if (!existsSync(file)) return undefined
  const source = readCsv(file)
  return 'message' in source ? [source] : validateSource({ kind, id, ...source })
}

interface Records {
  readonly found: ReadonlyMap<string, LoadedRecord>
  readonly problems: readonly Problem[]
}

function readRecords(knowledge: string, kind: Kind, ids: readonly string[]): Records {
  const results = ids.map((id) => [id, readRecord(knowledge, kind, id)] as const)
  return {
    found: new Map(results.flatMap(([id, result]) => (result && !Array.isArray(result) ? [[id, result]] : []))),
    problems: results.flatMap(([, result]) => (Array.isArray(result) ? result : [])),
  }
}

const mapValues = <A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): Map<string, B> =>
  new Map([...map].map(([key, value]) => [key, change(value)]))

const placesIn = (outline: Outline): string[] => outline.parts.flatMap((part) => [part.citation, ...placesIn(part)])

function citedTreaty(record: LoadedRecord, others: ReadonlyMap<string, LoadedRecord>): CitedTreaty {
  const outline = record.kind.outline(record.data)
  const of = (record.data as Treaty).carriesOver?.[0]?.of.text
  const convention = [...others.values()].find((other) => other.kind.outline(other.data).citation === of)
  return {
    citedAs: outline.citation,
    places: new Set(placesIn(outline)),
    convention: convention && convention !== record ? citedTreaty(convention, new Map()) : undefined,
  }
}

const recordText = (kind: Kind, data: Participation | State) =>
  `# yaml-language-server: $schema=../.schema/${kind.name}.json\n${writeYaml(data)}`

// A reader, and a run that is cut short, see the old file or the new one and never a half; records do not begin with a dot.
function replaceFile(file: string, text: string): void {
  const part = join(dirname(file), `.${basename(file)}.part`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(part, text)
  renameSync(part, file)
}

/** Writes a file unless it is there with the same text. */
function writeChanged(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false
  replaceFile(file, text)
  return true
}

function rowsOf(record: Participation | undefined): Map<string, string> {
  const rows = new Map<string, string>()
  for (const row of record?.states ?? []) rows.set(row.state, JSON.stringify(row))
  // A State may have made several reservations to one article: they count as one row here.
  for (const row of [...(record?.reservations ?? []), ...(record?.acceptances ?? [])]) {
    const name = `${row.state} ${row.article}`
    rows.set(name, `${rows.get(name) ?? ''}${JSON.stringify(row)}`)
  }
  return rows
}

function writeParticipation(knowledge: string, record: Participation, old: Participation | undefined): FileReport {
  const file = fileOf(knowledge, participation, record.id)
  const [before, after] = [rowsOf(old), rowsOf(record)]
  return {
    file,
    written: writeChanged(file, recordText(participation, record)),
    added: [...after.keys()].filter((name) => !before.has(name)),
    changed: [...after.keys()].filter((name) => before.has(name) && before.get(name) !== after.get(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
  }
}

/** A State record that is there is somebody's work, whatever the tables call the State. */
function writeStates(knowledge: string, states: readonly State[]): FileReport[] {
  return states.flatMap((record) => {
    const file = fileOf(knowledge, state, record.id)
    if (existsSync(file)) return []
    replaceFile(file, recordText(state, record))
    return [{ file, written: true, added: [record.id], changed: [], removed: [] }]
  })
}

/** Imports all tables of a folder, or none if any of them is at fault. */
export function importParticipation(from: string, knowledge: string): ImportReport {
  const { texts, problems } = readFolder(from)
  if (hasErrors(problems)) return { files: [], problems }
  const tables = new Map([...texts].flatMap(([name, text]) => (name === RESERVATIONS ? [] : [[name.slice(0, -'.csv'.length), text]])))
  const ids = [...tables.keys()]
  const treaties = readRecords(knowledge, treaty, ids)
  const known = readRecords(knowledge, participation, ids)
  const before = mapValues(known.found, (record) => record.document.data as Participation)
  const read = readStatus({
    tables,
    reservations: texts.get(RESERVATIONS),
    treaties: mapValues(treaties.found, (record) => citedTreaty(record, treaties.found)),
    heads: mapValues(
      before,
      ({ asOf, limits, surveyed, noReservation, sources }): Head => ({ asOf, limits, surveyed, noReservation, sources }),
    ),
  })
  const all = sortProblems([...treaties.problems, ...known.problems, ...read.problems])
  if (hasErrors(all)) return { files: [], problems: all }
  return {
    files: [
      ...read.participation.map((record) => writeParticipation(knowledge, record, before.get(record.id))),
      ...writeStates(knowledge, read.states),
    ],
    problems: all,
  }
}
