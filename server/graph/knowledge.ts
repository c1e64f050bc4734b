/** Source texts into one checked graph, wherever the texts come from. */
import { type Graph, linkRecords } from './link.ts'
import type { Source } from './load.ts'
import { type Problem, sortProblems } from './problem.ts'
import { quotedUnread } from './quoted.ts'
import { type LoadedRecord, validateSource } from './validate.ts'

export interface Knowledge {
  readonly graph: Graph
  /** Sorted by file and place. */
  readonly problems: readonly Problem[]
}

/** Validates and links sources; problems that loading them had are kept with the others. */
export function knowledgeOf(sources: readonly Source[], problems: readonly Problem[] = []): Knowledge {
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
