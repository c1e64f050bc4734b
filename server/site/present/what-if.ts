/** The reader's choices as links: each choice is an address, so it can be shared and needs no script. */
import type { Change } from '../../argument/dependence.ts'
import { type Choices, NO_CHOICES } from '../../argument/label.ts'
import type { Language } from '../language.ts'

/** The parts of an address that a reading fixes; a State and a day only where they are not the default. */
export interface ReadingParameters {
  readonly state: string | undefined
  readonly date: string | undefined
  readonly choices: Choices
  /** Whether the other side stands first on the page of a claim. */
  readonly otherFirst: boolean
}

/** The default reading. */
export const NO_READING: ReadingParameters = { state: undefined, date: undefined, choices: NO_CHOICES, otherFirst: false }

/** The parameters of an address, in a fixed order so that one reading has one address. */
export const readingPairs = ({ state, date, choices, otherFirst }: ReadingParameters): [name: string, value: string][] => [
  ...(state ? [['state', state] as [string, string]] : []),
  ...(date ? [['date', date] as [string, string]] : []),
  ...[...choices.accept].sort().map((id): [string, string] => ['accept', id]),
  ...[...choices.reject].sort().map((id): [string, string] => ['reject', id]),
  ...(otherFirst ? [['first', 'other'] as [string, string]] : []),
]

/** An address with a reading. */
export function readingUrl(path: string, parameters: ReadingParameters): string {
  const search = new URLSearchParams(readingPairs(parameters))
  // A slash may stand in a query as it is, and ids are easier to read with it.
  return search.size > 0 ? `${path}?${search.toString().replaceAll('%2F', '/')}` : path
}

const without = (set: ReadonlySet<string>, id: string) => new Set([...set].filter((other) => other !== id))

/** A reading in which a premise or a counter-argument is accepted, rejected, or left to its default. */
export function choosing(parameters: ReadingParameters, id: string, what: Change['what'] | 'default'): ReadingParameters {
  const accept = without(parameters.choices.accept, id)
  const reject = without(parameters.choices.reject, id)
  if (what === 'accept') accept.add(id)
  if (what === 'reject') reject.add(id)
  return { ...parameters, choices: { accept, reject } }
}

/** Several changes at once, such as a smallest set. */
export const choosingAll = (parameters: ReadingParameters, changes: readonly Change[]): ReadingParameters =>
  changes.reduce((reading, change) => choosing(reading, change.id, change.what), parameters)

export interface Pick {
  readonly label: string
  readonly url: string
  readonly current: boolean
  readonly sign: string
}

/** Links for a premise: accept, dispute (its default stance, or a removal of the choice), reject. */
export function premisePicks(path: string, parameters: ReadingParameters, id: string, stance: string, t: Language['t']): Pick[] {
  const { accept, reject } = parameters.choices
  const now = accept.has(id) ? 'accepted' : reject.has(id) ? 'rejected' : stance
  const pick = (label: string, as: string, what: Change['what'] | 'default'): Pick => ({
    label,
    sign: as,
    current: now === as,
    url: readingUrl(path, choosing(parameters, id, as === stance ? 'default' : what)),
  })
  const picks = [pick(t('Accept'), 'accepted', 'accept'), pick(t('Reject'), 'rejected', 'reject')]
  return stance === 'disputed' ? [picks[0] as Pick, pick(t('Dispute'), 'disputed', 'default'), picks[1] as Pick] : picks
}

/** Links for a counter-argument: keep it as it is, accept it, reject it. */
export function counterPicks(path: string, parameters: ReadingParameters, id: string, t: Language['t']): Pick[] {
  const { accept, reject } = parameters.choices
  const pick = (label: string, what: Change['what'] | 'default', current: boolean): Pick => ({
    label,
    sign: '',
    current,
    url: readingUrl(path, choosing(parameters, id, what)),
  })
  return [
    pick(t('Keep'), 'default', !accept.has(id) && !reject.has(id)),
    pick(t('Accept'), 'accept', accept.has(id)),
    pick(t('Reject'), 'reject', reject.has(id)),
  ]
}
