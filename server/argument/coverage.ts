/** What the claims of a statement rest on: binding law, general law, texts that do not bind, nothing, or evidence; and how far that was checked. */
import type { Graph } from '../graph/link.ts'
import { type GraphNode, partData } from '../graph/node.ts'
import { follow, gradeOf, linkedBy, recordsOf } from '../graph/questions.ts'
import type { Argument } from '../kinds/argument.ts'
import type { Norm } from '../kinds/norm.ts'
import type { Participation } from '../kinds/participation.ts'
import { type Claim, isArgued, type Statement } from '../kinds/statement.ts'
import { bindingOf, isProvision, type Status } from './binding.ts'
import type { Situation } from './framework.ts'
import { type ClaimLeans, leansOfClaim } from './leans.ts'
import { type Ground, groundOf } from './strength.ts'

export const BASES = ['treaty in force', 'general law', 'not binding', 'no argument', 'evidence'] as const

/** The strongest source of law among the arguments for a claim; of a claim of fact or provenance, evidence. */
export type Basis = (typeof BASES)[number]

interface Rule {
  readonly node: GraphNode
  /** Its status for the State; none, for what is no provision. */
  readonly status: Status | undefined
}

export interface CoveredClaim {
  readonly node: GraphNode
  readonly basis: Basis
  /** Rules of those arguments that give the claim its basis. */
  readonly rules: readonly Rule[]
  /** Whether the text of one of them says it in terms. */
  readonly isExpress: boolean
  readonly leans: ClaimLeans
}

const BASIS_OF: Readonly<Record<Ground['source'], Basis>> = {
  treaty: 'treaty in force',
  'general law': 'general law',
  'not binding': 'not binding',
}

function coveredClaim(graph: Graph, node: GraphNode, situation: Situation): CoveredClaim {
  const grounds = linkedBy(graph, node, 'argues for').map((argument) => {
    const data = argument.record.data as Argument
    return { data, ground: groundOf(graph, data, situation) }
  })
  const basis = BASES.find((one) => grounds.some(({ ground }) => BASIS_OF[ground.source] === one))
  const carrying = grounds.filter(({ ground }) => BASIS_OF[ground.source] === basis)
  // A rule of custom may have no provision: then its norm says what it is.
  const rules = carrying.flatMap(({ data: { warrant } }) =>
    (warrant.rules ?? [warrant.norm]).flatMap((rule) => (rule && follow(graph, rule)) ?? []),
  )
  return {
    node,
    basis: basis ?? (isArgued(partData(node) as Claim) ? 'no argument' : 'evidence'),
    rules: [...new Set(rules)].map((rule) => ({
      node: rule,
      status: isProvision(rule) ? bindingOf(graph, rule, situation.state, situation.date).status : undefined,
    })),
    isExpress: carrying.some(({ data }) => data.warrant.how === 'express'),
    leans: leansOfClaim(graph, node),
  }
}

/** What each claim of a statement rests on, for a State on a day. */
export const coverageOf = (graph: Graph, statement: GraphNode, situation: Situation): CoveredClaim[] =>
  statement.parts.map((claim) => coveredClaim(graph, claim, situation))

export const GRADES = ['read', 'reported', 'document-checked', 'unchecked'] as const

/** How many of some things have each grade. */
export interface Checked {
  readonly what: string
  readonly counts: Readonly<Record<(typeof GRADES)[number] | 'no grade', number>>
}

function counted(what: string, grades: readonly (string | undefined)[]): Checked {
  const count = (grade: string) => grades.filter((one) => one === grade).length
  const known = {
    read: count('read'),
    reported: count('reported'),
    'document-checked': count('document-checked'),
    unchecked: count('unchecked'),
  }
  return { what, counts: { ...known, 'no grade': grades.length - Object.values(known).reduce((sum, number) => sum + number, 0) } }
}

/** How far the records were checked, by what they hold. */
export function checkedOf(graph: Graph): Checked[] {
  const texts = recordsOf(graph, 'treaty')
  const documents = recordsOf(graph, 'interpretation')
  const norms = recordsOf(graph, 'norm')
  const positions = norms.flatMap((node) =>
    (node.record.data as Norm).forms.flatMap((form) => [...(form.alsoFor ?? []), ...(form.alsoAgainst ?? [])]),
  )
  const claims = recordsOf(graph, 'statement').flatMap((node) => (node.record.data as Statement).claims)
  const rows = recordsOf(graph, 'participation').flatMap((node) => (node.record.data as Participation).states)
  return [
    counted(
      'articles and paragraphs of treaties and declarations',
      texts.flatMap((node) => node.parts.flatMap((article) => [article, ...article.parts])).map(gradeOf),
    ),
    counted('documents that interpret the law', documents.map(gradeOf)),
    counted('passages of those documents', documents.flatMap((node) => node.parts).map(gradeOf)),
    counted('norms', norms.map(gradeOf)),
    counted(
      'positions on norms that have no record of their own',
      positions.map((item) => item.grade),
    ),
    counted(
      'items of evidence for and against the claims',
      claims.flatMap((claim) => [...(claim.evidence ?? []), ...(claim.against ?? [])]).map((item) => item.grade),
    ),
    // The tables have no grades: what they mark is a row that rests on memory.
    counted(
      'rows in tables of participation',
      rows.map((row) => (row.unsourced ? 'unchecked' : undefined)),
    ),
  ].filter(({ counts }) => Object.values(counts).some((number) => number > 0))
}
