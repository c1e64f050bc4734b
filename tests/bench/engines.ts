/** The searches that are measured, each with our tokens and stems, on the same documents and queries. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document as FlexDocument } from 'flexsearch'
import lunr from 'lunr'
import MiniSearch, { type Query as MiniQuery } from 'minisearch'
import { FIELDS, wordsOf } from '../../server/search/count.ts'
import type { Entry } from '../../server/search/entries.ts'
import { keyOf, readIndex, writeIndex } from '../../server/search/file.ts'
import { assembleIndex, type Index, indexParts } from '../../server/search/index.ts'
import { inThose, match } from '../../server/search/match.ts'
import { search } from '../../server/search/query.ts'
import { stem } from '../../server/search/stem.ts'
import { askLunr, askPostings, type Clause, scratchFor } from '../search/like-lunr.ts'
import { stockIndex } from '../search/stock-lunr.ts'

/** Number of hits of a query, of which the ten best are made ready to be shown. */
export type Ask = (clauses: readonly Clause[]) => number | Promise<number>

export interface Engine {
  readonly name: string
  /** Builds the index of some documents, as the bytes or texts of its file. */
  build(entries: readonly Entry[]): Uint8Array | string | Promise<Uint8Array | string>
  load(file: Uint8Array | string): Ask | Promise<Ask>
}

const KEY = '0'.repeat(64)
const buildOurs = (entries: readonly Entry[]) => writeIndex(indexParts(entries, []), KEY)

function loadOurs(file: Uint8Array | string): Index {
  if (typeof file === 'string' || keyOf(file) !== KEY) throw new Error('the file is not whole')
  return assembleIndex(readIndex(file))
}

const wanted = (clauses: readonly Clause[]) => clauses.filter(({ presence }) => presence !== 'prohibited').map(({ term }) => term)
const unwanted = (clauses: readonly Clause[]) => clauses.filter(({ presence }) => presence === 'prohibited').map(({ term }) => term)

const formsOf = (word: string) => [...new Set([word, stem(word)])]
const fieldsOf = (entry: Entry) => Object.fromEntries(FIELDS.map(({ name, of }) => [name, of(entry).join('\n')]))

/** Bytes of several texts as one file. */
const asFile = (texts: Readonly<Record<string, string>>) => JSON.stringify(texts)

const pacta = (name: string, asks: (index: Index) => Ask): Engine => ({ name, build: buildOurs, load: (file) => asks(loadOurs(file)) })

const miniOptions = {
  idField: 'place',
  fields: FIELDS.map(({ name }) => name),
  tokenize: (text: string) => wordsOf([text]),
  processTerm: formsOf,
}
const miniBoosts = Object.fromEntries(FIELDS.map(({ name, boost }) => [name, boost]))

/** The tree of a query as minisearch has it: unwanted from (required and …). */
function miniQuery(clauses: readonly Clause[]): MiniQuery {
  const plain = { tokenize: (text: string) => [text], processTerm: (term: string) => term }
  const leaf = ({ term, isPrefix }: Clause): MiniQuery => ({ combineWith: 'OR', queries: [term], prefix: isPrefix === true, ...plain })
  const required = clauses.filter(({ presence }) => presence === 'required')
  const optional = clauses.filter(({ presence }) => presence === undefined)
  const any: MiniQuery = { combineWith: 'OR', queries: optional.map(leaf) }
  const all: MiniQuery = required.length > 0 ? { combineWith: 'AND', queries: required.map(leaf) } : any
  const banned = clauses.filter(({ presence }) => presence === 'prohibited')
  return banned.length > 0 ? { combineWith: 'AND_NOT', queries: [all, ...banned.map(leaf)] } : all
}

/** The part of better-sqlite3 that is used; it is compiled when it is installed, so it is no dependency. */
interface Database {
  exec(sql: string): void
  prepare(sql: string): { run(...values: unknown[]): void; all(...values: unknown[]): { total: number }[] }
  close(): void
}

function ftsQuery(clauses: readonly Clause[]): string {
  const leaf = ({ term, isPrefix }: Clause) => `"${term}"${isPrefix ? '*' : ''}`
  const part = (presence: Clause['presence'], by: string) =>
    clauses
      .filter((clause) => clause.presence === presence)
      .map(leaf)
      .join(by)
  const [required, banned] = [part('required', ' AND '), part('prohibited', ' OR ')]
  return `(${required || part(undefined, ' OR ')})${banned ? ` NOT (${banned})` : ''}`
}

