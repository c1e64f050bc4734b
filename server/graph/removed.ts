/** Addresses of records that are no longer there. An id is never used again: its address leads to what took its place, or says since when it is gone. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { date, line } from '../kinds/fields.ts'
import { resolveCitation } from './citation.ts'
import type { Graph } from './link.ts'
import type { Problem } from './problem.ts'
import { isFault, parseYaml, type YamlDocument } from './yaml.ts'

/** Name of the list, beside the folders of the records. */
export const REMOVED_FILE = 'removed.yaml'

export interface Removed {
  readonly address: string
  /** Address of what took its place. */
  readonly replacedBy: string | undefined
  readonly goneSince: string | undefined
  readonly why: string | undefined
}

const entry = z
  .strictObject({
    address: line.regex(/^\/[a-z-]+(\/[A-Za-z0-9-]+)+$/u, 'expected the address of a page, such as /norms/right-to-return'),
    replacedBy: line.optional(),
    goneSince: date.optional(),
    why: line.optional(),
  })
  .refine((value) => (value.replacedBy === undefined) !== (value.goneSince === undefined), 'expected either replacedBy or goneSince')

const list = z.array(entry)

interface Read {
  readonly removed: readonly Removed[]
  readonly problems: readonly Problem[]
}

/** Entries that are wrong in themselves, or that name an address which is in use or a successor that is not there. */
function readEntries(file: string, document: YamlDocument, graph: Graph): Read {
  const fault = (path: (string | number)[], message: string): Problem => ({ file, ...document.valueAt(path), message, severity: 'error' })
  const parsed = list.safeParse(document.data)
  if (!parsed.success)
    return { removed: [], problems: parsed.error.issues.map(({ path, message }) => fault(path as (string | number)[], message)) }
  const problems: Problem[] = []
  const removed = parsed.data.flatMap(({ address, replacedBy, goneSince, why }, index): Removed[] => {
    if (graph.nodes.has(address))
      problems.push(fault([index, 'address'], `${address} is the address of a record; the id of one that was removed is never used again`))
    if (parsed.data.findIndex((other) => other.address === address) < index)
      problems.push(fault([index, 'address'], `${address} is listed twice`))
    const { matches } = replacedBy === undefined ? { matches: [] } : resolveCitation(graph.citations, replacedBy)
    if (replacedBy !== undefined && matches.length !== 1)
      problems.push(
        fault(
          [index, 'replacedBy'],
          `${JSON.stringify(replacedBy)} means ${matches.length === 0 ? 'nothing' : 'several things'} in the records`,
        ),
      )
    return [{ address, replacedBy: matches[0]?.address, goneSince, why }]
  })
  return { removed, problems }
}

/** Reads the list below a folder of records; a folder without one has removed nothing. */
export function readRemoved(root: string, graph: Graph): Read {
  const file = join(root, REMOVED_FILE)
  if (!existsSync(file)) return { removed: [], problems: [] }
  const document = parseYaml(readFileSync(file, 'utf8'))
  if (isFault(document))
    return { removed: [], problems: [{ file, line: document.line, column: document.column, message: document.message, severity: 'error' }] }
  return readEntries(file, document, graph)
}
