/** The treaties of a State on a line of years: when it signed, since when each binds it, and when one ceased to. */
import type { PartyRow } from '../../argument/acts.ts'

/** What a row of the drawing is about. */
export interface Participated {
  readonly treaty: string
  readonly url: string
  readonly row: PartyRow
}

export interface TimelineRow {
  readonly treaty: string
  readonly url: string
  /** The same in dates, for those who do not see the drawing. */
  readonly acts: PartyRow
  readonly y: number
  readonly signed: number | undefined
  /** From the first act to the day on which the treaty came to bind the State, or to the end of the drawing. */
  readonly waiting: Span | undefined
  readonly bound: Span | undefined
  readonly left: number | undefined
}

export interface Span {
  readonly x: number
  readonly width: number
}

export interface Timeline {
  readonly width: number
  readonly height: number
  readonly years: readonly { readonly x: number; readonly year: number }[]
  /** The day of the reading. */
  readonly day: number
  readonly rows: readonly TimelineRow[]
}

/** Sizes in units of the drawing. */
const NAME = 190
const YEARS = 700
const ROW = 26
const TOP = 34

/** 1988.84 for 3 November 1988. */
const decimalYear = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return year + (month - 1) / 12 + (day - 1) / 365
}

/** The drawing, the treaty of the earliest act on top; nothing, for a State without acts. */
export function timelineOf(participated: readonly Participated[], day: string): Timeline | undefined {
  const firstAct = ({ row }: Participated) => [row.signature, row.consent, row.inForce].filter((date) => date !== undefined).sort()[0]
  const acting = participated.flatMap((item) => {
    const first = firstAct(item)
    return first ? [{ ...item, first }] : []
  })
  if (acting.length === 0) return undefined
  const dates = acting.flatMap(({ row }) => [row.signature, row.consent, row.inForce, row.withdrawn].filter((date) => date !== undefined))
  const start = Math.floor(Math.min(...[...dates, day].map(decimalYear)) / 10) * 10
  const end = Math.ceil(Math.max(...[...dates, day].map(decimalYear)) + 1)
  const at = (date: string) => Math.round((NAME + ((decimalYear(date) - start) / (end - start)) * YEARS) * 10) / 10
  const edge = NAME + YEARS
  const between = (from: number, to: number): Span => ({ x: from, width: Math.round(Math.max(0, to - from) * 10) / 10 })
  const rows = acting
    .sort((a, b) => (a.first < b.first ? -1 : 1))
    .map(({ treaty, url, row, first }, index): TimelineRow => {
      const until = row.withdrawn === undefined ? edge : at(row.withdrawn)
      return {
        treaty,
        url,
        acts: row,
        y: TOP + index * ROW,
        signed: row.signature === undefined ? undefined : at(row.signature),
        waiting: row.inForce === undefined || first < row.inForce ? between(at(first), row.inForce ? at(row.inForce) : until) : undefined,
        bound: row.inForce === undefined ? undefined : between(at(row.inForce), until),
        left: row.withdrawn === undefined ? undefined : until,
      }
    })
  return {
    width: edge,
    height: TOP + rows.length * ROW,
    years: Array.from({ length: Math.ceil((end - start) / 10) }, (_, index) => start + index * 10).map((year) => ({
      year,
      x: at(`${year}-01-01`),
    })),
    day: at(day),
    rows,
  }
}
