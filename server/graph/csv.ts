/** A table of comma-separated values into rows with their lines, or what is wrong with it. The only file that knows csv-parse. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Problem } from './problem.ts'

export interface CsvText {
  readonly file: string
  readonly text: string
}

export interface Row<Column extends string> {
  /** Line on which the row begins. */
  readonly line: number
  readonly cells: Readonly<Record<Column, string>>
}

export interface Table<Column extends string> {
  readonly file: string
  readonly rows: readonly Row<Column>[]
  readonly problems: readonly Problem[]
}

export const problemInTable = (file: string, line: number, message: string): Problem => ({
  file,
  line,
  column: 1,
  message,
  severity: 'error',
})

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
    return problemInTable(file, Number(error.lines ?? 1), `is not well-formed CSV: ${error.message}`)
  }
}

/** The rows of a table whose header names these columns. */
export function readTable<Column extends string>(source: CsvText, columns: readonly Column[]): Table<Column> {
  const { file } = source
  const cuts = cut(source)
  if ('message' in cuts) return { file, rows: [], problems: [cuts] }
  const [header, ...rest] = cuts
  const expected = columns.join(',')
  const found = header?.record.join(',') ?? ''
  if (found !== expected) {
    const line = header ? firstLine(header) : 1
    return { file, rows: [], problems: [problemInTable(file, line, `the header is ${found || 'empty'}; expected ${expected}`)] }
  }
  const rows: Row<Column>[] = []
  const problems: Problem[] = []
  for (const row of rest) {
    const line = firstLine(row)
    const cells = Object.fromEntries(columns.map((column, index) => [column, row.record[index] ?? ''])) as Record<Column, string>
    if (row.record.length === columns.length) rows.push({ line, cells })
    else problems.push(problemInTable(file, line, `the row has ${row.record.length} cells; the header has ${columns.length}`))
  }
  return { file, rows, problems }
}
