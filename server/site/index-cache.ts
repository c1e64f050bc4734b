/** The file of a search index, and the folder in which it is kept from one start to the next. A kept file is never believed: it is used if it is whole and was made by this code from these records. */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Graph } from '../graph/link.ts'
import { searchEntries } from '../search/entries.ts'
import { keyOf, readIndex, writeIndex } from '../search/file.ts'
import { assembleIndex, type Index, type IndexParts, indexParts } from '../search/index.ts'
import { placesOf } from '../search/place.ts'
import { LUNR_VERSION } from '../search/stem.ts'
import { writeWhole } from './write.ts'

/** Files of former records that are kept beside the newest. */
const MAX_FILES = 4

/** The code that makes an index: whatever changes in it, weights, words or fields, makes another index. */
const SEARCH = fileURLToPath(new URL('../search/', import.meta.url))

type Content = Pick<IndexParts, 'list' | 'places'>

const contentOf = (graph: Graph): Content => ({ list: searchEntries(graph), places: placesOf(graph) })

/** Hash of all that an index depends on: records, code, lunr, and the Unicode that tells letters from signs. */
function keyFor(content: Content): string {
  const hash = createHash('sha256').update(`lunr ${LUNR_VERSION} unicode ${process.versions['unicode']}\n`)
  for (const name of readdirSync(SEARCH).sort()) hash.update(`${name}\n`).update(readFileSync(join(SEARCH, name)))
  return hash.update(JSON.stringify(content, (_, value: unknown) => (value instanceof Map ? [...value] : value))).digest('hex')
}

const partsOf = ({ list, places }: Content) => indexParts(list, places)

/** The file of the index of a graph, as the browser reads it. */
export function indexFile(graph: Graph): Uint8Array {
  const content = contentOf(graph)
  return writeIndex(partsOf(content), keyFor(content))
}

/** Reads a regular file without following a link and without waiting, as a FIFO would make it. */
function readRegular(file: string): Buffer | undefined {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    return fstatSync(handle).isFile() ? readFileSync(handle) : undefined
  } finally {
    closeSync(handle)
  }
}

function readKept(file: string, key: string): IndexParts | undefined {
  try {
    const bytes = readRegular(file)
    return bytes && keyOf(bytes) === key ? readIndex(bytes) : undefined
  } catch {
    // Missing, unreadable or unlike any index: it is made anew.
    return undefined
  }
}

function removeOld(folder: string): void {
  const files = readdirSync(folder).filter((name) => name.endsWith('.index'))
  const dated = files.map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
  for (const { name } of dated.sort((a, b) => b.at - a.at).slice(MAX_FILES)) rmSync(join(folder, name), { force: true })
}

export interface KeptIndex {
  readonly index: Index
  /** Why the index could not be kept for the next start, which it does not need. */
  readonly unkept?: string
}

/** The index of a graph: that of an earlier start, if it is of the same records and whole; otherwise a new one, which is kept if it can be. */
export function keptIndex(graph: Graph, folder: string): KeptIndex {
  const content = contentOf(graph)
  const key = keyFor(content)
  const file = join(folder, `${key}.index`)
  const kept = readKept(file, key)
  if (kept) return { index: assembleIndex(kept) }
  const parts = partsOf(content)
  const index = assembleIndex(parts)
  try {
    writeWhole(file, writeIndex(parts, key))
    removeOld(folder)
    return { index }
  } catch (error) {
    return { index, unkept: (error as NodeJS.ErrnoException).code ?? (error as Error).message }
  }
}
