/** Every message that the interface can show, read from the code that shows it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kinds } from '../server/kinds/index.ts'

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

const literals = (text: string, call: RegExp) => [...text.matchAll(call)].flatMap((match) => match.slice(1).map((found) => found ?? ''))

const unescaped = (literal: string) => literal.replace(/\\(.)/gu, '$1')

/** A message stands as a literal in `t('…')`, `rich('…')` or `message('…')`. */
const MESSAGE = /\b(?:t|rich|message)\(\s*'((?:[^'\\\n]|\\.)*)'/gu

/** The messages of the interface, in the order of the alphabet. */
export function usedMessages(): string[] {
  const code = [...filesIn('views', '.ejs'), ...filesIn('server/site', '.ts')]
  const ofKinds = kinds.flatMap(({ label, about }) => [label.one, label.many, about])
  return [...new Set([...code.flatMap((text) => literals(text, MESSAGE).map(unescaped)), ...ofKinds])].sort()
}
