/** Measures one search on a number of documents, in a process of its own: `engine.ts NAME [SIZE]` prints the measurement as JSON. */
import { brotliCompressSync } from 'node:zlib'
import { countTerms } from '../../server/search/count.ts'
import { queriesFor } from '../search/like-lunr.ts'
import { documents } from './corpus.ts'
import { type Engine, engines } from './engines.ts'

export interface Measurement {
  readonly name: string
  readonly documents: number
  readonly buildSeconds: number
  readonly bytes: number
  /** Not tried for a large file. */
  readonly brotliBytes: number | undefined
  readonly loadMilliseconds: number
  readonly memoryBytes: number
  /** Milliseconds: percentiles over the queries of the median of each. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly hits: number
}

const LARGEST_COMPRESSED = 20_000_000

/** Passes over all queries, and milliseconds after which there is no further one. */
const MOST_PASSES = 9
const PATIENCE = 20_000

function memory(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Milliseconds of a processor that some work took: what else the machine does is not counted. */
async function timed<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  const start = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(start)
  return [result, (user + system) / 1000]
}

const at = (sorted: readonly number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

async function measure({ name, build, load }: Engine, size: number | undefined): Promise<Measurement> {
  const entries = documents(size)
  const counts = countTerms(entries)
  const queries = queriesFor(Array.from(counts.words, (place) => counts.terms[place] ?? ''))
  const [file, buildTime] = await timed(() => build(entries))
  const before = memory()
  const [ask, loadTime] = await timed(() => load(file))
  const memoryBytes = memory() - before
  let hits = 0
  const [, warming] = await timed(async () => {
    for (const clauses of queries) hits += await ask(clauses)
  })
  const passes = Math.max(1, Math.min(MOST_PASSES, Math.floor(PATIENCE / warming)))
  const times: number[] = []
  for (const clauses of queries) {
    const taken: number[] = []
    for (let pass = 0; pass < passes; pass++) taken.push((await timed(() => ask(clauses)))[1])
    taken.sort((a, b) => a - b)
    times.push(at(taken, 0.5))
  }
  times.sort((a, b) => a - b)
  const bytes = Buffer.byteLength(file)
  return {
    name,
    documents: entries.length,
    buildSeconds: buildTime / 1000,
    bytes,
    brotliBytes: bytes > LARGEST_COMPRESSED ? undefined : brotliCompressSync(file).length,
    loadMilliseconds: loadTime,
    memoryBytes,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    p99: at(times, 0.99),
    hits,
  }
}

const [name, size] = process.argv.slice(2)
const engine = (await engines()).find((one) => one.name === name)
if (!engine) throw new Error(`there is no engine ${name}`)
console.log(JSON.stringify(await measure(engine, size ? Number(size) : undefined)))
