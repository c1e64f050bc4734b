#!/usr/bin/env node
/** The command line: the pipeline, top to bottom. */
import { readKnowledge } from './graph/index.ts'
import { formatProblem, hasErrors } from './graph/problem.ts'
import { kinds } from './kinds/index.ts'

const { graph, problems } = readKnowledge(process.argv[3] ?? 'knowledge', kinds)
for (const problem of problems) console.log(formatProblem(problem))
console.log(`${graph.records.length} records, ${graph.nodes.size} nodes, ${graph.links.length} links, ${problems.length} problems`)
process.exitCode = hasErrors(problems) ? 1 : 0
