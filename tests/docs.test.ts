import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kinds } from '../server/kinds/index.ts'
import { editorSchemas, recordsReference } from '../server/site/schemas.ts'

describe('the generated files', () => {
  test('are current: docs/records.md', () => {
    expect(readFileSync('docs/records.md', 'utf8'), 'run npm run generate').toBe(recordsReference(kinds))
  })

  test('are current: the schemas for editors', () => {
    const schemas = editorSchemas(kinds)
    expect(readdirSync('knowledge/.schema').sort()).toEqual([...schemas.keys()].sort())
    for (const [name, text] of schemas)
      expect(readFileSync(`knowledge/.schema/${name}`, 'utf8'), `run npm run generate: ${name}`).toBe(text)
  })

  test('say of every field what it means', () => {
    const silent = recordsReference(kinds)
      .split('\n')
      .filter((line) => /^\| `/u.test(line) && /\|\s*\|$/u.test(line))
    expect(silent).toEqual([])
  })
})

describe('the README', () => {
  test('names every command', () => {
    const readme = readFileSync('README.md', 'utf8')
    for (const command of readFileSync('server/main.ts', 'utf8').matchAll(/command\('(\w+)/gu))
      expect(readme).toContain(`pacta ${command[1]}`)
  })
})
