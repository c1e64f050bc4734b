import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The last layer is the command line: one file a command, wired in server/main.ts. */
const LAYERS = ['kinds', 'graph', 'argument', 'search', 'site', 'commands']
const ONLY_IN: Record<string, string> = {
  'js-yaml': 'server/graph/yaml.ts',
  lunr: 'server/search/stem.ts',
  ejs: 'server/site/render.ts',
  'markdown-it': 'server/site/markdown.ts',
  express: 'server/site/app.ts',
  commander: 'server/main.ts',
  'intl-messageformat': 'server/site/language.ts',
  'csv-parse/sync': 'server/graph/csv.ts',
}
/** Files that may touch the disk; all others are pure. */
const DISK = new Set([
  'server/graph/load.ts',
  'server/graph/import.ts',
  'server/graph/sources.ts',
  'server/graph/removed.ts',
  'server/site/export.ts',
  'server/site/render.ts',
  'server/site/assets.ts',
  'server/site/root.ts',
  'server/site/words.ts',
  'server/site/write.ts',
  'server/site/index-cache.ts',
])
const COMMAND_LINE = ['server/main.ts', 'server/commands/']

const files = readdirSync('server', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('server', name))

const importsOf = (file: string) => [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s+'([^']+)'/gu)].map((match) => match[1] ?? '')

const isCommandLine = (file: string) => COMMAND_LINE.some((start) => file.startsWith(start))

const layerOf = (file: string) => file.split('/')[1] ?? ''

describe('the layers', () => {
  test.each(files)('%s imports only from its own layer and those to its left', (file) => {
    const own = LAYERS.indexOf(layerOf(file))
    if (own < 0) return
    for (const name of importsOf(file).filter((target) => target.startsWith('.'))) {
      const layer = LAYERS.indexOf(layerOf(join(file, '..', name)))
      expect(layer, `${file} imports ${name}`).toBeGreaterThanOrEqual(0)
      expect(layer, `${file} imports ${name}`).toBeLessThanOrEqual(own)
    }
  })

  test.each(Object.entries(ONLY_IN))('%s is imported in %s alone', (library, home) => {
    expect(files.filter((file) => importsOf(file).includes(library))).toEqual([home])
  })

  test('only the ends of the pipeline touch the disk', () => {
    const touching = files.filter((file) => importsOf(file).includes('node:fs'))
    expect(touching.filter((file) => !DISK.has(file) && !isCommandLine(file))).toEqual([])
  })

  test('only the command line reads arguments and environment, prints and exits', () => {
    const loud = files.filter((file) => /\bprocess\.(?:argv|env|exit|std)|\bconsole\.log/u.test(readFileSync(file, 'utf8')))
    expect(loud.filter((file) => !isCommandLine(file))).toEqual([])
  })

  test('every file opens with a sentence that says what it is for', () => {
    const silent = files.filter((file) => !/^(#!.*\n)?\/\*\*(?: |\n \* ).*[.:,]/u.test(readFileSync(file, 'utf8')))
    expect(silent).toEqual([])
  })

  test('no file of the server is longer than 250 lines', () => {
    expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 251)).toEqual([])
  })
})
