/** Words that records and answers take from a closed list, as pages say them. */
import type { Status } from '../../argument/binding.ts'
import type { Outcome } from '../../argument/label.ts'
import type { Procedure, Outcome as ProcedureOutcome } from '../../argument/procedures.ts'
import type { Force } from '../../argument/strength.ts'
import type { Argument, Premise } from '../../kinds/argument.ts'
import type { Interpretation } from '../../kinds/interpretation.ts'
import type { Participation } from '../../kinds/participation.ts'
import { escapeHtml, type Language, message } from '../language.ts'
import { asWritten } from './names.ts'

type Terms<W extends string> = Readonly<Record<W, string>>

const STANCES: Terms<Premise['stance']> = { accepted: message('accepted'), disputed: message('disputed'), rejected: message('rejected') }

const GRADES: Terms<'read' | 'reported' | 'document-checked' | 'unchecked' | 'no grade'> = {
  read: message('read'),
  reported: message('reported'),
  'document-checked': message('document checked'),
  unchecked: message('unchecked'),
  'no grade': message('no grade'),
}

const SCHEMES: Terms<Argument['scheme'] | Argument['warrant']['how'] | 'in terms'> = {
  'treaty rule applied to facts': message('treaty rule applied to facts'),
  'treaty-body interpretation applied': message('treaty-body interpretation applied'),
  custom: message('custom'),
  'State responsibility': message('State responsibility'),
  'finding about this State': message('finding about this State'),
  analogy: message('analogy'),
  express: message('express'),
  'by interpretation': message('by interpretation'),
  'in terms': message('in terms'),
}

const STATUSES: Terms<Status> = {
  bound: message('bound'),
  'bound with reservation': message('bound with reservation'),
  'signed only': message('signed only'),
  'not party': message('not party'),
  'not yet in force': message('not yet in force'),
  withdrawn: message('withdrawn'),
  'not a treaty': message('not a treaty'),
  'not recorded': message('not recorded'),
}

/** The word for what is accepted as true is another than that for a procedure that a State accepts. */
const OUTCOMES_OF_PROCEDURES: Terms<ProcedureOutcome> = {
  accepted: message('accepted|a procedure'),
  'accepted with declaration': message('accepted with declaration'),
  excluded: message('excluded'),
  'not accepted': message('not accepted'),
  'not in force': message('not in force'),
  'not recorded': STATUSES['not recorded'],
}

/** How far a procedure is open against a State, with a capital letter. */
export const outcomeOfProcedure = ({ t }: Language, outcome: ProcedureOutcome): string => capital(t(OUTCOMES_OF_PROCEDURES[outcome]))

const PROCEDURES: Terms<Procedure['kind']> = {
  'individual complaints': message('individual complaints'),
  'inquiry or visit': message('inquiry or visit'),
  'inter-State complaints': message('inter-State complaints'),
  'arbitration or International Court of Justice': message('arbitration or International Court of Justice'),
}

const ACTS: Terms<NonNullable<Participation['states'][number]['form']>> = {
  ratification: message('ratification'),
  accession: message('accession'),
  succession: message('succession'),
  acceptance: message('acceptance'),
  approval: message('approval'),
  'definitive signature': message('definitive signature'),
  'formal confirmation': message('formal confirmation'),
}

/** What the tables of participation call a statement made on joining; each table may have others, which stay English. */
const ON_JOINING: Terms<string> = {
  reservation: message('reservation'),
  declaration: message('declaration|on joining a treaty'),
  'interpretive declaration': message('interpretive declaration'),
  understanding: message('understanding'),
  'opt-out': message('opt-out'),
  'ICJ opt-out': message('ICJ opt-out'),
  'acceptance of individual complaints': message('acceptance of individual complaints'),
  'acceptance of inter-State complaints': message('acceptance of inter-State complaints'),
}

const DOCUMENTS: Terms<Interpretation['kind']> = {
  'general comment': message('general comment'),
  'concluding observations': message('concluding observations'),
  views: message('views'),
  guidance: message('guidance'),
  conclusion: message('conclusion'),
  resolution: message('resolution'),
  report: message('report'),
  'press release': message('press release'),
  judgment: message('judgment'),
  'advisory opinion': message('advisory opinion'),
  'ILC text': message('ILC text'),
  declaration: message('declaration'),
  agreement: message('agreement'),
  'State position': message('State position'),
  'national law': message('national law'),
  scholarship: message('scholarship'),
}

/** How a table says that it knows of no act at all; all its other notes are its own. */
const NOTES: Terms<string> = { 'no signature or consent in any source used': message('no signature or consent in any source used') }

