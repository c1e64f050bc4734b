/** The real site on a free port, for tests. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readKnowledge } from '../server/graph/index.ts'
import { kinds } from '../server/kinds/index.ts'
import { listen, makeApp } from '../server/site/app.ts'
import { makeSite, type Site } from '../server/site/site.ts'

export interface Running {
  readonly site: Site
  readonly base: string
  stop(): Promise<void>
}

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** Serves a folder of records; the project's own by default. */
export async function startSite(folder = 'knowledge'): Promise<Running> {
  const { graph, removed } = readKnowledge(folder, kinds)
  const site = makeSite(graph, kinds, { removed })
  const server = await listen(makeApp(site), 0, '127.0.0.1')
  const { port } = server.address() as AddressInfo
  return { site, base: `http://127.0.0.1:${port}`, stop: () => closed(server) }
}
