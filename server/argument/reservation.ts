/** Whether a reservation or declaration is in force on a day, and whether it concerns a provision. */
import type { GraphNode } from '../graph/node.ts'
import { readPinpoint } from '../kinds/pinpoint.ts'
import type { Reservation } from './acts.ts'

interface Made {
  readonly date?: string | undefined
  readonly withdrawn?: string | undefined
}

/** Made by that day and not withdrawn by it (VCLT arts 19, 22); one whose day is not known counts as made. */
export const isInForce = ({ date, withdrawn }: Made, day: string): boolean =>
  (date === undefined || date <= day) && (withdrawn === undefined || withdrawn > day)

/** Whether it limits what the State owes on a day: not where the record says that it is no reservation. */
export const limitsOn = ({ row, noReservation }: Reservation, day: string): boolean => noReservation === undefined && isInForce(row, day)

/** Articles and paragraphs as a row names them, letter by letter, without the remarks behind them: `20 (28(1)), 37(c) second sentence`. */
const named = (article: string): (readonly string[])[] => article.split(/,\s*/u).map((item) => readPinpoint(item.split(' ')[0] ?? '').from)

const same = (a: string | undefined, b: string | undefined) => a?.toLowerCase() === b?.toLowerCase()

/** One is the other, or a part of it. */
const meets = (a: readonly string[], b: readonly string[]) => {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.every((step, index) => same(step, long[index]))
}

/** The record may lack the paragraph that a row names, so that the row is linked to the whole article. */
function namesOnlyOthers(article: string, paragraph: readonly string[]): boolean {
  const [number] = paragraph
  const here = named(article).filter((steps) => same(steps[0], number))
  return here.length > 0 && here.every((steps) => steps.length > 1 && !meets(steps, paragraph))
}

/**
 * Whether a reservation concerns an article (or a paragraph of it) or a paragraph (or the article around it). One to the
 * treaty as a whole concerns every part, and every one concerns the treaty.
 */
export function concerns({ row, provisions }: Reservation, node: GraphNode): boolean {
  const { pinpoint } = node.outline
  if (row.provisions === undefined || pinpoint === undefined) return true
  return provisions.some((provision) => {
    if (provision === node || provision.parent === node) return true
    if (node.parent === provision) return !namesOnlyOthers(row.article, pinpoint)
    return provision.parent === node.parent && provision.record === node.record && meets(provision.outline.pinpoint ?? [], pinpoint)
  })
}
