#!/usr/bin/env node
/** The command line: the only file that reads arguments, prints and exits. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { bindText } from './argument/bind-text.ts'
import { readChoices } from './argument/choices.ts'
import { findCircles } from './argument/circles.ts'
import { evaluate } from './argument/evaluate.ts'
import { situationNamed } from './argument/situation.ts'
import { resolveCitation } from './graph/citation.ts'
import { importParticipation } from './graph/import.ts'
import { type Knowledge, readKnowledge } from './graph/index.ts'
import { nearest } from './graph/nearest.ts'
import { formatProblem, hasErrors } from './graph/problem.ts'
import { formatRemark, remarksOf } from './graph/remarks.ts'
import { readSources } from './graph/sources.ts'
import { asProblem, quotationsOf, tableOf, verifyQuotations } from './graph/verify.ts'
import { kinds } from './kinds/index.ts'
import { evaluationJson } from './site/api.ts'
import { listen, makeApp } from './site/app.ts'
import { ROOT } from './site/root.ts'
import { editorSchemas, recordsReference } from './site/schemas.ts'
import { makeSite } from './site/site.ts'
import { draftRecord } from './site/template.ts'
import { writeWhole } from './site/write.ts'

/** The records are at fault. */
const RECORDS = 1
/** The call is at fault. */
const CALL = 2

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }

// A reader that has seen enough, such as head, closes the pipe; the exit code still says how it went.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const say = (text: string) => process.stdout.write(`${text}\n`)
const complain = (text: string) => process.stderr.write(`${text}\n`)

function stop(code: number, text: string): never {
  complain(text)
  process.exit(code)
}

interface Folder {
  readonly knowledge: string
}

function read({ knowledge }: Folder): Knowledge {
  if (!existsSync(knowledge)) stop(CALL, `pacta: there is no folder ${knowledge}`)
  return readKnowledge(knowledge, kinds)
}

/** Reads records that must be without error, and prints what is wrong with them if they are not. */
function readSound(folder: Folder): Knowledge {
  const result = read(folder)
  if (hasErrors(result.problems)) {
    for (const problem of result.problems) complain(formatProblem(problem))
    stop(RECORDS, 'pacta: the records are at fault; nothing was done')
  }
  return result
}

function check(folder: Folder): void {
  const { graph, problems: faults } = read(folder)
  const problems = [...faults, ...findCircles(graph)]
  for (const problem of problems) say(formatProblem(problem))
  const errors = problems.filter((problem) => problem.severity === 'error').length
  say(
    `${graph.records.length} records, ${graph.nodes.size} nodes, ${graph.links.length} links: ${errors} problems, ${problems.length - errors} warnings`,
  )
  // Of records with a fault only a part is linked, so that a remark could be wrong.
  const remarks = errors > 0 ? [] : remarksOf(graph)
  if (remarks.length > 0) say('For editors, no fault in itself:')
  for (const remark of remarks) say(`  ${formatRemark(remark)}`)
  process.exitCode = errors > 0 ? RECORDS : 0
}

function cite(text: string, folder: Folder): void {
  const { graph } = readSound(folder)
  const { matches, near } = resolveCitation(graph.citations, text)
  for (const node of matches) say(`${node.citation}\t${node.address}`)
  if (matches.length > 1) complain(`pacta: ${JSON.stringify(text)} can mean any of these ${matches.length}`)
  if (matches.length === 0) {
    complain(`pacta: ${JSON.stringify(text)} is not in the records${near.length > 0 ? '; the nearest:' : ''}`)
    for (const node of near) complain(`${node.citation}\t${node.address}`)
    process.exitCode = CALL
  }
}

function bind(text: string, state: string | undefined, date: string | undefined, folder: Folder): void {
  const answer = bindText(readSound(folder).graph, text, state, date)
  if ('fault' in answer) stop(CALL, `pacta: ${answer.fault}`)
  for (const line of answer) say(line)
}

function draft(name: string, id: string, { knowledge }: Folder): void {
  const kind = kinds.find((item) => item.name === name)
  const names = kinds.map((item) => item.name)
  const hint = nearest(name, names)
  if (!kind)
    stop(CALL, `pacta: there is no kind ${JSON.stringify(name)}${hint ? `; did you mean ${hint}?` : ''} Kinds: ${names.join(', ')}`)
  if (!/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/u.test(id))
    stop(CALL, `pacta: ${JSON.stringify(id)} cannot be an id; expected letters, figures and hyphens`)
  const file = join(knowledge, kind.folder, `${id}.yaml`)
  if (existsSync(file)) stop(CALL, `pacta: ${file} is there already`)
  writeWhole(file, draftRecord(kind, id))
  say(`${file}\nFill in what is empty; then: pacta check`)
}

function importTables(what: string, from: string, { knowledge }: Folder): void {
  if (what !== 'participation') stop(CALL, `pacta: ${JSON.stringify(what)} cannot be imported; expected participation`)
  const { files, problems } = importParticipation(from, knowledge)
  for (const problem of problems) complain(formatProblem(problem))
  if (hasErrors(problems)) stop(RECORDS, 'pacta: the tables are at fault; nothing was written')
  for (const { file, added, changed, removed } of files.filter((item) => item.written)) {
    say(
      `${file}: ${added.length} added, ${changed.length} changed, ${removed.length} removed${changed.length > 0 ? ` (${changed.slice(0, 10).join(', ')})` : ''}`,
    )
  }
  say(`${files.length} files, ${files.filter((item) => item.written).length} written`)
}

interface Verification {
  readonly sources: string
  readonly statement?: string
  readonly verbose?: true
}

