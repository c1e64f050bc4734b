import { describe, expect, test } from 'vitest'
import { readKnowledge } from '../../server/graph/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import { knowledgeFolder, problemsIn, wholeKnowledge } from '../make.ts'

const folderWith = (removed: string) => knowledgeFolder({ ...wholeKnowledge(), 'removed.yaml': removed })

describe('readRemoved', () => {
  test('reads where a record stood, and what took its place', () => {
    const folder = folderWith(
      '- address: /norms/old-name\n  replacedBy: non-refoulement\n- address: /interpretations/lost\n  goneSince: 2026-11-24\n',
    )
    expect(problemsIn(folder)).toEqual([])
    expect(readKnowledge(folder, kinds).removed).toMatchObject([
      { address: '/norms/old-name', replacedBy: '/norms/non-refoulement' },
      { address: '/interpretations/lost', goneSince: '2026-11-24' },
    ])
  })

  test.each([
    [
      '- address: /norms/non-refoulement\n  goneSince: 2026-11-24\n',
      'removed.yaml:1:12: /norms/non-refoulement is the address of a record',
    ],
    ['- address: /norms/x\n  replacedBy: nothing-like-it\n', 'removed.yaml:2:15: "nothing-like-it" means nothing'],
    ['- address: /norms/x\n', 'removed.yaml:1:3: expected either replacedBy or goneSince'],
    ['- address: norms/x\n  goneSince: 2026-11-24\n', 'removed.yaml:1:12: expected the address of a page'],
    [
      '- address: /norms/x\n  goneSince: 2026-11-24\n- address: /norms/x\n  goneSince: 2026-11-24\n',
      'removed.yaml:3:12: /norms/x is listed twice',
    ],
    ['- address: [\n', 'removed.yaml:'],
  ])('finds what is wrong with %j at its place', (text, expected) => {
    const problems = problemsIn(folderWith(text))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })
})
