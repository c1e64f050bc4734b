/** A statement as a text to read, its claims beside it. */
import { influences } from '../../argument/influence.ts'
import type { Outcome } from '../../argument/label.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import type { Claim, Statement } from '../../kinds/statement.ts'
import { askedIn } from './binding.ts'
import { claimCards, listedClaims } from './claim-cards.ts'
import { named, type ReadingView, withoutChoices } from './evaluated.ts'
import { placedSpans, segments } from './marks.ts'
import { type Presenter, present } from './presenter.ts'
import { rerunOf } from './rerun.ts'
import { stripOf } from './strip.ts'
import { choosing, readingUrl } from './what-if.ts'

const OUTCOMES: readonly Outcome[] = ['stands', 'contested', 'fails', 'no argument']

/** How many claims have each outcome. */
const tallyOf = (node: GraphNode, view: ReadingView | undefined) =>
  OUTCOMES.map((outcome) => ({ outcome, count: listedClaims(node, view).filter((claim) => claim.outcome === outcome).length }))

/** The words of a claim; those of its parent, if it has none of its own. */
export function wordsOf(statement: Statement, claim: Claim): string[] {
  const spans = claim.spans ?? statement.claims.find((other) => other.id === claim.parent)?.spans ?? []
  return spans.map((span) => span.quote)
}

/** More turning points than these would be a list of all. */
const SHOWN_TURNING_POINTS = 8

/** The single changes that alter the outcome of most claims, each as an address that makes it. */
const turningPoints = (graph: Graph, node: GraphNode, view: ReadingView) =>
  influences(view.evaluation.framework, view.isChoice)
    .slice(0, SHOWN_TURNING_POINTS)
    .map(({ what, id, claims }) => ({
      what,
      id,
      claims,
      ...named(graph, id),
      seeUrl: readingUrl(node.address, choosing(withoutChoices(view.parameters), id, what)),
    }))

/** The statement: its text in segments, the strip above it, its claims in order and each of them opened beside the text. */
export const presentStatement: Presenter = (graph, node, view, language) => {
  const { t } = language
  const data = node.record.data as Statement
  const spans = placedSpans(node, view)
  return {
    scripts: ['reader'],
    paragraphs: segments(node, spans),
    strip: stripOf(data.text, spans),
    claims: listedClaims(node, view),
    cards: claimCards(graph, node, view),
    tally: tallyOf(node, view),
    mapUrl: view && readingUrl(`${node.address}/map`, view.parameters),
    asked: view && askedIn(graph, view, '', language),
    rerun: view && rerunOf(graph, node, view, language),
    turning: view ? turningPoints(graph, node, view) : [],
    sections: present(
      [true, 'text', t('Text')],
      [true, 'claims', t('Claims in order')],
      [view !== undefined, 'turning', t('What most claims turn on')],
      [data.annotations !== undefined, 'annotations', t('Where it is imprecise')],
      [data.unverified !== undefined, 'unverified', t('Not yet verified')],
    ),
  }
}
