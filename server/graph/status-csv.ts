/** Tables of treaty status (CSV) into participation records and the States they name, with every fault at its line; knows no disk. */
import { CsvError, parse } from 'csv-parse/sync'
import type { z } from 'zod'
import { participation } from '../kinds/participation.ts'
import { state } from '../kinds/state.ts'
import { nearest } from './nearest.ts'
import type { Problem } from './problem.ts'
import {
  type CitedTreaty,
  defaultHead,
  type Head,
  type Participation,
  partyOf,
  RESERVATIONS,
  type Row,
  reservationOf,
  STATUS,
  type StatusRow,
} from './status-row.ts'

export type State = z.input<typeof state.schema>

export interface CsvText {
  readonly file: string
  readonly text: string
}

/** A table for each instrument, and what the records already say of it. */
export interface StatusTables {
  /** By the id of the treaty. */
  readonly tables: ReadonlyMap<string, CsvText>
  readonly reservations: CsvText | undefined
  readonly treaties: ReadonlyMap<string, CitedTreaty>
  readonly heads: ReadonlyMap<string, Head>
}

export interface StatusRecords {
  readonly participation: readonly Participation[]
  /** Every State of the tables, once, under the name of the first table that has it. */
  readonly states: readonly State[]
  readonly problems: readonly Problem[]
}

/** Columns from which the fields of a record come, where they are called otherwise. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  state: 'state_iso3',
  id: 'state_iso3',
  name: 'state_name',
  consent: 'consent_date',
  form: 'consent_form',
  inForce: 'entry_into_force',
  note: 'notes',
}
const PARTY_COLUMN: Readonly<Record<string, string>> = { ...COLUMN_OF, withdrawn: 'withdrawal', origin: 'notes' }
const RESERVATION_COLUMN: Readonly<Record<string, string>> = { ...COLUMN_OF, origin: 'source' }

interface Table<Column extends string> {
  readonly file: string
  readonly rows: readonly Row<Column>[]
  readonly problems: readonly Problem[]
}

type StatusTable = Table<(typeof STATUS)[number]>
type ReservationTable = Table<(typeof RESERVATIONS)[number]>

const problem = (file: string, line: number, message: string): Problem => ({ file, line, column: 1, message, severity: 'error' })

interface Cut {
  readonly record: readonly string[]
  readonly raw: string
  readonly info: { readonly lines: number }
}

// The library counts the lines up to the end of a row, and gives a row the empty lines before it.
const firstLine = ({ raw, info }: Cut) => info.lines - (raw.trim().match(/\n/gu)?.length ?? 0)

function cut({ file, text }: CsvText): readonly Cut[] | Problem {
  try {
    // The declared types do not know that `raw` and `info` wrap each record.
    return parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      raw: true,
      info: true,
    }) as unknown as Cut[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return problem(file, Number(error.lines ?? 1), `is not well-formed CSV: ${error.message}`)
  }
}

function readTable<Column extends string>(source: CsvText, columns: readonly Column[]): Table<Column> {
  const { file } = source
  const cuts = cut(source)
  if ('message' in cuts) return { file, rows: [], problems: [cuts] }
  const [header, ...rest] = cuts
  const expected = columns.join(',')
  const found = header?.record.join(',') ?? ''
  if (found !== expected) {
    const line = header ? firstLine(header) : 1
    return { file, rows: [], problems: [problem(file, line, `the header is ${found || 'empty'}; expected ${expected}`)] }
  }
  const rows: Row<Column>[] = []
  const problems: Problem[] = []
  for (const row of rest) {
    const line = firstLine(row)
    const cells = Object.fromEntries(columns.map((column, index) => [column, row.record[index] ?? ''])) as Record<Column, string>
    if (row.record.length === columns.length) rows.push({ line, cells })
    else problems.push(problem(file, line, `the row has ${row.record.length} cells; the header has ${columns.length}`))
  }
  return { file, rows, problems }
}

interface Fault {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** What the kind itself says against a record, so that an import knows no rules of its own. */
function faultsOf(record: Participation): readonly Fault[] {
  const result = participation.schema.safeParse(record)
  if (!result.success) return result.error.issues
  return participation.check?.(result.data, { find: () => undefined }) ?? []
}

