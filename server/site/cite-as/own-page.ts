/** A page of Pacta itself, cited for what Pacta says: a claim, an argument, a norm. The reader adds the day of reading. */
import { bluebookTitle, italic } from './words.ts'

export interface OwnPage {
  readonly title: string
  readonly url: string
}

/** OSCOLA 3.4.8. */
export const oscolaPage = ({ title, url }: OwnPage): string => `‘${title}’ (${italic('Pacta')}) <${url}>`

/** Bluebook 18.2. */
export const bluebookPage = ({ title, url }: OwnPage): string => `${italic(bluebookTitle(title))}, Pacta, ${url}`

/** Chicago 17, 14.207. */
export const chicagoPage = ({ title, url }: OwnPage): string => `“${bluebookTitle(title)},” Pacta, ${url}`
