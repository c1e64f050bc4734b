/** `pacta import`: tables of treaty status become participation and State records. */
import { importParticipation } from '../graph/import.ts'
import { formatProblem, hasErrors } from '../graph/problem.ts'
import type { Folder } from './records.ts'
import { CALL, complain, RECORDS, say, stop } from './terminal.ts'

export function importTables(what: string, from: string, { knowledge }: Folder): void {
  if (what !== 'participation') stop(CALL, `${JSON.stringify(what)} cannot be imported; expected participation`)
  const { files, problems } = importParticipation(from, knowledge)
  for (const problem of problems) complain(formatProblem(problem))
  if (hasErrors(problems)) stop(RECORDS, 'the tables are at fault; nothing was written')
  for (const { file, added, changed, removed } of files.filter((item) => item.written)) {
    say(
      `${file}: ${added.length} added, ${changed.length} changed, ${removed.length} removed${changed.length > 0 ? ` (${changed.slice(0, 10).join(', ')})` : ''}`,
    )
  }
  say(`${files.length} files, ${files.filter((item) => item.written).length} written`)
}
