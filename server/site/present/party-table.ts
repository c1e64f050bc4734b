/** A table of participation as a reader asks for it: some States, in some order, a page at a time; as recorded, not for a day. */
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow } from '../../graph/questions.ts'
import type { Participation } from '../../kinds/participation.ts'
import { fold } from '../../search/tokenise.ts'
import { type Language, message } from '../language.ts'
import { first, type Parameters, unknownWord } from '../parameters.ts'
import { withQuery } from '../urls.ts'
import { titleIn } from './names.ts'

type Row = Participation['states'][number]

/** Whether a State has consented to be bound and has not withdrawn. */
export const isParty = (row: Row): boolean => (row.consent ?? row.inForce) !== undefined && row.withdrawn === undefined

const isSignatory = (row: Row) => row.signature !== undefined && (row.consent ?? row.inForce) === undefined

const COLUMNS = {
  state: message('State'),
  signature: message('Signed'),
  consent: message('Consent'),
  inForce: message('In force for it'),
  withdrawn: message('Withdrawn'),
} as const
const SHOWN = {
  all: message('all States'),
  parties: message('parties'),
  signatories: message('signed, not party'),
  none: message('neither signed nor party'),
  withdrawn: message('withdrawn'),
  reservations: message('with reservations or declarations'),
} as const

type Sort = keyof typeof COLUMNS
type Show = keyof typeof SHOWN

export interface TableAsk {
  readonly sort: Sort
  readonly show: Show
  /** Part of the name of a State. */
  readonly q: string
  readonly page: number
}

/** The whole table, by name. */
export const WHOLE: TableAsk = { sort: 'state', show: 'all', q: '', page: 1 }

/** Whether an address asks for something else than the whole table. */
export const asksForTable = (parameters: Parameters): boolean => ['sort', 'show', 'q', 'page'].some((name) => parameters.has(name))

/** Reads what is asked of a table; a text says what is wrong. */
export function readTableAsk(parameters: Parameters): TableAsk | string {
  const fault = unknownWord(parameters, 'sort', Object.keys(COLUMNS)) ?? unknownWord(parameters, 'show', Object.keys(SHOWN))
  if (fault !== undefined) return fault
  const page = first(parameters, 'page') || '1'
  if (!/^[1-9]\d{0,3}$/u.test(page)) return `page is ${JSON.stringify(page.slice(0, 40))}; expected a whole number from 1 to 9999`
  return {
    sort: (first(parameters, 'sort') || WHOLE.sort) as Sort,
    show: (first(parameters, 'show') || WHOLE.show) as Show,
    q: (first(parameters, 'q') ?? '').trim().slice(0, 100),
    page: Number(page),
  }
}

/** A row takes up to 500 bytes: more rows than these could make a page larger than 150 KB, and are parted. */
const MAX_ROWS = 250
const PAGE_ROWS = 100

export interface TableRow {
  readonly row: Row
  readonly state: GraphNode | undefined
}

const nameOf = ({ row, state }: TableRow, language: Language) => (state ? titleIn(language, state) : row.state.text)

function ordered(rows: readonly TableRow[], sort: Sort, language: Language): TableRow[] {
  const byName = [...rows].sort((a, b) => language.compare(nameOf(a, language), nameOf(b, language)))
  if (sort === 'state') return byName
  // A State without such a day comes after all that have one.
  const day = ({ row }: TableRow) => row[sort] ?? '~'
  return byName.sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}

function isNamed({ row, state }: TableRow, q: string): boolean {
  const names = state ? [state.title, ...state.outline.names] : [row.state.text]
  return q === '' || names.some((name) => fold(name).includes(fold(q)))
}

/** The table of a record for what is asked. */
export function partyTable(graph: Graph, node: GraphNode, ask: TableAsk, language: Language) {
  const data = node.record.data as Participation
  const reserving = new Set((data.reservations ?? []).map((item) => follow(graph, item.state)))
  const all: TableRow[] = data.states.map((row) => ({ row, state: follow(graph, row.state) }))
  const shows: Readonly<Record<Show, (row: TableRow) => boolean>> = {
    all: () => true,
    parties: ({ row }) => isParty(row),
    signatories: ({ row }) => isSignatory(row),
    none: ({ row }) => row.signature === undefined && (row.consent ?? row.inForce) === undefined,
    withdrawn: ({ row }) => row.withdrawn !== undefined,
    reservations: ({ state }) => state !== undefined && reserving.has(state),
  }
  const found = ordered(
    all.filter((row) => shows[ask.show](row) && isNamed(row, ask.q)),
    ask.sort,
    language,
  )
  const pages = found.length > MAX_ROWS ? Math.ceil(found.length / PAGE_ROWS) : 1
  const page = Math.min(ask.page, pages)
  const rows = pages > 1 ? found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS) : found
  const url = (change: Partial<TableAsk>) => {
    const { sort, show, q, page: to } = { ...ask, page: 1, ...change }
    return withQuery(node.address, {
      sort: sort === 'state' ? undefined : sort,
      show: show === 'all' ? undefined : show,
      q,
      page: to > 1 ? to : undefined,
    })
  }
  return {
    ask,
    rows,
    found: found.length,
    total: all.length,
    states: new Set(found.map(({ state }) => state)),
    columns: (Object.keys(COLUMNS) as Sort[]).map((sort) => ({
      label: language.t(COLUMNS[sort]),
      url: url({ sort }),
      current: sort === ask.sort,
    })),
    options: (Object.keys(SHOWN) as Show[]).map((show) => ({
      value: show,
      label: language.t(SHOWN[show]),
      count: all.filter(shows[show]).length,
      current: show === ask.show,
    })),
    isNarrowed: ask.show !== 'all' || ask.q !== '',
    wholeUrl: url({ show: 'all', q: '' }),
    from: pages > 1 ? (page - 1) * PAGE_ROWS + 1 : 1,
    less: page > 1 ? url({ page: page - 1 }) : undefined,
    more: page < pages ? url({ page: page + 1 }) : undefined,
    page,
  }
}
