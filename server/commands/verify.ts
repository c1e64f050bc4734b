/** `pacta verify`: looks up every quotation in texts of the sources that a person has. */
import { existsSync } from 'node:fs'
import { formatProblem, hasErrors } from '../graph/problem.ts'
import { readSources } from '../graph/sources.ts'
import { asProblem, quotationsOf, tableOf, verifyQuotations } from '../graph/verify.ts'
import { type Folder, readSound } from './records.ts'
import { CALL, complain, RECORDS, say, stop } from './terminal.ts'

interface VerifyOptions extends Folder {
  readonly sources: string
  readonly statement?: string
  readonly verbose?: true
}

export async function verify({ sources, statement, verbose, ...folder }: VerifyOptions): Promise<void> {
  for (const path of [sources, statement]) if (path !== undefined && !existsSync(path)) stop(CALL, `there is no ${path}`)
  const quotations = quotationsOf(readSound(folder).graph)
  const { texts, problems } = await readSources(sources, new Set(quotations.flatMap(({ names }) => [...names])), statement)
  for (const problem of problems) complain(formatProblem(problem))
  if (hasErrors(problems)) stop(CALL, 'the sources cannot be read; nothing was verified')
  const verdicts = verifyQuotations(quotations, texts)
  if (statement !== undefined && verdicts.every(({ quoted, result }) => !quoted.whole || result === 'not in the sources'))
    stop(CALL, `no statement of the records has the name of ${statement}`)
  for (const verdict of verdicts) if (verbose || verdict.result === 'differs') say(formatProblem(asProblem(verdict)))
  for (const row of tableOf(verdicts)) say(row)
  process.exitCode = verdicts.some(({ result }) => result === 'differs') ? RECORDS : 0
}