/** What a search result is. */
const FOUND: Terms<string> = {
  treaty: message('treaty'),
  article: message('article'),
  paragraph: message('paragraph'),
  norm: message('norm'),
  interpretation: message('interpretation'),
  passage: message('passage'),
  statement: message('statement'),
  claim: message('claim'),
  argument: message('argument'),
  premise: message('premise'),
  'counter-argument': message('counter-argument'),
  state: message('State'),
  participation: message('participation'),
}

/** Families of norms and groups of texts; a new one stays English until it is written here. */
const FAMILIES: Terms<string> = {
  Children: message('Children'),
  'Core prohibition': message('Core prohibition'),
  'Criminal law': message('Criminal law'),
  Movement: message('Movement'),
  'Procedure of removal': message('Procedure of removal'),
  'Protection from return': message('Protection from return'),
  'Refugee law': message('Refugee law'),
  Responsibility: message('Responsibility'),
  'Sources and hierarchy': message('Sources and hierarchy'),
  Treaties: message('Treaties'),
  Women: message('Women'),
  Declarations: message('Declarations'),
  'Texts of the International Law Commission': message('Texts of the International Law Commission'),
}

/** Bodies and courts that have a name in the other languages; others keep the name that the record gives them. */
const BODIES: Terms<string> = Object.fromEntries(
  [
    message('Committee against Torture'),
    message('Committee on Economic, Social and Cultural Rights'),
    message('Committee on Enforced Disappearances'),
    message('Committee on the Elimination of Discrimination against Women'),
    message('Committee on the Elimination of Racial Discrimination'),
    message('Committee on the Rights of the Child'),
    message('Human Rights Committee'),
    message('Human Rights Council'),
    message('Commission of Inquiry on the DPRK'),
    message('Special Rapporteur on the DPRK'),
    message('Special Rapporteur on torture'),
    message('General Assembly'),
    message('International Court of Justice'),
    message('International Law Commission'),
    message('European Court of Human Rights'),
    message('Inter-American Court of Human Rights'),
    message('UNHCR'),
    message('UNHCR Executive Committee'),
    message('OHCHR'),
    message('China'),
  ].map((name) => [name, name]),
)

/** What the coverage page counts. */
const COUNTED: Terms<string> = Object.fromEntries(
  [
    message('articles and paragraphs of treaties and declarations'),
    message('documents that interpret the law'),
    message('passages of those documents'),
    message('norms'),
    message('positions on norms that have no record of their own'),
    message('items of evidence for and against the claims'),
    message('rows in tables of participation'),
  ].map((what) => [what, what]),
)

const OUTCOMES: Terms<Outcome> = {
  stands: message('stands'),
  contested: message('contested'),
  fails: message('fails'),
  'no argument': message('no argument'),
}

const FORCES: Terms<Exclude<Force, 'contested'>> = {
  'binding, on point': message('binding, on point'),
  'binding, by interpretation': message('binding, by interpretation'),
  persuasive: message('persuasive'),
  none: message('none'),
}

const CUSTOM: Terms<string> = Object.fromEntries(
  [message('binds so far as it is custom'), message('binds so far as it is peremptory')].map((word) => [word, word]),
)

const TERMS: Terms<string> = {
  ...STANCES,
  ...GRADES,
  ...SCHEMES,
  ...STATUSES,
  ...PROCEDURES,
  ...ACTS,
  ...DOCUMENTS,
  ...NOTES,
  ...FOUND,
  ...FAMILIES,
  ...BODIES,
  ...COUNTED,
  ...CUSTOM,
  ...OUTCOMES,
  ...FORCES,
}

const known = (word: string): string | undefined => (Object.hasOwn(TERMS, word) ? TERMS[word] : undefined)

/** Whether a word is of a closed list. */
export const isTerm = (word: string): boolean => known(word) !== undefined

/** A word of a closed list in the reader's language; any other as it is. */
export const term = ({ t }: Language, word: string): string => t(known(word) ?? word)

/** The same as HTML; a word of no list is marked as English. */
export function termHtml(language: Language, word: string): string {
  const text = known(word)
  return text === undefined ? asWritten(language, word) : escapeHtml(language.t(text))
}

/** What a State made on joining, as HTML: the same word can mean a document elsewhere. */
export function onJoiningHtml(language: Language, kind: string): string {
  const text = Object.hasOwn(ON_JOINING, kind) ? ON_JOINING[kind] : undefined
  return text === undefined ? asWritten(language, kind) : escapeHtml(language.t(text))
}

/** With a capital letter, for a script that has them. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
