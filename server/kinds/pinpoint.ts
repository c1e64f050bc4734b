/** Pinpoints: article and paragraph numbers as steps (`1A(2)` is `['1', 'A', '2']`), read and written in one place. */

export interface Pinpoint {
  readonly from: readonly string[]
  /** Last of a run of paragraphs, such as 13.4 in `13.2-13.4`. */
  readonly to: readonly string[] | undefined
}

const STEP = /\d+\.\d+|\d+|[A-Za-z]+/gu

const LATIN_ORDINAL = /^(bis|ter|quater)$/iu

function stepsOf(text: string): string[] {
  const steps: string[] = []
  for (const step of text.match(STEP) ?? []) {
    if (LATIN_ORDINAL.test(step) && steps.length === 1) steps[0] = `${steps[0]} ${step.toLowerCase()}`
    else steps.push(step)
  }
  return steps
}

/** `3(1)`, `37a`, `1A(2)`, `8 bis`, `13.2-13.4`, `(d)(i)` → steps. */
export function readPinpoint(text: string): Pinpoint {
  const [from = '', to] = text.split(/\s*[-–—]\s*/u)
  return { from: stepsOf(from), to: to === undefined ? undefined : stepsOf(to) }
}

const bracketed = (steps: readonly string[]) => steps.map((step) => `(${step})`).join('')

/** Steps as they follow `art`: `3(1)`, `1A(2)` (a capital letter needs no bracket), `37(a)`, `8 bis(1)`. */
export function writeArticle([article = '', ...rest]: readonly string[]): string {
  const [first, ...more] = rest
  return first !== undefined && /^[A-Z]$/u.test(first) ? `${article}${first}${bracketed(more)}` : `${article}${bracketed(rest)}`
}

const writeSteps = ([first = '', ...rest]: readonly string[]) =>
  /^[a-z]$/u.test(first) ? bracketed([first, ...rest]) : `${first}${bracketed(rest)}`

/** Steps as they follow `para` or `paras`: `13`, `29(k)`, `(d)(i)`, `13.2-13.4`. */
export function writeParagraph(pinpoint: Pinpoint): string {
  return pinpoint.to ? `${writeSteps(pinpoint.from)}-${writeSteps(pinpoint.to)}` : writeSteps(pinpoint.from)
}

/** What a numbered part of a text is called. */
export type Unit = 'article' | 'conclusion' | 'paragraph'

const WORDS: Readonly<Record<Unit, readonly [one: string, many: string]>> = {
  article: ['art', 'arts'],
  conclusion: ['conclusion', 'conclusions'],
  paragraph: ['para', 'paras'],
}

/** A place as it follows the name of a text: `art 3(1)`, `arts 4-5`, `conclusion 13`, `para 13`. */
export function writePlace(unit: Unit, { from, to }: Pinpoint): string {
  const write = unit === 'paragraph' ? writeSteps : writeArticle
  return `${WORDS[unit][to ? 1 : 0]} ${[from, ...(to ? [to] : [])].map((steps) => write(steps)).join('-')}`
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

/** The figure for a Roman numeral (`IX` → `9`); anything else stays as it is. */
export function asFigure(step: string): string {
  if (!/^[IVXL]+$/u.test(step)) return step
  const values = [...step].map((letter) => ROMAN[letter] ?? 0)
  return String(values.reduce((sum, value, index) => (value < (values[index + 1] ?? 0) ? sum - value : sum + value), 0))
}
