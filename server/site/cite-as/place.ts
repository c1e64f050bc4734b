/** The place in a work to which a citation points: an article, a paragraph, a run of them; written as a style has it. */
import { type Pinpoint, writeArticle, writeParagraph } from '../../kinds/pinpoint.ts'
import type { Work } from '../../kinds/work.ts'

export interface Place {
  readonly unit: Work['unit']
  readonly pinpoint: Pinpoint
}

const number = ({ unit, pinpoint }: Place): string => {
  if (unit === 'paragraph') return writeParagraph(pinpoint).replace('-', '–')
  return pinpoint.to ? `${writeArticle(pinpoint.from)}–${writeArticle(pinpoint.to)}` : writeArticle(pinpoint.from)
}

const isRun = ({ pinpoint }: Place) => pinpoint.to !== undefined

const OSCOLA = { article: ['art', 'arts'], paragraph: ['para', 'paras'], conclusion: ['conclusion', 'conclusions'] } as const
const BLUEBOOK = { article: ['art.', 'arts.'], paragraph: ['¶', '¶¶'], conclusion: ['conclusion', 'conclusions'] } as const

/** `art 3(1)`, `para 13`, `paras 85–91`. */
export const oscolaPlace = (place: Place | undefined): string | undefined =>
  place && `${OSCOLA[place.unit][isRun(place) ? 1 : 0]} ${number(place)}`

/** `[99]`, as judgments with numbered paragraphs are cited. */
export const squarePlace = (place: Place | undefined): string | undefined =>
  place && (isRun(place) ? `[${number(place).replace('–', ']–[')}]` : `[${number(place)}]`)

/** `art. 3(1)`, `¶ 13`. */
export const bluebookPlace = (place: Place | undefined): string | undefined =>
  place && `${BLUEBOOK[place.unit][isRun(place) ? 1 : 0]} ${number(place)}`
