/** The block "Cite": what a page is about, and the page itself, in each style. */
import type { GraphNode } from '../../graph/node.ts'
import { type Citable, citableOf, citeAs, type Form, type Style } from '../cite-as/index.ts'
import { plain, runs } from '../cite-as/words.ts'
import type { Site } from '../site.ts'
import { apiUrl } from '../urls.ts'

interface Cited {
  readonly label: string
  /** To be copied. */
  readonly text: string
  /** To be read: the same in runs, some in italics. */
  readonly runs: ReturnType<typeof runs>
}

export interface CitePanel {
  /** The work, in a first note and a later one; none where the page is Pacta's own. */
  readonly notes: readonly Cited[]
  /** Places in it that are recorded. */
  readonly places: readonly (Cited & { readonly url: string })[]
  readonly page: readonly Cited[]
  readonly files: readonly { readonly url: string; readonly label: string }[]
}

const FILES = [
  ['bib', 'BibTeX', 'application/x-bibtex; charset=utf-8', 'bibtex'],
  ['ris', 'RIS', 'application/x-research-info-systems; charset=utf-8', 'ris'],
  ['json', 'CSL-JSON', 'application/vnd.citationstyles.csl+json; charset=utf-8', 'csl'],
] as const satisfies readonly (readonly [ending: string, label: string, type: string, style: Style])[]

const cited = (label: string, style: Style, citable: Citable, form?: Form): Cited => {
  const text = citeAs(style, citable, form)
  return { label, text: plain(text), runs: runs(text) }
}

/** Files with the citation of a page, for programs that keep references. */
export const citeFiles = (site: Site, node: GraphNode) =>
  FILES.map(([ending, label, type, style]) => ({
    url: `${apiUrl(node.address)}/cite.${ending}`,
    label,
    type,
    body: () => plain(citeAs(style, citableOf(node, site.base))),
  }))

export function citePanel(site: Site, node: GraphNode): CitePanel {
  const { t } = site.language
  const citable = citableOf(node, site.base)
  const own: Citable = { ...citable, work: undefined, place: undefined }
  const parts = citable.work ? node.parts.filter((part) => part.home === node && part.outline.pinpoint) : []
  return {
    notes: citable.work
      ? [
          cited('OSCOLA', 'oscola', citable),
          cited(t('OSCOLA, in a later note, if first cited in note 1'), 'oscola', citable, { firstCitedIn: 1 }),
          cited(t('Bluebook, also for Chicago'), 'bluebook', citable),
        ]
      : [],
    places: parts.map((part) => ({ ...cited(part.citation, 'oscola', citableOf(part, site.base)), url: part.address })),
    page: [cited('OSCOLA', 'oscola', own), cited('Bluebook', 'bluebook', own), cited('Chicago', 'chicago', own)],
    files: citeFiles(site, node),
  }
}
