/** `pacta serve`: the site over HTTP, until SIGTERM or SIGINT; with `--watch`, always that of the last sound records. */
import type { Server } from 'node:http'
import { type Knowledge, readKnowledge } from '../graph/index.ts'
import { formatProblem, hasErrors } from '../graph/problem.ts'
import { kinds } from '../kinds/index.ts'
import { handOver, listen, makeApp } from '../site/app.ts'
import { keptIndex } from '../site/index-cache.ts'
import { makeSite, type Site } from '../site/site.ts'
import { cacheFolder } from './cache-folder.ts'
import { freePort } from './free-port.ts'
import { type Folder, readSound } from './records.ts'
import { CALL, complain, say, stop } from './terminal.ts'
import { watchFolder } from './watch.ts'

interface ServeOptions extends Folder {
  readonly port: number
  readonly host: string
  readonly base?: string
  readonly watch?: true
  /** A folder, or `false` for none. */
  readonly cache?: string | false
}

function siteOf({ graph, removed }: Knowledge, base: string, cache: string | undefined): Site {
  if (cache === undefined) return makeSite(graph, kinds, { base, removed })
  const { index, unkept } = keptIndex(graph, cache)
  if (unkept) complain(`pacta: the search index cannot be kept in ${cache}: ${unkept}; it is made anew at each start`)
  return makeSite(graph, kinds, { base, removed, index })
}

const printProblems = ({ problems }: Knowledge) => {
  for (const problem of problems) complain(formatProblem(problem))
}

/** Serves changed records if they are sound; the former, as long as they are not. */
function reload(server: Server, folder: Folder, makeFrom: (knowledge: Knowledge) => Site): void {
  try {
    const knowledge = readKnowledge(folder.knowledge, kinds)
    printProblems(knowledge)
    if (hasErrors(knowledge.problems)) complain('pacta: the changed records are at fault; the former are still served')
    else {
      handOver(server, makeApp(makeFrom(knowledge)))
      say(`The changed records are served (${knowledge.graph.records.length} records)`)
    }
  } catch (error) {
    complain(`pacta: the changed records cannot be shown; the former are still served\n${(error as Error).stack}`)
  }
}

export async function serve({ port: wanted, host, base, watch, cache = cacheFolder(), ...folder }: ServeOptions): Promise<void> {
  const knowledge = readSound(folder)
  printProblems(knowledge)
  try {
    const port = wanted === 0 ? await freePort(host) : wanted
    const here = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
    const makeFrom = (changed: Knowledge) => siteOf(changed, base ?? here, cache === false ? undefined : cache)
    const server = await listen(makeApp(makeFrom(knowledge)), port, host)
    say(`Pacta: ${here}/ (${knowledge.graph.records.length} records)`)
    const unwatch = watch ? watchFolder(folder.knowledge, () => reload(server, folder, makeFrom)) : () => {}
    const close = () => {
      unwatch()
      server.close(() => process.exit(0))
      server.closeIdleConnections()
      // A client that keeps its connection busy must not keep the process.
      setTimeout(() => server.closeAllConnections(), 3_000).unref()
    }
    process.once('SIGTERM', close)
    process.once('SIGINT', close)
  } catch (error) {
    stop(CALL, `cannot listen on ${host}:${wanted}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`)
  }
}
