/** Tables of treaty status (CSV) into participation records and the States they name, with every fault at its line; knows no disk. */
import type { z } from 'zod'
import { participation } from '../kinds/participation.ts'
import { state } from '../kinds/state.ts'
import { type CsvText, problemInTable as problem, type Row, readTable, type Table } from './csv.ts'
import { nearest } from './nearest.ts'
import type { Problem } from './problem.ts'
import {
  acceptanceOf,
  articlesWithoutRecord,
  type CitedTreaty,
  defaultHead,
  type Head,
  isAcceptance,
  type Participation,
  partyOf,
  RESERVATIONS,
  reservationOf,
  STATUS,
  type StatusRow,
} from './status-row.ts'

export type State = z.input<typeof state.schema>

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
const PARTY_COLUMN: Readonly<Record<string, string>> = { ...COLUMN_OF, withdrawn: 'withdrawal', notice: 'notes', origin: 'notes' }
const RESERVATION_COLUMN: Readonly<Record<string, string>> = { ...COLUMN_OF, origin: 'source' }

type StatusTable = Table<(typeof STATUS)[number]>
type ReservationTable = Table<(typeof RESERVATIONS)[number]>

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
  readonly acceptances: ReservationTable
}

/** Rows that name an article which the treaty's record does not have, so that they would be linked to less than they say. */
function unlinked({ file, rows }: ReservationTable, treaty: CitedTreaty): Problem[] {
  return rows.flatMap((row) => {
    const missing = articlesWithoutRecord(row.cells.article, treaty)
    const said = `${treaty.citedAs} has no article ${missing.join(', ')} in its record; for the treaty as a whole write general`
    return missing.length > 0 ? [cellProblem(file, row, 'article', said)] : []
  })
}

/** The faults of a record, each at the row that it comes from. */
function problemsOf({ record, table, reservations, acceptances }: Draft, treaty: CitedTreaty): Problem[] {
  const faults = faultsOf(record).flatMap(({ path: [part, index, field], message }) => {
    const [key, at] = [String(field), Number(index)]
    const source = part === 'reservations' ? reservations : part === 'acceptances' ? acceptances : undefined
    // An acceptance that is linked to nothing is told by its article.
    if (source && key === 'accepts') return []
    if (source) return cellProblem(source.file, source.rows[at], RESERVATION_COLUMN[key] ?? key, message)
    if (part === 'states' && index !== undefined) return cellProblem(table.file, table.rows[at], PARTY_COLUMN[key] ?? key, message)
    return problem(table.file, 1, `${String(part)}: ${message}`)
  })
  const listed = new Set(table.rows.map(({ cells }) => cells.state_iso3))
  const statements = [reservations, acceptances]
  const strangers = statements.flatMap(({ file, rows }) =>
    rows
      .filter(({ cells }) => !listed.has(cells.state_iso3))
      .map((row) => cellProblem(file, row, 'state_iso3', `has no row in ${table.file}`)),
  )
  return [...faults, ...strangers, ...statements.flatMap((rows) => unlinked(rows, treaty))]
}

function draftOf(id: string, table: StatusTable, statements: ReservationTable, treaty: CitedTreaty, head: Head | undefined): Draft {
  const { asOf, limits, surveyed, noReservation, sources } = head ?? defaultHead(table.file, table.rows)
  const reservations = { ...statements, rows: statements.rows.filter((row) => !isAcceptance(row)) }
  const acceptances = { ...statements, rows: statements.rows.filter(isAcceptance) }
  const record: Participation = {
    id,
    treaty: treaty.citedAs,
    asOf,
    limits,
    ...(surveyed ? { surveyed } : {}),
    ...(noReservation ? { noReservation } : {}),
    sources,
    states: table.rows.map(partyOf),
    ...(reservations.rows.length > 0 ? { reservations: reservations.rows.map((row) => reservationOf(row, treaty)) } : {}),
    ...(acceptances.rows.length > 0 ? { acceptances: acceptances.rows.map((row) => acceptanceOf(row, treaty)) } : {}),
  }
  return { record, table, reservations, acceptances }
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
    problems.push(...problemsOf(draft, treaty))
    records.push(draft.record)
  }
  return { participation: records, states: statesOf([...read.values()]), problems }
}
