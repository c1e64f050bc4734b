/** A folder of records into one checked graph, and everything that is wrong with it. */
import type { Kind } from '../kinds/kind.ts'
import { type Graph, linkRecords } from './link.ts'
import { loadSources } from './load.ts'
import { type Problem, sortProblems } from './problem.ts'
import { quotedUnread } from './quoted.ts'
import { type LoadedRecord, validateSource } from './validate.ts'

export interface Knowledge {
  readonly graph: Graph
  /** Sorted by file and place. */
  readonly problems: readonly Problem[]
}

/** Loads, validates and links the records below a folder. */
export function readKnowledge(root: string, kinds: readonly Kind[]): Knowledge {
  const { sources, problems } = loadSources(root, kinds)
  const records: LoadedRecord[] = []
  const faults: Problem[] = [...problems]
  for (const source of sources) {
    const result = validateSource(source)
    if (Array.isArray(result)) faults.push(...result)
    else records.push(result)
  }
  const linked = linkRecords(records)
  return { graph: linked.graph, problems: sortProblems([...faults, ...linked.problems, ...records.flatMap(quotedUnread)]) }
}
