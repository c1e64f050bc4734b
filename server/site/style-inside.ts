/** The stylesheet inside the page: on a slow line there is something to read after one answer, not after two. */
import { createHash } from 'node:crypto'
import { STYLE } from './assets.ts'

const LINK = '<link rel="stylesheet" href="/assets/style.css">'

/** What the Content-Security-Policy must allow for it: this text and no other (CSP Level 3, hash-source). */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

/** A page with the stylesheet in the place of the link to it. */
export const withStyleInside = (html: string): string => html.replace(LINK, () => `<style>${STYLE}</style>`)
