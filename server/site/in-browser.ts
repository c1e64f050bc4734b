/** The site in a browser, where there is no server: the entry of the bundle that a copy of the site loads when an address has a question in it. */
import { knowledgeOf } from '../graph/knowledge.ts'
import { kinds } from '../kinds/index.ts'
import { assembleIndex, buildIndex, type Index, indexParts } from '../search/index.ts'
import { answerPage } from './answer-page.ts'
import { withAddresses } from './copy.ts'
import { addressIn } from './language.ts'
import { inLanguage, makeSite, type Site } from './site.ts'

const NO_INDEX = assembleIndex(indexParts([], []))

/** What the page that loads the bundle finds in it. */
export interface SiteInBrowser {
  /** The HTML at an address of a language, its links put in other words; or the address to which it leads. */
  answer(path: string, search: string): Promise<{ readonly html: string } | { readonly location: string }>
}

/** Opens the site over records as they stand in their files. */
export function openSite(
  files: Readonly<Record<string, string>>,
  base: string,
  say: (path: string, rest: string) => string,
): SiteInBrowser {
  // In the order of the files, in which the server reads them: lists of equals keep it.
  const sources = Object.entries(files).flatMap(([file, text]) => {
    const [, folder = '', id = ''] = /^knowledge\/([^/]+)\/(.+)\.yaml$/u.exec(file) ?? []
    const kind = kinds.find((one) => one.folder === folder)
    return kind ? [{ kind, id, file, text }] : []
  })
  const { graph } = knowledgeOf(sources)
  const english = makeSite(graph, kinds, { base, index: NO_INDEX })
  let made: Index | undefined
  const index = () => (made ??= buildIndex(graph))
  // Only a search needs the index, which takes longer to make than all else.
  const ready = (site: Site, path: string): Site => (path === '/search' ? { ...site, index: index() } : site)
  const sites: readonly Site[] = english.languages.map((language) => (language.prefix === '' ? english : inLanguage(english, language)))
  return {
    async answer(address, search) {
      const site =
        sites.find(
          ({ language }) => language.prefix !== '' && (address === language.prefix || address.startsWith(`${language.prefix}/`)),
        ) ?? english
      const path = address.slice(site.language.prefix.length) || '/'
      const asked = new URLSearchParams(search)
      const parameters = new Map([...new Set(asked.keys())].map((name) => [name, asked.getAll(name)]))
      const answer = answerPage(ready(site, path), path, parameters)
      if (answer === undefined) return { location: addressIn(site.language, path) }
      if (answer.location !== undefined) return { location: answer.location }
      return { html: withAddresses(await answer.html(), say) }
    },
  }
}

declare global {
  var pacta: { readonly openSite: typeof openSite } | undefined
}

globalThis.pacta = { openSite }
