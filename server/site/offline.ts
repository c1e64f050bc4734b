/** Search where there is no server: the entry of the bundle that a static copy of the site loads. It answers from the file of the index as `/api/search` does. */
import { keyOf, readIndex } from '../search/file.ts'
import { assembleIndex, type Index } from '../search/index.ts'
import { search as find } from '../search/query.ts'
import type { Parameters } from './parameters.ts'
import { foundJson, readQuery } from './search-json.ts'

/** Opens the file of an index; nothing, if it is not whole. */
export const openIndex = (bytes: Uint8Array): Index | undefined =>
  keyOf(bytes) === undefined ? undefined : assembleIndex(readIndex(bytes))

/** What `/api/search` answers; a sentence, where it finds fault with a parameter. */
export function search(index: Index, parameters: Parameters): ReturnType<typeof foundJson> | string {
  const query = readQuery(index, parameters)
  return typeof query === 'string' ? query : foundJson(find(index, query))
}
