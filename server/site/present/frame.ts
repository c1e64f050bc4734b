/** What every page has around its content: titles, the way here, the menu, addresses. */
import { type GraphNode, labelOf } from '../../graph/node.ts'
import { recordsOf } from '../../graph/questions.ts'
import { type Language, WRITTEN } from '../language.ts'
import type { Site } from '../site.ts'
import { apiUrl } from '../urls.ts'
import { nameIn } from './names.ts'
import { term } from './terms.ts'

export interface Ref {
  readonly url: string
  readonly text: string
  readonly title?: string | undefined
  /** Language of the text, where it is not that of the page. */
  readonly lang?: string | undefined
}

export interface MenuItem {
  readonly url: string
  readonly label: string
  readonly count: number
  readonly current: boolean
}

export interface Heading {
  readonly id: string
  readonly text: string
}

export interface Frame {
  readonly view: string
  /** For the tab and the results of other search engines. */
  readonly tabTitle: string
  readonly heading: string
  readonly path: string
  readonly apiUrl: string | undefined
  readonly crumbs: readonly Ref[]
  readonly menu: readonly MenuItem[]
  /** Sections of this page, for "on this page". */
  readonly sections: readonly Heading[]
  /** What was searched for, to be shown in the search box. */
  readonly q: string
  readonly kindWords: Readonly<Record<string, string>>
}

interface FrameParts {
  readonly view: string
  readonly heading: string
  readonly path: string
  readonly crumbs?: readonly Ref[]
  readonly sections?: readonly Heading[]
  readonly q?: string
  readonly hasApi?: boolean
}

/** The menu: the list of each kind that has records, in the order of kinds. */
function menu({ graph, kinds, language }: Site, path: string): MenuItem[] {
  return kinds.flatMap((kind) => {
    const count = recordsOf(graph, kind.name).length
    const url = `/${kind.folder}`
    return count > 0 ? [{ url, label: language.t(kind.label.many), count, current: path === url || path.startsWith(`${url}/`) }] : []
  })
}

/** The kinds of what search finds, in the reader's language where it has other words for them. */
function kindWords({ index, language }: Site): Record<string, string> {
  const kinds = [...new Set(index.list.map((entry) => entry.kind))]
  return Object.fromEntries(kinds.map((kind) => [kind, term(language, kind)]).filter(([kind, word]) => word !== kind))
}

/** The frame of a page. */
export function frame(site: Site, parts: FrameParts): Frame {
  return {
    view: parts.view,
    tabTitle: parts.path === '/' ? site.language.t('Pacta: arguments in human-rights law') : `${parts.heading} | Pacta`,
    heading: parts.heading,
    path: parts.path,
    apiUrl: parts.hasApi === false ? undefined : apiUrl(parts.path),
    crumbs: parts.crumbs ?? [],
    menu: menu(site, parts.path),
    sections: parts.sections ?? [],
    q: parts.q ?? '',
    kindWords: kindWords(site),
  }
}

/** A page by its citation, or by its name in the reader's language. */
function crumbOf(language: Language, node: GraphNode): Ref {
  const label = labelOf(node)
  const name = label === node.title ? nameIn(language, node) : undefined
  return { url: node.address, text: name ?? label, lang: name === undefined && language.code !== WRITTEN ? WRITTEN : undefined }
}

/** The way to a node: its list, the pages above it, itself. */
export function crumbsOf({ language }: Site, node: GraphNode): Ref[] {
  const above: Ref[] = []
  for (let at: GraphNode | undefined = node; at; at = at.parent) above.unshift(crumbOf(language, at))
  const { kind } = node.record
  return [{ url: `/${kind.folder}`, text: language.t(kind.label.many) }, ...above]
}
