/** The claims of a statement as its page lists them, and each as it opens beside the text: what it asserts, its outcome and force, the law and the objections in short. */
import type { Outcome } from '../../argument/label.ts'
import type { Sentence } from '../../argument/sentence.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow } from '../../graph/questions.ts'
import type { Claim, Statement } from '../../kinds/statement.ts'
import { argumentsFor } from './argument.ts'
import type { ReadingView } from './evaluated.ts'
import type { Ref } from './frame.ts'
import { readingUrl } from './what-if.ts'

export interface ListedClaim {
  readonly url: string
  readonly id: string
  readonly title: string
  readonly type: Claim['type']
  /** Whether it is part of another claim. */
  readonly sub: boolean
  readonly outcome: Outcome | undefined
  /** Its outcome by default, where the reading changes it. */
  readonly before: Outcome | undefined
}

/** The claims in the order of the record, with their outcome in a reading; the address of each keeps the reading. */
export const listedClaims = (node: GraphNode, view: ReadingView | undefined): ListedClaim[] =>
  (node.record.data as Statement).claims.map((claim, index) => {
    const outcome = view?.evaluation.claims.get(claim.id)?.outcome
    const before = view?.baseline.claims.get(claim.id)?.outcome
    const address = node.parts[index]?.address ?? ''
    return {
      url: view ? readingUrl(address, view.parameters) : address,
      id: claim.id,
      title: claim.title,
      type: claim.type,
      sub: claim.parent !== undefined,
      outcome,
      before: before === outcome ? undefined : before,
    }
  })

export interface ClaimCard extends ListedClaim {
  readonly asserts: string
  /** Id of the claim whose words it has: its own, or that of the claim of which it is a part. */
  readonly wordsOf: string
  readonly force: string | undefined
  readonly why: Sentence | undefined
  readonly rules: readonly Ref[]
  /** Objections to its arguments, and how many of them no reply meets. */
  readonly objections: { readonly count: number; readonly open: number }
  readonly parts: readonly ListedClaim[]
  readonly previous: ListedClaim | undefined
  readonly next: ListedClaim | undefined
}

/** More rules than these make no short list. */
const MAX_RULES = 6

function objectionsTo(graph: Graph, claim: GraphNode): ClaimCard['objections'] {
  const all = argumentsFor(graph, claim).flatMap((argument) => argument.objections)
  const ids = (list: typeof all) => new Set(list.map(({ node }) => node.citation)).size
  return { count: ids(all), open: ids(all.filter(({ reply }) => reply === 'open')) }
}

/** The pages on which a claim rests, each once, whatever paragraphs of it are cited. */
const rulesOf = (graph: Graph, claim: Claim): Ref[] =>
  [...new Map((claim.rules ?? []).flatMap((rule) => follow(graph, rule) ?? []).map(({ home }) => [home.address, home])).values()]
    .slice(0, MAX_RULES)
    .map((home) => ({ url: home.address, text: home.kind === 'norm' ? home.title : home.citation }))

/** The claims of a statement, in order. */
export function claimCards(graph: Graph, node: GraphNode, view: ReadingView | undefined): ClaimCard[] {
  const data = node.record.data as Statement
  const listed = listedClaims(node, view)
  return data.claims.flatMap((claim, at) => {
    const [item, part] = [listed[at], node.parts[at]]
    if (!item || !part) return []
    const evaluated = view?.evaluation.claims.get(claim.id)
    const isArgued = evaluated !== undefined && evaluated.outcome !== 'no argument'
    return {
      ...item,
      asserts: claim.asserts,
      wordsOf: claim.spans ? claim.id : (claim.parent ?? claim.id),
      force: isArgued ? evaluated.force : undefined,
      why: isArgued ? evaluated.why : undefined,
      rules: rulesOf(graph, claim),
      objections: objectionsTo(graph, part),
      parts: listed.filter((_, index) => data.claims[index]?.parent === claim.id),
      previous: listed[at - 1],
      next: listed[at + 1],
    }
  })
}
