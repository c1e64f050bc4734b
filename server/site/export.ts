/** The whole site as files: the same pages as on the server, and what computes in the browser the rest. Written whole or not at all. */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fault } from './answer.ts'
import { answerPage, COMPUTED } from './answer-page.ts'
import { answerRemoved } from './answer-removed.ts'
import { problemDetails } from './api.ts'
import { loadAssets } from './assets.ts'
import { asPlainScript, fileAt, fromFile, withAddresses, withPlainScripts } from './copy.ts'
import { indexFile } from './index-cache.ts'
import { addressIn, escapeHtml, type Language } from './language.ts'
import { HTML, makePages, type Page } from './pages.ts'
import { ROOT } from './root.ts'
import { inLanguage, type Site } from './site.ts'

/** Marks a folder as an export, which the next one may replace. */
const MARKER = '.pacta-export'

/** Pages that are nothing without a question: a search, a citation. */
const emptyPages = (site: Site): [string, Page][] =>
  COMPUTED.map((path) => [path, { type: HTML, body: () => answerPage(site, path, new Map())?.html() ?? '' }])

/** Where a record stood, a copy can lead on by a link alone. */
const formerPages = (site: Site): [string, Page][] =>
  site.removed.map(({ address, replacedBy }) => {
    const to = replacedBy === undefined ? undefined : site.graph.nodes.get(replacedBy)
    const links = to ? [{ url: to.address, text: to.citation, title: to.title }] : []
    const answer = to ? fault(site, problemDetails(301, `What stood at ${address} is now here:`), links) : answerRemoved(site, address)
    return [address, { type: HTML, body: () => answer?.html() ?? '' }]
  })

interface Placed {
  readonly language: Language
  readonly file: string
  readonly page: Page
}

/** Every page of every language, by its path with the prefix of the language. */
function placedPages(site: Site): ReadonlyMap<string, Placed> {
  const all = site.languages.flatMap((language) => {
    const translated = language.code === site.language.code ? site : inLanguage(site, language)
    return [...makePages(translated), ...emptyPages(translated), ...formerPages(translated)].map(([path, page]): [string, Placed] => {
      const address = addressIn(language, path)
      return [address, { language, file: fileAt(address, page.type), page }]
    })
  })
  return new Map(all)
}

/** What a page of a copy has besides that of the server: the script that answers what its address asks, and a word for readers without scripts. */
function inCopy(html: string, { language, file }: Placed, fileOf: (path: string) => string): string {
  const say = escapeHtml(language.t('Computing in your browser …'))
  const without = escapeHtml(
    language.t('This is a copy of the site without a server. Search, other States, days and choices need JavaScript here.'),
  )
  const script = `<script defer src="/assets/static.js" data-working="${say}" data-prefix="${language.prefix}"></script>`
  const adapted = withPlainScripts(html)
    .replace(/<script defer src="\/assets\/what-if\.js"><\/script>\n?/u, '')
    .replace('<script ', () => `${script}\n<script `)
    .replace(/(<main[^>]*>)/u, (main) => `${main}<noscript><p class="why">${without}</p></noscript>`)
  return withAddresses(adapted, (path, rest) => fromFile(file, fileOf(path)) + rest)
}

const fileInDist = (name: string) => readFileSync(join(ROOT, 'dist/server/site/browser', name))

/** Templates and words that the site in the browser reads. */
const viewFiles = () =>
  readdirSync(join(ROOT, 'views'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ejs|json)$/u.test(name))
    .sort()
    .map((name) => [`views/${name}`, readFileSync(join(ROOT, 'views', name), 'utf8')] as const)

const recordFiles = (site: Site) =>
  site.graph.records.map(({ kind, id, file }) => [`knowledge/${kind.folder}/${id}.yaml`, readFileSync(file, 'utf8')] as const)

/** What the browser needs to be its own server: records, templates, the site as a program, the index of the search. */
function* programs(site: Site): Iterable<readonly [string, string | Uint8Array]> {
  for (const [path, { type, body }] of loadAssets()) {
    if (path.endsWith('/what-if.js')) continue
    yield [path.slice(1), type.startsWith('text/javascript') ? asPlainScript(body.toString('utf8')) : body]
  }
  const files = Object.fromEntries([...viewFiles(), ...recordFiles(site)])
  yield ['assets/records.js', `globalThis.pactaFiles = ${JSON.stringify(files)}\nglobalThis.pactaBase = ${JSON.stringify(site.base)}\n`]
  yield ['assets/static.js', asPlainScript(fileInDist('static.js').toString('utf8'))]
  yield ['assets/site.js', fileInDist('site.js')]
  yield ['assets/offline.js', fileInDist('offline.js')]
  yield ['assets/search.index', indexFile(site.graph)]
}

/** All files of the export, by their path in it. Made one by one: together they are large. */
export async function* exportedFiles(site: Site): AsyncIterable<readonly [string, string | Uint8Array]> {
  const pages = placedPages(site)
  const fileOf = (path: string) => pages.get(path)?.file ?? path.slice(1)
  for (const placed of pages.values()) {
    const { file, page } = placed
    const body = await page.body()
    yield [file, page.type === HTML ? inCopy(body, placed, fileOf) : body]
  }
  yield* programs(site)
  yield [MARKER, 'Written by pacta build; the next build may replace this folder.\n']
}

/** Why a folder may not be replaced; nothing, if it may. */
function refusal(out: string): string | undefined {
  if (!existsSync(out)) return undefined
  const status = lstatSync(out)
  if (!status.isDirectory()) return `${out} is there and is no folder`
  const names = readdirSync(out)
  return names.length === 0 || names.includes(MARKER)
    ? undefined
    : `${out} is there and was not written by pacta build; choose another folder`
}

/** Writes the export beside its place and then puts it there; a text says why it was not written. */
export async function writeExport(site: Site, folder: string): Promise<{ readonly files: number } | string> {
  const out = resolve(folder)
  const refused = refusal(out)
  if (refused !== undefined) return refused
  const made = `${out}.${process.pid}.tmp`
  const former = `${out}.${process.pid}.old`
  let files = 0
  try {
    for await (const [path, body] of exportedFiles(site)) {
      const file = join(made, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, body, { flag: 'wx' })
      files++
    }
    if (existsSync(out)) renameSync(out, former)
    renameSync(made, out)
    rmSync(former, { recursive: true, force: true })
    return { files }
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}
