/** The treaties of a State on a line of years: when it signed, since when each binds it, and when one ceased to. */
import type { PartyRow } from '../../argument/acts.ts'

/** What a row of the drawing is about. */
export interface Participated {
  readonly treaty: string
  readonly url: string
  readonly row: PartyRow
}

/** All places are percentages of the years that are drawn, so that the drawing is as wide as the page and nothing has to be scrolled into sight. */
export interface TimelineRow {
  readonly treaty: string
  readonly url: string
  /** The same in dates, for those who do not see the drawing. */
  readonly acts: PartyRow
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
  readonly years: readonly { readonly x: number; readonly year: number }[]
  /** The day of the reading. */
  readonly day: number
  readonly rows: readonly TimelineRow[]
}

const END = 100

/** 1988.84 for 3 November 1988. */
const decimalYear = (date: string): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return year + (month - 1) / 12 + (day - 1) / 365
}

const rounded = (share: number) => Math.round(share * 100) / 100

/** The drawing, from the decade of the first act on, the treaty of that act on top; nothing, for a State without acts. */
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
  const at = (date: string) => rounded(((decimalYear(date) - start) / (end - start)) * END)
  const between = (from: number, to: number): Span => ({ x: from, width: rounded(Math.max(0, to - from)) })
  const rows = acting
    .sort((a, b) => (a.first < b.first ? -1 : 1))
    .map(({ treaty, url, row, first }): TimelineRow => {
      const until = row.withdrawn === undefined ? END : at(row.withdrawn)
      return {
        treaty,
        url,
        acts: row,
        signed: row.signature === undefined ? undefined : at(row.signature),
        waiting: row.inForce === undefined || first < row.inForce ? between(at(first), row.inForce ? at(row.inForce) : until) : undefined,
        bound: row.inForce === undefined ? undefined : between(at(row.inForce), until),
        left: row.withdrawn === undefined ? undefined : until,
      }
    })
  return {
    years: Array.from({ length: Math.ceil((end - start) / 10) }, (_, index) => start + index * 10).map((year) => ({
      year,
      x: at(`${year}-01-01`),
    })),
    day: at(day),
    rows,
  }
}