async function verify({ sources, statement, verbose, ...folder }: Folder & Verification): Promise<void> {
  for (const path of [sources, statement]) if (path !== undefined && !existsSync(path)) stop(CALL, `pacta: there is no ${path}`)
  const quotations = quotationsOf(readSound(folder).graph)
  const { texts, problems } = await readSources(sources, new Set(quotations.flatMap(({ names }) => [...names])), statement)
  for (const problem of problems) complain(formatProblem(problem))
  if (hasErrors(problems)) stop(CALL, 'pacta: the sources cannot be read; nothing was verified')
  const verdicts = verifyQuotations(quotations, texts)
  if (statement !== undefined && verdicts.every(({ quoted, result }) => !quoted.whole || result === 'not in the sources'))
    stop(CALL, `pacta: no statement of the records has the name of ${statement}`)
  for (const verdict of verdicts) if (verbose || verdict.result === 'differs') say(formatProblem(asProblem(verdict)))
  for (const row of tableOf(verdicts)) say(row)
  process.exitCode = verdicts.some(({ result }) => result === 'differs') ? RECORDS : 0
}

function schemas({ knowledge, docs }: Folder & { readonly docs?: string }): void {
  for (const [name, text] of editorSchemas(kinds)) writeWhole(join(knowledge, '.schema', name), text)
  if (docs !== undefined) writeWhole(docs, recordsReference(kinds))
}

interface EvaluateOptions extends Folder {
  readonly state?: string
  readonly date?: string
  readonly accept: readonly string[]
  readonly reject: readonly string[]
  readonly json?: true
}

function evaluateClaims(claim: string | undefined, options: EvaluateOptions): void {
  const { graph } = readSound(options)
  const situation = situationNamed(graph, options.state, options.date)
  if (typeof situation === 'string') stop(CALL, `pacta: ${situation}`)
  const choices = readChoices(graph, options.accept, options.reject)
  if (typeof choices === 'string') stop(CALL, `pacta: ${choices}`)
  const evaluation = evaluate(graph, situation, choices)
  if (claim !== undefined && !evaluation.claims.has(claim)) {
    const hint = nearest(claim, evaluation.claims.keys())
    stop(CALL, `pacta: there is no claim ${JSON.stringify(claim)}${hint ? `; did you mean ${hint}?` : ''}`)
  }
  const claims = [...evaluation.claims.values()].filter((item) => claim === undefined || item.id === claim)
  if (options.json)
    say(JSON.stringify(evaluationJson({ ...evaluation, claims: new Map(claims.map((item) => [item.id, item])) }), undefined, 2))
  else
    for (const { id, outcome, force, openFacts } of claims)
      say([id.padEnd(6), outcome.padEnd(11), force.padEnd(26), openFacts.join(' ')].join('  ').trimEnd())
}

const several = (value: string, before: readonly string[]) => [...before, value]

async function serve({ knowledge, port, host }: Folder & { readonly port: number; readonly host: string }): Promise<void> {
  const { graph, problems } = readSound({ knowledge })
  for (const problem of problems) complain(formatProblem(problem))
  try {
    const server = await listen(makeApp(makeSite(graph, kinds)), port, host)
    const address = server.address()
    const actual = typeof address === 'object' && address ? address.port : port
    say(`Pacta: http://${host.includes(':') ? `[${host}]` : host}:${actual}/ (${graph.records.length} records)`)
    const close = () => {
      server.close(() => process.exit(0))
      server.closeIdleConnections()
      // A client that keeps its connection busy must not keep the process.
      setTimeout(() => server.closeAllConnections(), 3_000).unref()
    }
    process.once('SIGTERM', close)
    process.once('SIGINT', close)
  } catch (error) {
    stop(CALL, `pacta: cannot listen on ${host}:${port}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`)
  }
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/u.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('expected a number from 0 to 65535')
  return Number(text)
}

const program = new Command('pacta')
  .description('Legal argument from treaty to claim: checked, linked, served.')
  .version(version)
  .exitOverride()

const command = (usage: string, about: string) =>
  program.command(usage).description(about).option('--knowledge <dir>', 'folder of records', join(ROOT, 'knowledge')).exitOverride()

command('serve', 'serve the site')
  .option('--port <number>', 'port, 0 for any that is free', portNumber, 3000)
  .option('--host <name>', 'address to listen on', '127.0.0.1')
  .action(serve)
command('check', 'check all records; every problem is printed as file:line:column: message').action(check)
command('cite <citation>', 'print the canonical citation and the address of what a citation means').action(cite)
command('bind <provision> [state] [date]', 'say whether a provision or a norm binds a State on a day, and why').action(bind)
command('new <kind> <id>', 'start a record of a kind').action(draft)
command('import <what> <dir>', 'import participation: tables of treaty status (CSV) into participation and State records').action(
  importTables,
)
command('evaluate [claim]', 'evaluate one claim or all: outcome, force of the law, open facts')
  .option('--state <state>', 'another State than the respondent')
  .option('--date <day>', 'another day than that of the events')
  .option('--accept <id>', 'accept a premise or a counter-argument; may be repeated', several, [])
  .option('--reject <id>', 'reject a premise or a counter-argument; may be repeated', several, [])
  .option('--json', 'print JSON instead of a table')
  .action(evaluateClaims)
command('verify', 'look up every quotation of the records in texts of their sources')
  .requiredOption('--sources <dir>', 'folder with treaties/*.json and un-documents/*.ndjson.gz')
  .option('--statement <file>', 'text of the statement, named like its record; otherwise those in ../statement beside the sources')
  .option('--verbose', 'print what was found for each quotation')
  .action(verify)
command('schemas', 'write the schemas for editors beside the records')
  .option('--docs <file>', 'also write the reference of records')
  .action(schemas)

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : CALL
}