function cellProblem(file: string, row: Row<string> | undefined, column: string, message: string): Problem {
  const cell = row?.cells[column]
  const said = cell === '' ? 'the cell is empty' : message
  return problem(file, row?.line ?? 1, `${column}${cell ? ` ${JSON.stringify(cell)}` : ''}: ${said}`)
}

const stateOf = ({ cells }: StatusRow): State => ({ id: cells.state_iso3, name: cells.state_name })

interface Draft {
  readonly record: Participation
  readonly table: StatusTable
  readonly reservations: ReservationTable
}

/** The faults of a record, each at the row that it comes from. */
function problemsOf({ record, table, reservations }: Draft): Problem[] {
  const faults = faultsOf(record).map(({ path: [part, index, field], message }) => {
    const [key, at] = [String(field), Number(index)]
    if (part === 'reservations') return cellProblem(reservations.file, reservations.rows[at], RESERVATION_COLUMN[key] ?? key, message)
    if (part === 'states' && index !== undefined) return cellProblem(table.file, table.rows[at], PARTY_COLUMN[key] ?? key, message)
    return problem(table.file, 1, `${String(part)}: ${message}`)
  })
  const listed = new Set(table.rows.map(({ cells }) => cells.state_iso3))
  const strangers = reservations.rows
    .filter(({ cells }) => !listed.has(cells.state_iso3))
    .map((row) => cellProblem(reservations.file, row, 'state_iso3', `has no row in ${table.file}`))
  return [...faults, ...strangers]
}

function draftOf(id: string, table: StatusTable, reservations: ReservationTable, treaty: CitedTreaty, head: Head | undefined): Draft {
  const { asOf, limits, sources } = head ?? defaultHead(table.file, table.rows)
  const states = table.rows.map(partyOf)
  const own = reservations.rows.map((row) => reservationOf(row, treaty))
  const record: Participation = {
    id,
    treaty: treaty.citedAs,
    asOf,
    limits,
    sources,
    states,
    ...(own.length > 0 ? { reservations: own } : {}),
  }
  return { record, table, reservations }
}

function stateProblems(file: string, row: StatusRow): Problem[] {
  const result = state.schema.safeParse(stateOf(row))
  const issues = result.success ? [] : result.error.issues
  return issues.map(({ path: [key], message }) => cellProblem(file, row, COLUMN_OF[String(key)] ?? String(key), message))
}

/** Every State once, under the name of the first table that has it. */
function statesOf(tables: readonly StatusTable[]): State[] {
  const states = new Map<string, State>()
  for (const named of tables.flatMap(({ rows }) => rows.map(stateOf))) states.set(named.id, states.get(named.id) ?? named)
  return [...states.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function strayReservations({ file, rows }: ReservationTable, instruments: ReadonlyMap<string, unknown>): Problem[] {
  return rows
    .filter(({ cells }) => !instruments.has(cells.instrument))
    .map((row) => {
      const hint = nearest(row.cells.instrument, instruments.keys())
      return cellProblem(file, row, 'instrument', `has no table here${hint ? `; did you mean ${hint}?` : ''}`)
    })
}

/** Reads all tables; every fault is a problem with the file and line of its row. A table that cannot be read gives no record. */
export function readStatus({ tables, reservations, treaties, heads }: StatusTables): StatusRecords {
  const limits = reservations ? readTable(reservations, RESERVATIONS) : { file: '', rows: [], problems: [] }
  const read = new Map([...tables].map(([id, source]) => [id, readTable(source, STATUS)]))
  const problems = [...limits.problems, ...strayReservations(limits, tables)]
  const records: Participation[] = []
  for (const [id, table] of read) {
    const treaty = treaties.get(id)
    if (treaty === undefined)
      problems.push(problem(table.file, 1, `needs a treaty record ${id}.yaml without faults, to know how the treaty is cited`))
    problems.push(...table.problems, ...table.rows.flatMap((row) => stateProblems(table.file, row)))
    if (treaty === undefined || table.problems.length > 0) continue
    const own = { ...limits, rows: limits.rows.filter(({ cells }) => cells.instrument === id) }
    const draft = draftOf(id, table, own, treaty, heads.get(id))
    problems.push(...problemsOf(draft))
    records.push(draft.record)
  }
  return { participation: records, states: statesOf([...read.values()]), problems }
}
