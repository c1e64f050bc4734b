/** What is wrong with a record, and where: a value to be collected, sorted and printed. */

export interface Problem {
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  /** Counted from 1, in UTF-16 units. */
  readonly column: number
  readonly message: string
  readonly severity: 'error' | 'warning'
}

/** By file, then by place in it. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...problems].sort((a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column || order(a.message, b.message))
}

// A message may quote what a record holds; a terminal must not act on it.
const escaped = (text: string) =>
  text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)

/** `file:line:column: message`, with control and invisible characters escaped. */
export function formatProblem(problem: Problem): string {
  const word = problem.severity === 'warning' ? 'warning: ' : ''
  return escaped(`${problem.file}:${problem.line}:${problem.column}: ${word}${problem.message}`)
}

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some((problem) => problem.severity === 'error')
