/** What is computed on request for readers: search, citations, other readings. The server asks it, and a copy without a server asks it in the browser. */
import { type Answer, answerCite, answerReading, answerSearch } from './answer.ts'
import { answerMatrix } from './answer-binding.ts'
import { answerBrowse } from './answer-browse.ts'
import type { Parameters } from './parameters.ts'
import { MATRIX } from './present/matrix.ts'
import { asksForReading } from './reading.ts'
import type { Site } from './site.ts'

/** Pages that are nothing without a question. */
export const COMPUTED: readonly string[] = ['/search', '/cite']

/** The answer at a path of a page, without the prefix of a language; nothing, where the parameters ask for nothing that its page does not show. */
export function answerPage(site: Site, path: string, parameters: Parameters): Answer | undefined {
  if (path === '/search') return answerSearch(site, parameters)
  if (path === '/cite') return answerCite(site, parameters)
  if (path === MATRIX) return asksForReading(parameters) ? answerMatrix(site, parameters) : undefined
  const browsed = answerBrowse(site, path, parameters)
  if (browsed || !asksForReading(parameters)) return browsed
  const node = site.graph.nodes.get(path.replace(/^\/api(?=\/)/u, '').replace(/\/map$/u, ''))
  return node && answerReading(site, node, parameters, path.endsWith('/map'))
}
