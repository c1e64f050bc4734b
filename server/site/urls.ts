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
export const unDocument = (symbol: string): string | undefined =>
  /^[A-Z]+(\/[A-Za-z0-9.-]+)+$/u.test(symbol) ? `https://docs.un.org/en/${symbol}` : undefined
