/** Every message that the interface can show, read from the code that shows it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { kinds } from '../server/kinds/index.ts'

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

const literals = (texts: readonly string[], call: RegExp) =>
  texts.flatMap((text) => [...text.matchAll(call)].flatMap((match) => match.slice(1).map((found) => found.replace(/\\(.)/gu, '$1'))))

/** A message stands as a literal in `t('…')`, `rich('…')`, `message('…')` or `sentence('…')`. */
const MESSAGE = /\b(?:t|rich|message|sentence)\(\s*'((?:[^'\\\n]|\\.)*)'/gu
/** How one record stands to another, forwards and backwards. */
const RELATION = /\b(?:citation\(|authority\(|verb: )'([^']*)', (?:reverse: )?'([^']*)'/gu

/** The messages of the interface, in the order of the alphabet. */
export function usedMessages(): string[] {
  const code = [...filesIn('views', '.ejs'), ...filesIn('server/site', '.ts'), ...filesIn('server/argument', '.ts')]
  const relations = literals([...filesIn('server/kinds', '.ts'), ...filesIn('server/graph', '.ts')], RELATION)
  const ofKinds = kinds.flatMap(({ label, about }) => [label.one, label.many, about])
  return [...new Set([...literals(code, MESSAGE), ...ofKinds, ...relations])].sort()
}
