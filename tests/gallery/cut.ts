/** Cuts elements out of the HTML of a page. Pacta's own pages close every element that they open, so counting tags is enough and no parser is needed. */

/** How an element begins in the page; or the same with those parts of it that are kept, in their order. */
export type Piece = string | Kept
interface Kept extends Readonly<[opening: string, ...parts: Piece[]]> {}

interface Found {
  readonly start: number
  readonly text: string
}

/** The first element, from a place on, that begins so. */
function elementAt(html: string, opening: string, from: number): Found {
  const start = html.indexOf(opening, from)
  const name = /^<([a-z][a-z0-9]*)/u.exec(opening)?.[1]
  if (start < 0 || name === undefined) throw new Error(`no element begins with ${opening}`)
  let depth = 0
  for (const tag of html.slice(start).matchAll(new RegExp(`<(/?)${name}\\b[^>]*>`, 'gu'))) {
    depth += tag[1] === '/' ? -1 : 1
    if (depth === 0) return { start, text: html.slice(start, start + tag.index + tag[0].length) }
  }
  throw new Error(`${opening} is not closed`)
}

function keep(html: string, piece: Piece, from: number): { readonly text: string; readonly end: number } {
  const [opening, ...parts] = typeof piece === 'string' ? [piece] : piece
  const { start, text } = elementAt(html, opening, from)
  const end = start + text.length
  if (parts.length === 0) return { text, end }
  const tag = text.slice(0, text.indexOf('>') + 1)
  let at = tag.length
  const kept = parts.map((part) => {
    const found = keep(text, part, at)
    at = found.end
    return found.text
  })
  return { text: [tag, ...kept, text.slice(text.lastIndexOf('<'))].join(''), end }
}

/** A piece of a page: an element as it stands, or as much of it as is asked for. */
export const cut = (html: string, piece: Piece): string => keep(html, piece, 0).text
