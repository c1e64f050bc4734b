/** `pacta cite`: what a citation means, or the nearest that are in the records. */
import { resolveCitation } from '../graph/citation.ts'
import { type Folder, readSound } from './records.ts'
import { CALL, complain, say } from './terminal.ts'

export function cite(text: string, folder: Folder): void {
  const { graph } = readSound(folder)
  const { matches, near } = resolveCitation(graph.citations, text)
  for (const node of matches) say(`${node.citation}\t${node.address}`)
  if (matches.length > 1) complain(`pacta: ${JSON.stringify(text)} can mean any of these ${matches.length}`)
  if (matches.length === 0) {
    complain(`pacta: ${JSON.stringify(text)} is not in the records${near.length > 0 ? '; the nearest:' : ''}`)
    for (const node of near) complain(`${node.citation}\t${node.address}`)
    process.exitCode = CALL
  }
}
