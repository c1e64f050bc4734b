/** `pacta check`: every problem of the records, then what an editor may want to look at. */
import { findCircles } from '../argument/circles.ts'
import { formatProblem } from '../graph/problem.ts'
import { formatRemark, remarksOf } from '../graph/remarks.ts'
import { type Folder, read } from './records.ts'
import { RECORDS, say } from './terminal.ts'

export function check(folder: Folder): void {
  const { graph, problems: faults } = read(folder)
  const problems = [...faults, ...findCircles(graph)]
  for (const problem of problems) say(formatProblem(problem))
  const errors = problems.filter((problem) => problem.severity === 'error').length
  say(
    `${graph.records.length} records, ${graph.nodes.size} nodes, ${graph.links.length} links: ${errors} problems, ${problems.length - errors} warnings`,
  )
  // Of records with a fault only a part is linked, so that a remark could be wrong.
  const remarks = errors > 0 ? [] : remarksOf(graph)
  if (remarks.length > 0) say('For editors, no fault in itself:')
  for (const remark of remarks) say(`  ${formatRemark(remark)}`)
  process.exitCode = errors > 0 ? RECORDS : 0
}
