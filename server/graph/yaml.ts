/** YAML text into data, with the place of every value and key; and data into YAML. The only file that knows js-yaml. */
import {
  CORE_SCHEMA,
  constructFromEvents,
  dump,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml'
import type { Path } from '../kinds/kind.ts'

/** Line and column, counted from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface YamlDocument {
  readonly data: unknown
  /** Place of the value at a path; of the nearest value above it, if there is none. */
  valueAt(path: Path): Position
  /** Place of a key in the mapping at a path. */
  keyAt(path: Path, key: string): Position
  /** Place of some words in the text at a path; of that text, if the source writes them in another way. */
  wordsAt(path: Path, words: string): Position
}

export interface YamlFault extends Position {
  readonly message: string
}

/** Deepest nesting of mappings and sequences in a record. */
const MAX_DEPTH = 20

interface Place {
  readonly offset: number
  readonly end: number
  readonly keys: Map<string, number>
  readonly values: Map<string | number, Place>
}

function positions(source: string): (offset: number) => Position {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

const isQuoted = (event: ScalarEvent) => event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED

/** Where the text of a scalar begins: at its quotation mark, or past the indentation of a block; nowhere, if it has none. */
function startOfScalar(source: string, event: ScalarEvent): number | undefined {
  if (event.valueStart < 0) return undefined
  if (isQuoted(event)) return event.valueStart - 1
  return event.valueStart + Math.max(0, source.slice(event.valueStart, event.valueEnd).search(/\S/u))
}

/** Where the source of an event begins; nowhere, if it is a value left empty. */
function offsetOf(source: string, event: Event | undefined): number | undefined {
  if (event?.type === EVENT_ID.SCALAR) return startOfScalar(source, event)
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) return event.start
  if (event?.type === EVENT_ID.ALIAS) return event.anchorStart - 1
  return undefined
}

class Fault extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message)
  }
}

/** Walks the events of one document beside the source, and notes where each key and value begins. */
function placesOf(source: string, events: readonly Event[]): Place {
  let at = 1
  // A value left empty has no place of its own; `before` is that of its key or list.
  const read = (before: number): Place => {
    const event = events[at++]
    if (event === undefined) throw new Fault(before, 'the record is cut short')
    const offset = offsetOf(source, event) ?? before
    if (event.type === EVENT_ID.ALIAS) throw new Fault(offset, 'uses an alias (*name); write the value out')
    const end = event.type === EVENT_ID.SCALAR ? event.valueEnd : offset
    const place: Place = { offset, end, keys: new Map(), values: new Map() }
    if (event.type === EVENT_ID.SEQUENCE) {
      for (let index = 0; events[at]?.type !== EVENT_ID.POP; index++) place.values.set(index, read(offset))
      at++
    }
    if (event.type === EVENT_ID.MAPPING) {
      while (events[at]?.type !== EVENT_ID.POP) {
        const key = events[at++]
        const start = offsetOf(source, key) ?? offset
        if (key?.type !== EVENT_ID.SCALAR) throw new Fault(start, 'a key must be a plain word')
        const name = getScalarValue(source, key)
        if (name === '__proto__') throw new Fault(start, 'a key must not be called __proto__')
        place.keys.set(name, start)
        place.values.set(name, read(start))
      }
      at++
    }
    return place
  }
  return read(0)
}

function placeAt(root: Place, path: Path): Place {
  let place = root
  for (const step of path) {
    const next = place.values.get(step)
    if (next === undefined) return place
    place = next
  }
  return place
}

/** Offset of the second document: of what it holds or, if it is empty, of the `---` before it. */
function startOfSecondDocument(source: string, events: readonly Event[]): number | undefined {
  const second = events.findIndex((event, index) => index > 0 && event.type === EVENT_ID.DOCUMENT)
  if (second < 0) return undefined
  const last = events.slice(0, second).findLast((event) => event.type === EVENT_ID.SCALAR)
  return offsetOf(source, events[second + 1]) ?? source.indexOf('\n---', last?.valueEnd) + 1
}

/** Offset of words between two offsets, however the source breaks its lines. */
function findWords(source: string, words: string, { offset, end }: Place): number | undefined {
  const pattern = words.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`).replaceAll(' ', String.raw`\s+`)
  const found = source.slice(offset, end).search(new RegExp(pattern, 'u'))
  return found < 0 ? undefined : offset + found
}

/** What js-yaml found, with a way out of the commonest slip. */
function explain(error: YAMLException, source: string): string {
  const colon = error.reason === 'bad indentation of a mapping entry' && source[error.mark?.position ?? -1] === ':'
  return colon ? `${error.reason}; a text with ": " in it goes in quotes` : error.reason
}

/**
 * Reads one YAML document (core schema of YAML 1.2: dates and words such as `no` stay text).
 * Aliases, several documents, duplicate keys and deep nesting are faults; so is an empty text.
 */
export function parseYaml(source: string): YamlDocument | YamlFault {
  const position = positions(source)
  try {
    const events = parseEvents(source, { maxDepth: MAX_DEPTH })
    if (events.length < 2) return { line: 1, column: 1, message: 'the record is empty' }
    const second = startOfSecondDocument(source, events)
    if (second !== undefined) throw new Fault(second, 'holds more than one document; one file holds one record')
    const root = placesOf(source, events)
    const [data] = constructFromEvents(events, { source, maxAliases: 0 })
    return {
      data,
      valueAt: (path) => position(placeAt(root, path).offset),
      keyAt: (path, key) => {
        const place = placeAt(root, path)
        return position(place.keys.get(key) ?? place.offset)
      },
      wordsAt: (path, words) => {
        const place = placeAt(root, path)
        return position(findWords(source, words, place) ?? place.offset)
      },
    }
  } catch (error) {
    if (error instanceof Fault) return { ...position(error.offset), message: error.message }
    if (error instanceof YAMLException) {
      return { line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1, message: explain(error, source) }
    }
    throw error
  }
}

export const isFault = (result: YamlDocument | YamlFault): result is YamlFault => 'message' in result

/** Data as YAML in block style, which `parseYaml` reads back to equal data. Equal data give equal text. */
export const writeYaml = (data: unknown): string => dump(data, { schema: CORE_SCHEMA, noRefs: true, lineWidth: 120, quoteStyle: 'double' })
