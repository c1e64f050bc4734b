/** Compares our search with others on the same documents and queries, each in a process of its own, and writes `docs/bench.md`. Run by `npm run bench`; sizes as arguments, the records alone without (`npm run bench -- 10000 100000`). */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import type { Measurement } from './engine.ts'
import { engines } from './engines.ts'

const sizes = [undefined, ...process.argv.slice(2).map(Number)]
const names = (await engines()).map(({ name }) => name)

function measure(name: string, size: number | undefined): Measurement {
  const args = [
    '--expose-gc',
    '--max-old-space-size=6000',
    '--import',
    'tsx',
    'tests/bench/engine.ts',
    name,
    ...(size ? [String(size)] : []),
  ]
  return JSON.parse(execFileSync('node', args, { encoding: 'utf8', maxBuffer: 1e6 })) as Measurement
}

const megabytes = (bytes: number | undefined) => (bytes === undefined ? '–' : (bytes / 1e6).toPrecision(2))
const milliseconds = (time: number) => (time < 1 ? time.toFixed(3) : time.toPrecision(3))
const times = (ratio: number) => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)}×`
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

const HEADINGS = ['search', 'build s', 'file MB', 'brotli MB', 'load ms', 'memory MB', 'p50 ms', 'p95 ms', 'p99 ms', 'p95 to ours', 'hits']

/** The table of one size; the last column but one says how many times as long as our first row a search takes at p95. */
function tableOf(rows: readonly Measurement[]): string {
  const ours = rows[0]?.p95 ?? 1
  const cells = rows.map((one) => [
    one.name,
    one.buildSeconds.toPrecision(2),
    megabytes(one.bytes),
    megabytes(one.brotliBytes),
    one.loadMilliseconds.toPrecision(2),
    megabytes(one.memoryBytes),
    ...[one.p50, one.p95, one.p99].map(milliseconds),
    times(one.p95 / ours),
    String(one.hits),
  ])
  const rule = HEADINGS.map((_, at) => (at === 0 ? '---' : '---:'))
  return [`## ${rows[0]?.documents.toLocaleString('en-GB')} documents`, '', ...[HEADINGS, rule, ...cells].map(row)].join('\n')
}

const absent = names.some((name) => name.startsWith('SQLite'))
  ? ''
  : '\nSQLite was not measured: better-sqlite3 is not installed (`npm install --no-save better-sqlite3@12.11.1`, which compiles it).\n'

const tables: string[] = []
for (const size of sizes) {
  const rows: Measurement[] = []
  for (const name of names) {
    const one = measure(name, size)
    rows.push(one)
    console.log(
      `${one.documents} ${name.padEnd(24)} build ${one.buildSeconds.toFixed(2)} s  p50 ${milliseconds(one.p50)}  p95 ${milliseconds(one.p95)} ms`,
    )
  }
  tables.push(tableOf(rows))
}

const command = `npm run bench${sizes.length > 1 ? ` -- ${sizes.slice(1).join(' ')}` : ''}`
const { day, machine } = { day: new Date().toISOString().slice(0, 10), machine: `${cpus().length} cores, Node ${process.versions.node}` }

writeFileSync(
  'docs/bench.md',
  `# Search, measured

Written by \`${command}\` on ${day}; ${machine}. Times are those of a processor, so that other work on the machine
weighs little; it still empties caches, so read ratios under 2 as equal.
${absent}
Two hundred queries of words of the documents: 50 of one word, 50 of two to four, 40 with a prefix, 30 with required words, 20 with an unwanted one, 10 that occur
nowhere. Each search has a process of its own, our tokens and stems, our fields with our boosts. A query's time is the median of up to nine passes (one, where
a pass takes long) after a first; percentiles are over the queries; ten results are made ready. Memory is what loading adds to heap and buffers.

- *Pacta, lunr's formula*: lunr's scores from our postings; the same totals and ten best scores as lunr, so the row that is like for like.
- *Pacta, own formula*: what the site does: other forms of a word, prefixes of the last, how much of the query an entry covers.
- *Pacta, whole answer*: from the text typed to results with names, citations, links, facets and passages; the others do not do this.
- Our file holds the texts too, which the passages need; those of the others hold the index alone. flexsearch knows no required or unwanted words and stops at the ten it finds first; its hits are not all hits.
- Larger sizes are made of sentences of the records, frequent ones more often, with made-up names and symbols.

${tables.join('\n\n')}
`,
)
console.log('docs/bench.md written')
