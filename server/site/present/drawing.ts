/** What a drawing is made of: boxes with lines of text, and lines between them. */
import { typeset } from './names.ts'

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'muted'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly shape: 'claim' | 'argument' | 'premise' | 'step' | 'objection' | 'reply'
  readonly tone: Tone
  /** Id of the sign before the text. */
  readonly sign: string | undefined
  readonly id: string
  readonly lines: readonly string[]
  /** How many of the lines are its name, in bold type; none without it. */
  readonly named?: number
  readonly url: string
  /** The box in words, for those who do not see it. */
  readonly title: string
}

export interface Edge {
  readonly points: readonly (readonly [number, number])[]
  readonly tone: Tone
  /** A met attack is dashed and thin. */
  readonly met: boolean
  /** Bar before a reply: it stops the attack, or only in part. */
  readonly bar: 'full' | 'broken' | undefined
  readonly arrow: boolean
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  readonly edges: readonly Edge[]
}

/** A line of a free graph. */
export interface Curve {
  /** Of an SVG path. */
  readonly path: string
  /** Points of the arrow's tip; an empty text where there is none. */
  readonly tip: string
  readonly tone: Tone
  readonly met: boolean
}

/** A free graph: boxes wherever there is room. */
export interface FreeDrawing {
  readonly width: number
  readonly height: number
  /** Behind boxes that belong together. */
  readonly frames: readonly Pick<Box, 'x' | 'y' | 'width' | 'height'>[]
  readonly boxes: readonly Box[]
  readonly curves: readonly Curve[]
}

/** How much wider bold type runs. */
export const BOLD = 1.08
/** Mean width of a letter of the drawing's type, in its units; wide enough for capitals. */
const LETTER = 6.7
const LINE = 16
const PAD = 9
export const GAP = 8

const WIDE = /[\p{Script=Hangul}\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** How many letters wide a text is: one of Hangul or Han takes the room of two others. */
const lettersIn = (text: string): number => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0)

/** White space, but not between a word such as “art” and its number. */
const BETWEEN_WORDS = /(?<!\b(?:arts?|article|paras?|conclusions?))\s+/u

/** Words in lines of a width, with printers' marks; what does not fit into the number of lines is cut with an ellipsis. */
export function wrap(text: string, width: number, most: number): string[] {
  const letters = Math.max(8, Math.floor(width / LETTER))
  const lines: string[] = ['']
  for (const word of typeset(text).split(BETWEEN_WORDS)) {
    const last = lines.at(-1) ?? ''
    if (last === '') lines[lines.length - 1] = word
    else if (lettersIn(last) + 1 + lettersIn(word) <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${(lines[most - 1] ?? '').slice(0, letters - 1)}…`]
}

/** Height of a box with so many lines of text. */
export const heightOf = (lines: number) => lines * LINE + 2 * PAD
