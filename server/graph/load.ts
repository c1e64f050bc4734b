/** A folder of records into source texts, with a problem for everything that is not a readable record. */
import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import type { Kind } from '../kinds/kind.ts'
import { nearest } from './nearest.ts'
import type { Problem } from './problem.ts'
import { REMOVED_FILE } from './removed.ts'

export interface Source {
  readonly kind: Kind
  /** File name without `.yaml`. */
  readonly id: string
  readonly file: string
  readonly text: string
}

/** Largest record that is read, in bytes. */
const MAX_BYTES = 2 * 1024 * 1024

const fault = (file: string, message: string, line = 1, column = 1): Problem => ({ file, line, column, message, severity: 'error' })

const typeName = (status: Stats) =>
  status.isDirectory() ? 'a folder' : status.isSymbolicLink() ? 'a symbolic link' : status.isFIFO() ? 'a FIFO' : 'a device or socket'

/** Opens without following links and without waiting (a FIFO would wait for ever), and reads what is there. */
function readRegular(file: string): Buffer | string {
  const status = lstatSync(file)
  if (!status.isFile()) return `is ${typeName(status)}; a record is a regular file`
  const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const { size } = fstatSync(handle)
    if (size > MAX_BYTES) return `is ${size} bytes long; a record has at most ${MAX_BYTES}`
    const buffer = Buffer.alloc(size)
    const length = readSync(handle, buffer, 0, size, 0)
    return buffer.subarray(0, length)
  } finally {
    closeSync(handle)
  }
}

function placeOf(text: string, offset: number): [number, number] {
  const before = text.slice(0, offset).split('\n')
  return [before.length, (before.at(-1)?.length ?? 0) + 1]
}

/** Place of the first byte that is not UTF-8, found line by line. */
function placeOfBadByte(bytes: Buffer): [number, number] {
  const lines = bytes.toString('latin1').split('\n')
  const line = lines.findIndex((text) => !isUtf8(Buffer.from(text, 'latin1')))
  const lenient = Buffer.from(lines[line] ?? '', 'latin1').toString('utf8')
  return [line + 1, lenient.indexOf('\ufffd') + 1]
}

function decode(file: string, bytes: Buffer): string | Problem {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
    return fault(file, 'begins with a byte order mark; save it as UTF-8 without one')
  if (!isUtf8(bytes)) return fault(file, 'is not valid UTF-8 from here on', ...placeOfBadByte(bytes))
  const text = bytes.toString('utf8')
  const carriage = text.indexOf('\r')
  if (carriage >= 0) return fault(file, 'has a carriage return; save it with LF line ends', ...placeOf(text, carriage))
  const nul = text.indexOf('\0')
  if (nul >= 0) return fault(file, 'holds a NUL character', ...placeOf(text, nul))
  return text
}

const reasonOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? (error as Error).message

function readSource(kind: Kind, folder: string, name: string): Source | Problem {
  const file = join(folder, name)
  if (!name.endsWith('.yaml')) return fault(file, 'is not a record: expected a file whose name ends in .yaml')
  try {
    const bytes = readRegular(file)
    if (typeof bytes === 'string') return fault(file, bytes)
    const text = decode(file, bytes)
    return typeof text === 'string' ? { kind, id: name.slice(0, -'.yaml'.length), file, text } : text
  } catch (error) {
    return fault(file, `cannot be read: ${reasonOf(error)}`)
  }
}

/** A name that sorts as the id does: `cedaw` comes before `cedaw-op`, but `cedaw-op.yaml` before `cedaw.yaml`. */
const sortKey = (name: string) => name.replace(/\.(?=[^.]*$)/u, '\0')

const visibleNames = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))

export interface Loaded {
  readonly sources: readonly Source[]
  readonly problems: readonly Problem[]
}

/** Reads all records below a folder. A folder that cannot be read at all is a problem too, never an exception. */
export function loadSources(root: string, kinds: readonly Kind[]): Loaded {
  const sources: Source[] = []
  const problems: Problem[] = []
  const folders = new Map(kinds.map((kind) => [kind.folder, kind]))
  const list = (folder: string): string[] => {
    try {
      // The root may be a link, so that a release can be switched; what is in it may not lead elsewhere.
      if (folder !== root && lstatSync(folder).isSymbolicLink()) throw new Error('is a symbolic link')
      return visibleNames(folder)
    } catch (error) {
      problems.push(fault(folder, `cannot be read as a folder: ${reasonOf(error)}`))
      return []
    }
  }
  for (const name of list(root)) {
    if (name === REMOVED_FILE) continue
    const kind = folders.get(name)
    const path = join(root, name)
    if (kind === undefined) {
      const hint = nearest(name, folders.keys())
      problems.push(
        fault(path, `no kind of record lives here${hint ? `; did you mean ${hint}?` : '.'} Folders: ${[...folders.keys()].join(', ')}`),
      )
      continue
    }
    for (const entry of list(path)) {
      const result = readSource(kind, path, entry)
      if ('message' in result) problems.push(result)
      else sources.push(result)
    }
  }
  return { sources, problems }
}
