/** The boxes of an argument map: claim, premise, step, objection, reply. */
import type { Language } from '../language.ts'
import { BOLD, type Box, heightOf, type Tone, wrap } from './drawing.ts'
import { term } from './terms.ts'

export interface MapObjection {
  readonly id: string
  readonly title: string
  readonly verb: string
  readonly url: string
  readonly state: 'met' | 'in part' | 'open'
  readonly reply: string | undefined
}

export interface MapRow {
  readonly id: string
  readonly text: string
  /** The rule in the words of the record, where the text says that it is the step. */
  readonly rule?: string
  readonly url: string
  /** Sign and word of a premise's label; none for the step. */
  readonly stance: 'accepted' | 'disputed' | 'rejected' | undefined
  readonly objections: readonly MapObjection[]
}

export interface MapArgument {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly outcome: string
  readonly rows: readonly MapRow[]
}

export interface MapClaim {
  readonly title: string
  readonly url: string
  readonly outcome: string
  readonly verdict: string
  readonly arguments: readonly MapArgument[]
}

const TONE_OF_STANCE = { accepted: 'plain', disputed: 'warn', rejected: 'bad' } as const
export const TONE_OF_STATE = { met: 'muted', 'in part': 'warn', open: 'bad' } as const
const SIGN_OF_STATE = { met: 's-met', 'in part': 's-part', open: 's-open' } as const
const TONE_OF_OUTCOME: Readonly<Record<string, Tone>> = { stands: 'good', contested: 'warn', fails: 'bad' }

export const toneOf = (outcome: string): Tone => TONE_OF_OUTCOME[outcome] ?? 'muted'

export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
}

export function claimBox(claim: MapClaim, place: Place, { t }: Language): Box {
  const name = wrap(claim.title, (place.width - 46) / BOLD, 2)
  const lines = [...name, ...wrap(claim.verdict, place.width - 46, 2)]
  const sign = `s-${claim.outcome.replace(' ', '-')}`
  return {
    ...place,
    height: heightOf(lines.length),
    shape: 'claim',
    tone: toneOf(claim.outcome),
    sign,
    id: '',
    lines,
    named: name.length,
    url: claim.url,
    title: t('Claim {claim}: {verdict}', { claim: claim.title, verdict: claim.verdict }),
  }
}

export function rowBox(argument: MapArgument, row: MapRow, place: Place, least: number, language: Language): Box {
  const { t } = language
  const lines = wrap(row.text, place.width - (row.stance ? 72 : 24), 4)
  const word = row.stance
    ? t('Premise {id}, {stance}', { id: `${argument.id}/${row.id}`, stance: term(language, row.stance) })
    : t('The step of {argument}', { argument: argument.id })
  return {
    ...place,
    height: Math.max(heightOf(lines.length), least),
    shape: row.stance ? 'premise' : 'step',
    tone: row.stance ? TONE_OF_STANCE[row.stance] : 'plain',
    sign: row.stance ? `s-${row.stance}` : undefined,
    id: row.stance ? row.id : '',
    lines,
    url: row.url,
    title: `${word}: ${row.text}`,
  }
}

const OBJECTION_LINES = 2

export function objectionBox(objection: MapObjection, place: Place, { t }: Language): Box {
  const lines = [`${objection.id} ${objection.verb}`, ...wrap(objection.title, place.width - 40, OBJECTION_LINES)]
  const said = { met: t('answered'), 'in part': t('answered in part'), open: t('not answered') }[objection.state]
  return {
    ...place,
    height: heightOf(lines.length),
    shape: 'objection',
    tone: TONE_OF_STATE[objection.state],
    sign: SIGN_OF_STATE[objection.state],
    id: '',
    lines,
    url: objection.url,
    title: t('Objection {id} {verb}, {said}: {title}', { id: objection.id, verb: objection.verb, said, title: objection.title }),
  }
}

export function replyBox(objection: MapObjection, place: Place, most: number, { t }: Language): Box | undefined {
  if (objection.reply === undefined) return undefined
  const lines = wrap(objection.reply, place.width - 24, most)
  return {
    ...place,
    height: heightOf(lines.length),
    shape: 'reply',
    tone: 'plain',
    sign: undefined,
    id: '',
    lines,
    url: objection.url,
    title: t('Reply to {objection}: {reply}', { objection: objection.id, reply: objection.reply }),
  }
}
