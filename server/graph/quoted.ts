/** Words in quotation marks in prose that was written from memory: only what was read is quoted. */
import { Citation, type Path } from '../kinds/kind.ts'
import type { Problem } from './problem.ts'
import type { LoadedRecord } from './validate.ts'

const UNREAD = new Set(['unchecked', 'document-checked'])

/** Three words or more; one or two are a term that is spoken of, such as “refoulement”. */
const QUOTED = /“[^”\s]+(?:\s+[^”\s]+){2,}”/u

interface Found {
  readonly path: Path
  readonly grade: string
  readonly words: string
}

/** Texts of plain data that quote, though the nearest grade around them says that nothing was read. */
function* quotedIn(value: unknown, path: Path, inherited: string | undefined): Generator<Found> {
  if (typeof value === 'string') {
    const [words] = QUOTED.exec(value) ?? []
    if (words !== undefined && inherited !== undefined && UNREAD.has(inherited)) yield { path, grade: inherited, words }
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* quotedIn(item, [...path, index], inherited)
  } else if (typeof value === 'object' && value !== null && !(value instanceof Citation)) {
    const { grade } = value as { grade?: unknown }
    for (const [key, item] of Object.entries(value)) yield* quotedIn(item, [...path, key], typeof grade === 'string' ? grade : inherited)
  }
}

/** A warning for each: the marks may also stand around a title, which an editor can see and a program cannot. */
export const quotedUnread = ({ data, file, document }: LoadedRecord): Problem[] =>
  [...quotedIn(data, [], undefined)].map(({ path, grade, words }) => ({
    file,
    ...document.valueAt(path),
    message: `has ${words} in quotation marks, but is graded ${grade}: quote only what was read`,
    severity: 'warning',
  }))
