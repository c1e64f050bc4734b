/** A page of Pacta itself, cited for what Pacta says: a claim, an argument, a norm. The reader adds the day of reading. */
import { bluebookTitle, italic, listed, spaced } from './words.ts'

export interface OwnPage {
  readonly title: string
  /** None in a copy that is not told where it will lie. */
  readonly url: string | undefined
}

/** OSCOLA 3.4.8. */
export const oscolaPage = ({ title, url }: OwnPage): string => spaced(`‘${title}’`, `(${italic('Pacta')})`, url && `<${url}>`)

/** Bluebook 18.2. */
export const bluebookPage = ({ title, url }: OwnPage): string => listed(italic(bluebookTitle(title)), 'Pacta', url)

/** Chicago 17, 14.207. */
export const chicagoPage = ({ title, url }: OwnPage): string => listed(`“${bluebookTitle(title)},” Pacta`, url)
