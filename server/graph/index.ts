/** A folder of records into one checked graph, and everything that is wrong with it. */
import type { Kind } from '../kinds/kind.ts'
import { knowledgeOf, type Knowledge as Linked } from './knowledge.ts'
import { loadSources } from './load.ts'
import { sortProblems } from './problem.ts'
import { type Removed, readRemoved } from './removed.ts'

export interface Knowledge extends Linked {
  /** Addresses of records that are no longer there. */
  readonly removed: readonly Removed[]
}

/** Loads, validates and links the records below a folder. */
export function readKnowledge(root: string, kinds: readonly Kind[]): Knowledge {
  const { sources, problems } = loadSources(root, kinds)
  const linked = knowledgeOf(sources, problems)
  const { removed, problems: faults } = readRemoved(root, linked.graph)
  return { ...linked, removed, problems: sortProblems([...linked.problems, ...faults]) }
}
