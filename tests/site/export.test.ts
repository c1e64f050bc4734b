import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { readKnowledge } from '../../server/graph/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import { fileAt, fromFile } from '../../server/site/copy.ts'
import { writeExport } from '../../server/site/export.ts'
import { makeSite } from '../../server/site/site.ts'
import { knowledgeFolder, wholeKnowledge } from '../make.ts'

const folders: string[] = []

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-export-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const siteOf = (base?: string) =>
  makeSite(readKnowledge(knowledgeFolder(wholeKnowledge()), kinds).graph, kinds, base === undefined ? {} : { base })

const filesIn = (folder: string) =>
  (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[]).filter((name) => statSync(join(folder, name)).isFile()).sort()

describe('fileAt', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', 'index.html'],
    ['/treaties/cat/3', 'text/html; charset=utf-8', 'treaties/cat/3/index.html'],
    ['/api/treaties/cat/3', 'application/json; charset=utf-8', 'api/treaties/cat/3.json'],
    ['/api/treaties/cat/cite.bib', 'application/x-bibtex; charset=utf-8', 'api/treaties/cat/cite.bib'],
    ['/api/statements/hrf/L-01/argdown', 'text/plain; charset=utf-8', 'api/statements/hrf/L-01/argdown.txt'],
    ['/robots.txt', 'text/plain; charset=utf-8', 'robots.txt'],
  ])('keeps what is at %s as %s in %s', (path, type, file) => {
    expect(fileAt(path, type)).toBe(file)
  })
})

describe('fromFile', () => {
  test.each([
    ['index.html', 'assets/style.css', 'assets/style.css'],
    ['treaties/cat/3/index.html', 'treaties/cat/index.html', '../index.html'],
    ['treaties/cat/3/index.html', 'treaties/cat/3/index.html', 'index.html'],
    ['ko/norms/x/index.html', 'norms/x/index.html', '../../../norms/x/index.html'],
  ])('leads from %s to %s by %s', (from, to, path) => {
    expect(fromFile(from, to)).toBe(path)
  })
})

describe('writeExport', () => {
  test('writes pages, data and programs, every link of which leads to a file of it', async () => {
    const out = join(freshFolder(), 'site')
    expect(await writeExport(siteOf('https://pacta.example'), out)).toMatchObject({ files: filesIn(out).length })
    const files = new Set(filesIn(out))
    for (const file of [
      'index.html',
      'treaties/cat/3/index.html',
      'ko/treaties/cat/3/index.html',
      'search/index.html',
      'api/treaties/cat/3.json',
      'api/treaties/cat/3/cite.bib',
      'api/openapi.json',
      'sitemap.xml',
      'assets/site.js',
      'assets/search.index',
    ])
      expect(files, file).toContain(file)
    for (const file of [...files].filter((name) => name.endsWith('.html'))) {
      const html = readFileSync(join(out, file), 'utf8')
      for (const [, address = ''] of html.matchAll(/<(?:a|form|link|script)\b[^>]*\s(?:href|src|action)="([^"]*)"/gu)) {
        if (/^(?:https?:|#|$)/u.test(address)) continue
        expect(address.startsWith('/'), `${file}: ${address}`).toBe(false)
        const [path = ''] = address.split(/[?#]/u)
        expect(existsSync(join(out, dirname(file), path)), `${file}: ${address}`).toBe(true)
      }
    }
    expect(html(out, 'treaties/cat/3/index.html')).toContain('<link rel="canonical" href="https://pacta.example/treaties/cat/3">')
  })

  test('writes the same bytes twice', async () => {
    const [first, second] = [join(freshFolder(), 'a'), join(freshFolder(), 'b')]
    await writeExport(siteOf(), first)
    await writeExport(siteOf(), second)
    expect(filesIn(second)).toEqual(filesIn(first))
    for (const file of filesIn(first)) expect(readFileSync(join(second, file)).equals(readFileSync(join(first, file))), file).toBe(true)
  })

  test('replaces an export whole, and nothing that is not one', async () => {
    const folder = freshFolder()
    const out = join(folder, 'site')
    await writeExport(siteOf(), out)
    writeFileSync(join(out, 'left-over.html'), 'x')
    await writeExport(siteOf(), out)
    expect(existsSync(join(out, 'left-over.html'))).toBe(false)
    expect(readdirSync(folder)).toEqual(['site'])
    const other = join(folder, 'thesis')
    mkdirSync(other)
    writeFileSync(join(other, 'chapter.txt'), 'years of work')
    expect(await writeExport(siteOf(), other)).toContain('was not written by pacta build')
    expect(readdirSync(other)).toEqual(['chapter.txt'])
  })

  test('says nothing of its own address where none is given', async () => {
    const out = join(freshFolder(), 'site')
    await writeExport(makeSite(readKnowledge(knowledgeFolder(wholeKnowledge()), kinds).graph, kinds, { base: '' }), out)
    const files = filesIn(out)
    expect(files).not.toContain('sitemap.xml')
    expect(html(out, 'index.html')).not.toMatch(/rel="canonical"|feed\.xml|opensearch\.xml/u)
    expect(readFileSync(join(out, 'robots.txt'), 'utf8')).not.toContain('Sitemap')
  })
})

const html = (out: string, file: string) => readFileSync(join(out, file), 'utf8')
