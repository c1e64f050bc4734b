/** The whole statement at a glance: a strip in which each claim is as wide as its words, drawn by its outcome. */
import type { Placed } from './marks.ts'

/** Units of the drawing from the first character of the statement to the last. */
const WIDTH = 1000

export interface Strip {
  readonly width: number
  /** Lanes, the lowest of the text's on top. */
  readonly lanes: number
  readonly bars: readonly { readonly mark: Placed; readonly x: number; readonly width: number }[]
  /** Where one paragraph ends and the next begins. */
  readonly breaks: readonly number[]
}

/** The strip of a text with the spans of its claims. */
export function stripOf(text: string, spans: readonly Placed[]): Strip {
  const at = (offset: number) => Math.round((offset / text.length) * WIDTH * 10) / 10
  return {
    width: WIDTH,
    lanes: Math.max(1, ...spans.map(({ lane }) => lane + 1)),
    bars: [...spans]
      .sort((a, b) => a.start - b.start)
      .map((mark) => ({ mark, x: at(mark.start), width: Math.max(2, at(mark.end) - at(mark.start) - 1) })),
    breaks: [...text.matchAll(/\n/gu)].map(({ index }) => at(index)),
  }
}