async function sqlite(): Promise<Engine | undefined> {
  const module = 'better-sqlite3'
  const loaded = (await import(module).catch(() => undefined)) as { default: new (file: string) => Database } | undefined
  if (!loaded) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'pacta-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'index.db')
  return {
    name: 'SQLite FTS5',
    build(entries) {
      const database = new loaded.default(file)
      database.exec(`CREATE VIRTUAL TABLE docs USING fts5(${FIELDS.map(({ name }) => name).join(', ')}, content='')`)
      const columns = ['rowid', ...FIELDS.map(({ name }) => name)]
      const insert = database.prepare(`INSERT INTO docs(${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      database.exec('BEGIN')
      entries.forEach((entry, place) => {
        insert.run(place + 1, ...FIELDS.map(({ of }) => wordsOf(of(entry)).flatMap(formsOf).join(' ')))
      })
      database.exec("COMMIT; INSERT INTO docs(docs) VALUES ('optimize')")
      database.close()
      return new Uint8Array(readFileSync(file))
    },
    load() {
      const database = new loaded.default(file)
      const weights = FIELDS.map(({ boost }) => boost).join(', ')
      const best = database.prepare(`SELECT rowid AS total FROM docs WHERE docs MATCH ? ORDER BY bm25(docs, ${weights}) LIMIT 10`)
      const count = database.prepare('SELECT count(*) AS total FROM docs WHERE docs MATCH ?')
      return (clauses) => {
        const text = ftsQuery(clauses)
        best.all(text)
        return count.all(text)[0]?.total ?? 0
      }
    },
  }
}

/** All engines that are there. */
export async function engines(): Promise<Engine[]> {
  const fts = await sqlite()
  return [
    pacta("Pacta, lunr's formula", (index) => {
      const scratch = scratchFor(index)
      return (clauses) => askPostings(index, clauses, 10, scratch).total
    }),
    pacta('Pacta, own formula', (index) => (clauses) => match(index, inThose(wanted(clauses)), unwanted(clauses)).places.length),
    pacta('Pacta, whole answer', (index) => (clauses) => {
      const text = [...wanted(clauses), ...unwanted(clauses).map((term) => `-${term}`)].join(' ')
      return search(index, { text, limit: 10, offset: 0 }).total
    }),
    {
      name: 'lunr',
      build: (entries) => JSON.stringify(stockIndex(entries)),
      load: (file) => {
        const index = lunr.Index.load(JSON.parse(String(file)))
        return (clauses) => askLunr(index, clauses).length
      },
    },
    {
      name: 'minisearch',
      build(entries) {
        const index = new MiniSearch(miniOptions)
        index.addAll(entries.map((entry, place) => ({ place, ...fieldsOf(entry) })))
        return JSON.stringify(index)
      },
      load(file) {
        const index = MiniSearch.loadJSON(String(file), miniOptions)
        return (clauses) => index.search(miniQuery(clauses), { boost: miniBoosts }).length
      },
    },
    {
      name: 'flexsearch',
      async build(entries) {
        const index = flexIndex()
        entries.forEach((entry, place) => {
          index.add({ place, ...fieldsOf(entry) })
        })
        const texts: Record<string, string> = {}
        await index.export((key, text) => {
          texts[key] = text
        })
        return asFile(texts)
      },
      load(file) {
        const index = flexIndex()
        for (const [key, text] of Object.entries(JSON.parse(String(file)) as Record<string, string>)) index.import(key, text)
        return (clauses) => {
          const found = index.search(wanted(clauses).join(' '), { limit: 10, suggest: true, merge: true })
          return (found as unknown[]).length
        }
      },
    },
    ...(fts ? [fts] : []),
  ]
}

const flexIndex = () =>
  new FlexDocument<{ place: number }>({
    document: {
      id: 'place',
      index: FIELDS.map(({ name }) => ({
        field: name,
        tokenize: 'forward' as const,
        encode: (text: string) => wordsOf([text]).flatMap(formsOf),
      })),
    },
  } as never)
