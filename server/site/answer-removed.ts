/** Addresses of records that were removed: they lead to what took their place, or answer 410. */
import { type Answer, fault } from './answer.ts'
import { problemDetails } from './api.ts'
import { addressIn } from './language.ts'
import type { Site } from './site.ts'

/** The answer at an address under which a record stood, or a part of one; nothing, where none did. */
export function answerRemoved(site: Site, path: string): Answer | undefined {
  const page = path.replace(/^\/api(?=\/)/u, '')
  const found = site.removed.find(({ address }) => page === address || page.startsWith(`${address}/`))
  if (!found) return undefined
  const { replacedBy, goneSince, why } = found
  if (replacedBy !== undefined)
    return { status: 301, location: addressIn(site.language, replacedBy), html: () => '', json: () => ({ url: replacedBy }) }
  return fault(site, problemDetails(410, `What stood at ${found.address} was removed on ${goneSince}.${why ? ` ${why}` : ''}`))
}
