/** Addresses that are not those of a node. */

export const apiUrl = (address: string): string => `/api${address === '/' ? '' : address.split('#')[0]}`

/** Address with those parameters that have a value, in the order given. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined && value !== '') search.append(name, String(value))
  return search.size > 0 ? `${path}?${search}` : path
}

export const searchUrl = (parameters: Readonly<Record<string, string | number | undefined>>): string => withQuery('/search', parameters)

/** The document in the UN's own library, for a symbol that looks like one. */
const unDocument = (symbol: string): string | undefined =>
  /^[A-Z]+(\/[A-Za-z0-9.-]+)+$/u.test(symbol) ? `https://docs.un.org/en/${symbol}` : undefined

/** The languages of the UN's own library, by those of the interface; a reader of Korean is led to the English text. */
const UN_LANGUAGES: Readonly<Record<string, string>> = { zh: 'zh' }

/** Where the text of a document stands, in the reader's language where its library has it. */
export function originalOf(
  { address, symbol }: { readonly address?: string | undefined; readonly symbol?: string | undefined },
  language: string,
) {
  const original = address ?? (symbol ? unDocument(symbol) : undefined)
  return original?.replace(/^https:\/\/docs\.un\.org\/en\//u, `https://docs.un.org/${UN_LANGUAGES[language] ?? 'en'}/`)
}
