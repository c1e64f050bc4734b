/** "Cite this": a node of the graph as a citation in a style. */
import { type GraphNode, rootOf } from '../../graph/node.ts'
import type { Pinpoint } from '../../kinds/pinpoint.ts'
import type { Work } from '../../kinds/work.ts'
import { bibtex, bibtexPage } from './bibtex.ts'
import { bluebook, bluebookId, bluebookShort } from './bluebook.ts'
import { csl } from './csl.ts'
import { pageReference, referenceOf } from './fields.ts'
import { oscola, oscolaIbid, oscolaSubsequent } from './oscola.ts'
import { bluebookPage, chicagoPage, type OwnPage, oscolaPage } from './own-page.ts'
import type { Place } from './place.ts'
import { ris } from './ris.ts'

/** What is cited: a work, at a place in it; and the page of Pacta that shows it. */
export interface Citable {
  /** Key of an entry in a bibliography. */
  readonly key: string
  /** None for what Pacta says itself: a claim, an argument, a norm. */
  readonly work: Work | undefined
  readonly place: Place | undefined
  readonly page: OwnPage
}

/** Which note is written: the first, a later one, or one directly after a note that cites the same. */
export type Form = 'first' | 'ibid' | { readonly firstCitedIn: number }

export const STYLES = ['oscola', 'bluebook', 'chicago', 'bibtex', 'ris', 'csl'] as const
export type Style = (typeof STYLES)[number]

/** Whether a node cites the work of its record, as a treaty, its articles and their paragraphs do; a claim is Pacta's own. */
const isOfWork = (node: GraphNode) => node.parent === undefined || node.outline.pinpoint !== undefined

/** A node as something that can be cited; `asked` is a paragraph within a run that the node stands for. */
export function citableOf(node: GraphNode, base: string, asked?: Pinpoint): Citable {
  const work = isOfWork(node) ? rootOf(node).outline.work : undefined
  const { pinpoint: from, pinpointEnd: to } = node.outline
  const place = work && from ? { unit: work.unit, pinpoint: asked ?? { from, to } } : undefined
  return {
    key: node.record.id,
    work,
    place,
    page: { title: node.title, url: base === '' ? undefined : `${base}${node.address}` },
  }
}

/** Chicago leaves legal notes to the Bluebook (CMOS 17, 14.269; 18, 14.174). */
function firstNote(style: 'oscola' | 'bluebook' | 'chicago', { work, place, page }: Citable): string {
  if (work) return style === 'oscola' ? oscola(work, place) : bluebook(work, place)
  return { oscola: oscolaPage, bluebook: bluebookPage, chicago: chicagoPage }[style](page)
}

function laterNote(style: 'oscola' | 'bluebook' | 'chicago', citable: Citable, form: Form): string {
  const { work, place } = citable
  if (!work || form === 'first') return firstNote(style, citable)
  if (form === 'ibid') return style === 'oscola' ? oscolaIbid(work, place) : bluebookId(place)
  return style === 'oscola' ? oscolaSubsequent(work, place, form.firstCitedIn) : bluebookShort(work, place, form.firstCitedIn)
}

/** The citation of something in a style. Files for programs hold the whole work, whatever the place and the note. */
export function citeAs(style: Style, citable: Citable, form: Form = 'first'): string {
  const { key, work, place, page } = citable
  const reference = work ? referenceOf(work) : pageReference(page)
  switch (style) {
    case 'bibtex':
      return work ? bibtex(key, work, place) : bibtexPage(key, page)
    case 'ris':
      return ris(reference)
    case 'csl':
      return `${JSON.stringify(csl(key, reference), undefined, 1)}\n`
    default:
      return laterNote(style, citable, form)
  }
}
