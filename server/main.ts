#!/usr/bin/env node
/** The command line: which commands there are and what each takes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { bind } from './commands/bind.ts'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import { cite } from './commands/cite.ts'
import { evaluateClaims } from './commands/evaluate.ts'
import { importTables } from './commands/import.ts'
import { draft } from './commands/new.ts'
import { schemas } from './commands/schemas.ts'
import { serve } from './commands/serve.ts'
import { CALL, outliveReader } from './commands/terminal.ts'
import { verify } from './commands/verify.ts'
import { ROOT } from './site/root.ts'

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }

/** Scheme, host and path before the site's own, without a slash at the end. */
function baseAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/u.test(url.protocol) || url.search || url.hash || url.username)
    throw new InvalidArgumentError('expected an address such as https://pacta.example or https://example.org/pacta')
  return `${url.origin}${url.pathname.replace(/\/+$/u, '')}`
}

const several = (value: string, before: readonly string[]) => [...before, value]

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
  .option('--watch', 'read the records anew whenever they change, and serve them if they are sound')
  .option('--cache <dir>', 'folder in which the search index is kept from one start to the next (default: that of the system for caches)')
  .option('--no-cache', 'keep nothing')
  .option('--base <url>', 'public address of the site, for citations, feed and sitemap; by default where it listens', baseAddress)
  .action(serve)
command('build', 'write the whole site as files, for any file server or a disk')
  .requiredOption('--out <dir>', 'folder to write; one that an earlier build wrote is replaced')
  .option('--base <url>', 'address at which the files will be served, for canonical links, sitemap and feed', baseAddress)
  .action(build)
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

outliveReader()
try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? 0 : CALL
}
