import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatProblem, hasErrors, type Problem, sortProblems } from '../../server/graph/problem.ts'

const problem = (fields: Partial<Problem> = {}): Problem => ({
  file: 'a.yaml',
  line: 1,
  column: 1,
  message: 'is wrong',
  severity: 'error',
  ...fields,
})

describe('sortProblems', () => {
  test('sorts by file, then line, then column as numbers, then message', () => {
    const sorted = [
      problem({ file: 'B.yaml' }),
      problem({ line: 9 }),
      problem({ line: 10, column: 9 }),
      problem({ line: 10, column: 10, message: 'first' }),
      problem({ line: 10, column: 10, message: 'second' }),
      problem({ file: 'b.yaml' }),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
        expect(sortProblems(shuffled)).toEqual(sorted)
      }),
    )
  })

  test('leaves its input as it is', () => {
    const problems = Object.freeze([problem({ line: 2 }), problem()])
    expect(sortProblems(problems).map(({ line }) => line)).toEqual([1, 2])
    expect(problems.map(({ line }) => line)).toEqual([2, 1])
  })
})

describe('formatProblem', () => {
  test('writes file, line, column and message', () => {
    expect(formatProblem(problem({ line: 3, column: 7 }))).toBe('a.yaml:3:7: is wrong')
  })

  test('marks a warning', () => {
    expect(formatProblem(problem({ severity: 'warning' }))).toBe('a.yaml:1:1: warning: is wrong')
  })

  test('escapes what a terminal would act on or not show, in message and file name', () => {
    expect(formatProblem(problem({ file: 'a\u001b[31m.yaml', message: 'x\u202ey\u200bz\n\ud800\u2028' }))).toBe(
      String.raw`a\u001b[31m.yaml:1:1: x\u202ey\u200bz\u000a\ud800\u2028`,
    )
  })

  test('leaves letters of any script as they are', () => {
    expect(formatProblem(problem({ message: '강제송환금지 禁止 é 😀' }))).toBe('a.yaml:1:1: 강제송환금지 禁止 é 😀')
  })
})

describe('hasErrors', () => {
  test('does not count warnings', () => {
    expect(hasErrors([problem({ severity: 'warning' })])).toBe(false)
    expect(hasErrors([problem({ severity: 'warning' }), problem()])).toBe(true)
    expect(hasErrors([])).toBe(false)
  })
})
