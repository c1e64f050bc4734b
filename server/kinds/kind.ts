/** What a kind of record is: its schema, and the outline of what can be cited, linked and found in a record of it. */
import type { z } from 'zod'
import type { Work } from './work.ts'

/** How one record stands to another, read forwards and backwards: "interprets" / "interpreted by". */
export interface Relation {
  readonly verb: string
  readonly reverse: string
  /** The kinds of node that may stand at the far end; any, when empty. */
  readonly to: readonly string[]
}

/** A cross-link as a lawyer writes it (`CAT art 3(1)`), with the relation that the field gives it. */
export class Citation {
  constructor(
    readonly text: string,
    readonly relation: Relation,
  ) {}

  toJSON(): string {
    return this.text
  }

  toString(): string {
    return this.text
  }
}

/** Keys and indexes from the top of a record to a value in it. */
export type Path = readonly (string | number)[]

/** What the search index holds of a node. */
export interface SearchText {
  /** Other keys by which a judge of relevance or another sheet knows the node, such as `I-10`. */
  readonly keys: readonly string[]
  /** Body, treaty or State by which results can be narrowed. */
  readonly facets: Readonly<Record<string, readonly string[]>>
  /** Other words in which people ask about it; searched, never shown. */
  readonly terms?: readonly string[]
  readonly text: string
  /** Citation of what it belongs to in a list of results: an argument to its claim, a form of a norm to the norm. */
  readonly under?: string | undefined
  /** Set where it is only a subsidiary means to say what the law is (ICJ Statute art 38(1)(d)). */
  readonly subsidiary?: boolean | undefined
}

/** What a page that cites a node shows of it: its words, or a gist in own words. */
export interface Excerpt {
  readonly quotes: readonly { readonly words: string; readonly part: string | undefined; readonly note: string | undefined }[]
  readonly gist: string | undefined
  readonly note: string | undefined
  readonly grade: string | undefined
  /** Legal weight, in a line. */
  readonly weight: string | undefined
}

/** Words that a record quotes from another text, where `pacta verify` looks for them. */
export interface Quotation {
  readonly words: string
  /** Where the words stand in the record. */
  readonly path: Path
  /** How a copy of the text prints these words, if it has a misprint in them. */
  readonly copyReads?: string | undefined
  /** Set where the words are the whole text, to the letter. */
  readonly whole?: true
}

/** A link that ought to lead to a part of a record, and what `pacta check` calls the parts to which none does. */
export interface Awaited {
  readonly verb: string
  readonly without: string
}

/** One side of a question: how much the record itself holds, and verbs of links by which other records take that side. */
export interface Side {
  readonly own: number
  readonly verbs?: readonly string[]
}

/** Something on which a record gives both sides, or ought to. */
export interface Sided {
  readonly name: string
  /** The part of the record to which those links lead. */
  readonly path: Path
  readonly for: Side
  readonly against: Side
  /** Set where the side that is empty was looked for and not found. */
  readonly isSettled?: boolean | undefined
}

/** A record, or a part of one, that can be cited, linked to and found. */
export interface Outline {
  /** What it is in the reader's words: `treaty`, `article`, `claim`, `paragraph` … */
  readonly kind: string
  /** Last piece of its address: `/slug` for a page of its own, `#slug` for an anchor on the page above it. */
  readonly slug: string
  readonly page: boolean
  /** Template that shows it, when it has a page of its own. */
  readonly view?: string
  readonly title: string
  /** The one way in which Pacta writes a citation of it. */
  readonly citation: string
  /** Other names under which it can be cited and searched, in any language. */
  readonly names: readonly string[]
  /** Article and paragraph, letter by letter, under which a citation of the record finds this part: `['3', '1']`. */
  readonly pinpoint?: readonly string[]
  /** For a part that answers for a run of paragraphs: the last of them. */
  readonly pinpointEnd?: readonly string[]
  /** Where the part stands in the record, so that a link written in it starts from it. */
  readonly path: Path
  readonly supersededBy?: Citation | undefined
  readonly search?: SearchText
  readonly excerpt?: Excerpt
  /** On a record that is cited in print: the work that it is about. */
  readonly work?: Work | undefined
  /** On a record: what it quotes from, as `pacta verify` counts quotations: `treaty texts`, `views` … */
  readonly quotesFrom?: string
  readonly quotations?: readonly Quotation[]
  /** A link that an editor expects to lead here. */
  readonly awaits?: Awaited
  readonly parts: readonly Outline[]
}

/** A fault that a kind finds in its own record, at a place in it. */
export interface Finding {
  readonly path: Path
  readonly message: string
  readonly severity?: 'error' | 'warning'
}

/** Answers questions about other records while a record is checked. */
export interface LookUp {
  /** Kind, and data of the record, that a citation leads to; nothing if it leads nowhere. */
  find(citation: Citation): { readonly kind: string; readonly data: unknown } | undefined
}

export interface Kind<S extends z.ZodType = z.ZodType> {
  readonly name: string
  /** Folder under `knowledge/`, and first piece of the address. */
  readonly folder: string
  readonly label: { readonly one: string; readonly many: string }
  /** One sentence for the list page and for the reference of records. */
  readonly about: string
  readonly schema: S
  /** Heading under which a list shows the record. */
  group?(data: z.output<S>): string
  outline(data: z.output<S>): Outline
  /** Rules that reach beyond one field, or into other records. */
  check?(data: z.output<S>, look: LookUp): Finding[]
  /** What has two sides, so that an editor is told where one of them is empty. */
  sides?(data: z.output<S>): Sided[]
}

/** Declares a kind; the types of its functions follow from its schema. */
export function defineKind<S extends z.ZodType>(kind: Kind<S>): Kind<S> {
  return Object.freeze(kind)
}
