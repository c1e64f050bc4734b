import { describe, expect, test } from 'vitest'
import { findCircles } from '../../server/argument/circles.ts'
import { readKnowledge } from '../../server/graph/index.ts'
import { linkRecords } from '../../server/graph/link.ts'
import { formatProblem } from '../../server/graph/problem.ts'
import { validateSource } from '../../server/graph/validate.ts'
import { kinds } from '../../server/kinds/index.ts'
import type { Kind } from '../../server/kinds/kind.ts'

const kind = kinds.find((item) => item.name === 'argument') as Kind

const argument = (id: string, concludes: string, follows: string) => ({
  kind,
  id,
  file: `${id}.yaml`,
  text: `id: ${id}
concludes: ${concludes}
scheme: custom
warrant:
  text: a rule
  how: express
premises:
  - id: P1
    kind: law
    stance: disputed
    text: It follows.
    follows: ${follows}
`,
})

const warnings = (...sources: ReturnType<typeof argument>[]) => {
  const records = sources.map(validateSource).flatMap((result) => (Array.isArray(result) ? [] : [result]))
  return findCircles(linkRecords(records).graph).map(formatProblem)
}

describe('findCircles', () => {
  test('names the premises that close a circle, with line and column', () => {
    expect(
      warnings(argument('ARG-L01-1', 'L-01', 'L-02'), argument('ARG-L02-1', 'L-02', 'L-01'), argument('ARG-L03-1', 'L-03', 'L-01')),
    ).toEqual([
      'ARG-L01-1.yaml:12:14: warning: L-01 follows from L-02 follows from L-01: a circle, which decides nothing',
      'ARG-L02-1.yaml:12:14: warning: L-02 follows from L-01 follows from L-02: a circle, which decides nothing',
    ])
  })

  test('finds none in the records', () => {
    expect(findCircles(readKnowledge('knowledge', kinds).graph)).toEqual([])
  })
})
