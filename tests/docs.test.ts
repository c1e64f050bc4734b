import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { kinds } from '../server/kinds/index.ts'
import { editorSchemas, recordsReference } from '../server/site/schemas.ts'
import { gallery } from './gallery/gallery.ts'
import { startSite } from './site.ts'

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

  test('are current: docs/style.html', async () => {
    const running = await startSite()
    const made = await gallery(running.base)
    await running.stop()
    expect(readFileSync('docs/style.html', 'utf8'), 'run npm run generate').toBe(made)
  })

  test('say of every field what it means', () => {
    const silent = recordsReference(kinds)
      .split('\n')
      .filter((line) => /^\| `/u.test(line) && /\|\s*\|$/u.test(line))
    expect(silent).toEqual([])
  })
})

describe('docs/style.html', () => {
  test('shows every element that docs/style.md names', () => {
    const [, elements = ''] = /\n## Elements\n(.*?)\n## /su.exec(readFileSync('docs/style.md', 'utf8')) ?? []
    const named = [...elements.matchAll(/`\.([\w-]+)`/gu)].map((match) => match[1] ?? '')
    const shown = new Set(
      [...readFileSync('docs/style.html', 'utf8').matchAll(/ class="([^"]+)"/gu)].flatMap((match) => (match[1] ?? '').split(' ')),
    )
    expect(named.length).toBeGreaterThan(30)
    expect(named.filter((one) => !shown.has(one))).toEqual([])
  })
})

describe('the README', () => {
  test('names every command', () => {
    const readme = readFileSync('README.md', 'utf8')
    for (const command of readFileSync('server/main.ts', 'utf8').matchAll(/command\('(\w+)/gu))
      expect(readme).toContain(`pacta ${command[1]}`)
  })
})
