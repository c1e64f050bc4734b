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
}

export interface YamlFault extends Position {
  readonly message: string
}

/** Deepest nesting of mappings and sequences in a record. */
const MAX_DEPTH = 20

interface Place {
  readonly offset: number
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

function offsetOf(event: Event | undefined): number {
  if (event === undefined) return 0
  if (event.type === EVENT_ID.SCALAR) return Math.max(0, isQuoted(event) ? event.valueStart - 1 : event.valueStart)
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start
  if (event.type === EVENT_ID.ALIAS) return Math.max(0, event.anchorStart - 1)
  return 0
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
  const read = (): Place => {
    const event = events[at++]
    if (event === undefined) throw new Fault(0, 'the record is cut short')
    if (event.type === EVENT_ID.ALIAS) throw new Fault(offsetOf(event), 'uses an alias (*name); write the value out')
    const place: Place = { offset: offsetOf(event), keys: new Map(), values: new Map() }
    if (event.type === EVENT_ID.SEQUENCE) {
      for (let index = 0; events[at]?.type !== EVENT_ID.POP; index++) place.values.set(index, read())
      at++
    }
    if (event.type === EVENT_ID.MAPPING) {
      while (events[at]?.type !== EVENT_ID.POP) {
        const key = events[at++]
        if (key?.type !== EVENT_ID.SCALAR) throw new Fault(offsetOf(key), 'a key must be a plain word')
        const name = getScalarValue(source, key)
        if (name === '__proto__') throw new Fault(offsetOf(key), 'a key must not be called __proto__')
        place.keys.set(name, offsetOf(key))
        place.values.set(name, read())
      }
      at++
    }
    return place
  }
  return read()
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

function startOfSecondDocument(events: readonly Event[]): Event | undefined {
  const second = events.findIndex((event, index) => index > 0 && event.type === EVENT_ID.DOCUMENT)
  return second < 0 ? undefined : (events[second + 1] ?? events[second])
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
    const second = startOfSecondDocument(events)
    if (second) throw new Fault(offsetOf(second), 'holds more than one document; one file holds one record')
    const root = placesOf(source, events)
    const [data] = constructFromEvents(events, { source, maxAliases: 0 })
    return {
      data,
      valueAt: (path) => position(placeAt(root, path).offset),
      keyAt: (path, key) => {
        const place = placeAt(root, path)
        return position(place.keys.get(key) ?? place.offset)
      },
    }
  } catch (error) {
    if (error instanceof Fault) return { ...position(error.offset), message: error.message }
    if (error instanceof YAMLException) {
      return { line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1, message: error.reason }
    }
    throw error
  }
}

export const isFault = (result: YamlDocument | YamlFault): result is YamlFault => 'message' in result

/** Data as YAML in block style, which `parseYaml` reads back to equal data. Equal data give equal text. */
export const writeYaml = (data: unknown): string => dump(data, { schema: CORE_SCHEMA, noRefs: true, lineWidth: 120, quoteStyle: 'double' })
