/** `pacta serve`: the site over HTTP, until SIGTERM or SIGINT. */
import { formatProblem } from '../graph/problem.ts'
import { kinds } from '../kinds/index.ts'
import { listen, makeApp } from '../site/app.ts'
import { makeSite } from '../site/site.ts'
import { type Folder, readSound } from './records.ts'
import { CALL, complain, say, stop } from './terminal.ts'

interface ServeOptions extends Folder {
  readonly port: number
  readonly host: string
}

export async function serve({ port, host, ...folder }: ServeOptions): Promise<void> {
  const { graph, problems } = readSound(folder)
  for (const problem of problems) complain(formatProblem(problem))
  try {
    const server = await listen(makeApp(makeSite(graph, kinds)), port, host)
    const address = server.address()
    const actual = typeof address === 'object' && address ? address.port : port
    say(`Pacta: http://${host.includes(':') ? `[${host}]` : host}:${actual}/ (${graph.records.length} records)`)
    const close = () => {
      server.close(() => process.exit(0))
      server.closeIdleConnections()
      // A client that keeps its connection busy must not keep the process.
      setTimeout(() => server.closeAllConnections(), 3_000).unref()
    }
    process.once('SIGTERM', close)
    process.once('SIGINT', close)
  } catch (error) {
    stop(CALL, `cannot listen on ${host}:${port}: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`)
  }
}
