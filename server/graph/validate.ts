/** A source text into a record of its kind, or into the problems that stand in the way. */
import type { z } from 'zod'
import type { Kind, Path } from '../kinds/kind.ts'
import type { Source } from './load.ts'
import { nearest } from './nearest.ts'
import type { Problem } from './problem.ts'
import { isFault, parseYaml, type YamlDocument } from './yaml.ts'

export interface LoadedRecord {
  readonly kind: Kind
  readonly id: string
  readonly file: string
  // The schema of the kind has vouched for the shape; a kind's own functions are the only readers who know it.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly data: any
  readonly document: YamlDocument
}

/** More problems than these in one file tell nothing new. */
const MAX_PROBLEMS = 50

type Issue = z.core.$ZodIssue

const asPath = (path: readonly PropertyKey[]): Path => path.filter((step) => typeof step !== 'symbol')

function knownKeys(data: unknown, schema: unknown, path: Path): string[] {
  let at = schema as { def?: { shape?: Record<string, unknown>; innerType?: unknown; element?: unknown; in?: unknown } } | undefined
  const open = () => {
    while (at?.def && !at.def.shape && !at.def.element && (at.def.innerType ?? at.def.in)) at = (at.def.innerType ?? at.def.in) as typeof at
  }
  open()
  for (const step of path) {
    at = (typeof step === 'number' ? at?.def?.element : at?.def?.shape?.[step]) as typeof at
    open()
  }
  return Object.keys(at?.def?.shape ?? {}).filter((key) => !Object.hasOwn((valueAt(data, path) as object) ?? {}, key))
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], data)
}

const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** What an editor calls the types of a schema. */
const WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list',
  object: 'keys with values',
  number: 'a number',
  int: 'a whole number',
}

/** The last key of a path, with the number of the item if it ends in a list. */
function nameOf(path: Path): string {
  const key = path.findLast((step) => typeof step === 'string') ?? 'the record'
  const last = path.at(-1)
  return typeof last === 'number' ? `${key} ${last + 1}` : String(key)
}

function explainType(value: unknown, expected: string): string {
  if (value === null) return `is empty; expected ${WORDS[expected] ?? expected}`
  const bare = expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')
  return `is ${shown(value)}; expected ${WORDS[expected] ?? expected}${bare ? ': put it in quotes' : ''}`
}

/** Says in words what a schema found: what is there, what was expected, the nearest right thing. */
function explain(issue: Issue, data: unknown, schema: unknown): { at: Path; key?: string; message: string }[] {
  const at = asPath(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = knownKeys(data, schema, at)
      const hint = nearest(key, known)
      return {
        at,
        key,
        message: `unknown key ${shown(key)}${hint ? `; did you mean ${hint}?` : known.length ? `; not used yet: ${known.join(', ')}` : ''}`,
      }
    })
  }
  const value = valueAt(data, at)
  if (issue.code === 'invalid_type' && value === undefined) return [{ at: at.slice(0, -1), message: `the key ${at.at(-1)} is missing` }]
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    const expected = values.length > 1 ? `expected one of ${values.join(', ')}` : `expected ${values.join()}`
    const hint = typeof value === 'string' ? nearest(value, values) : undefined
    if (value === undefined) return [{ at: at.slice(0, -1), message: `the key ${at.at(-1)} is missing: ${expected}` }]
    return [{ at, message: `${nameOf(at)} is ${shown(value)}; ${expected}${hint ? `; did you mean ${hint}?` : ''}` }]
  }
  if (issue.code === 'invalid_type') return [{ at, message: `${nameOf(at)} ${explainType(value, issue.expected)}` }]
  if (issue.code === 'too_small' && Array.isArray(value)) return [{ at, message: `${nameOf(at)} is an empty list; expected at least one` }]
  return [{ at, message: `${nameOf(at)}: ${issue.message}` }]
}

/** Checks one source against its kind. The id in the record must be that of the file. */
export function validateSource(source: Source): LoadedRecord | Problem[] {
  const { kind, id, file, text } = source
  const error = (place: { line: number; column: number }, message: string): Problem => ({
    file,
    line: place.line,
    column: place.column,
    message,
    severity: 'error',
  })
  const document = parseYaml(text)
  if (isFault(document)) return [error(document, document.message)]
  const result = kind.schema.safeParse(document.data)
  if (!result.success) {
    return result.error.issues
      .flatMap((issue) => explain(issue, document.data, kind.schema))
      .slice(0, MAX_PROBLEMS)
      .map(({ at, key, message }) => error(key === undefined ? document.valueAt(at) : document.keyAt(at, key), message))
  }
  const data = result.data as { id?: unknown }
  if (data.id !== id)
    return [error(document.valueAt(['id']), `the id is ${shown(data.id)}, the file is called ${id}.yaml; they must agree`)]
  return { kind, id, file, data, document }
}
