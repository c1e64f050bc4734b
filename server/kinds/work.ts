/** A published work as guides to legal citation see it: what is printed in a note, apart from the style in which it is printed. */
import type { Unit } from './pinpoint.ts'

/** A treaty in a series. */
export interface TreatyWork {
  readonly type: 'treaty'
  readonly title: string
  /** Name under which later notes cite it. */
  readonly short: string
  /** Which act the date is of. */
  readonly act: 'adopted' | 'signed' | 'opened for signature'
  readonly date: string
  readonly inForce: string | undefined
  readonly unts: { readonly volume: number; readonly page: number } | undefined
  /** Guides cite it by its short name alone (UN Charter). */
  readonly isKnownByName: boolean
  readonly unit: Unit
  readonly url: string | undefined
}

/** A resolution of a UN organ; or a declaration that a resolution proclaims or to which it is annexed, which has a name of its own. */
export interface ResolutionWork {
  readonly type: 'resolution'
  readonly organ: string
  /** `77/226`, `217 A (III)`. */
  readonly number: string
  readonly title: string
  readonly date: string
  readonly symbol: string | undefined
  readonly place: 'whole' | 'proclaimed' | 'annex'
  readonly short: string | undefined
  readonly unit: Unit
  readonly url: string | undefined
}

/** A document with an author: a general comment, concluding observations, a report, guidance, an article. */
export interface DocumentWork {
  readonly type: 'document'
  readonly author: string
  readonly title: string
  readonly date: string
  readonly symbol: string | undefined
  readonly unit: Unit
  readonly url: string | undefined
}

/** Views or a decision of a treaty body on a communication. */
export interface ViewsWork {
  readonly type: 'views'
  readonly body: string
  /** `Agiza v. Sweden`. */
  readonly name: string
  readonly communication: string | undefined
  readonly date: string
  readonly symbol: string | undefined
  readonly unit: 'paragraph'
  readonly url: string | undefined
}

/** A judgment, an order or an advisory opinion of a court. */
export interface CaseWork {
  readonly type: 'case'
  readonly court: string
  readonly name: string
  /** `Belgium v. Senegal`, where the name of the case does not say it. */
  readonly parties: string | undefined
  /** `Judgment`, `Preliminary Objections`. */
  readonly phase: string | undefined
  readonly date: string
  /** `App no 37201/06`, `2002 SCC 1`, `ICJ Rep 2012, 422`: how the court or its reports number it. */
  readonly number: string | undefined
  /** Law reports as OSCOLA writes them: `[2002] 1 SCR 3`, `Series A no 161`. */
  readonly reports: readonly string[]
  readonly short: string
  readonly unit: 'paragraph'
  readonly url: string | undefined
}

/** A numbered conclusion of the Executive Committee of UNHCR. */
export interface ConclusionWork {
  readonly type: 'conclusion'
  readonly body: string
  readonly title: string
  readonly number: string
  readonly session: string | undefined
  readonly date: string
  readonly unit: 'paragraph'
  readonly url: string | undefined
}

/** A press release on a page of its issuer. */
export interface ReleaseWork {
  readonly type: 'release'
  readonly issuer: string
  readonly title: string
  readonly date: string
  /** Day on which the page was read. */
  readonly read: string | undefined
  readonly unit: 'paragraph'
  readonly url: string
}

/** A text known by its title and date alone: a law, an agreement, a declaration. */
export interface InstrumentWork {
  readonly type: 'instrument'
  readonly title: string
  /** `adopted`, `signed`; nothing for a law, whose date is a year. */
  readonly act: string | undefined
  readonly date: string
  readonly symbol: string | undefined
  readonly unit: Unit
  readonly url: string | undefined
}

/** A public statement of organisations, without a printed title. */
export interface StatementWork {
  readonly type: 'statement'
  readonly issuer: string
  readonly place: string | undefined
  readonly date: string
  readonly unit: 'paragraph'
  readonly url: string | undefined
}

export type Work =
  | TreatyWork
  | ResolutionWork
  | DocumentWork
  | ViewsWork
  | CaseWork
  | ConclusionWork
  | ReleaseWork
  | InstrumentWork
  | StatementWork
