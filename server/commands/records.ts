/** Reads the folder of records that a command was given. */
import { existsSync } from 'node:fs'
import { type Knowledge, readKnowledge } from '../graph/index.ts'
import { formatProblem, hasErrors } from '../graph/problem.ts'
import { kinds } from '../kinds/index.ts'
import { CALL, complain, RECORDS, stop } from './terminal.ts'

export interface Folder {
  readonly knowledge: string
}

export function read({ knowledge }: Folder): Knowledge {
  if (!existsSync(knowledge)) stop(CALL, `there is no folder ${knowledge}`)
  return readKnowledge(knowledge, kinds)
}

/** Reads records that must be without error, and prints what is wrong with them if they are not. */
export function readSound(folder: Folder): Knowledge {
  const result = read(folder)
  if (hasErrors(result.problems)) {
    for (const problem of result.problems) complain(formatProblem(problem))
    stop(RECORDS, 'the records are at fault; nothing was done')
  }
  return result
}
