/** A claim with everything that bears on it. */
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, partData } from '../../graph/node.ts'
import { follow, linkedBy } from '../../graph/questions.ts'
import type { CounterArgument } from '../../kinds/counter-argument.ts'
import type { Interpretation } from '../../kinds/interpretation.ts'
import type { Claim, Statement } from '../../kinds/statement.ts'
import { askedIn } from './binding.ts'
import { type EvaluatedArgumentView, type EvaluatedObjection, evaluatedView } from './evaluated.ts'
import { claimLeans } from './leans.ts'
import { type Presenter, present, siblings } from './presenter.ts'
import { wordsOf } from './statement.ts'
import { tiersOf } from './tiers.ts'
import { counterPicks, readingUrl } from './what-if.ts'

/** What is still to be read in the documents that are cited for and against a claim. */
function unverifiedIn(graph: Graph, claim: Claim) {
  const documents = new Set(
    [...(claim.interpretations ?? []), ...(claim.contrary ?? [])].flatMap((citation) => follow(graph, citation)?.home ?? []),
  )
  return [...documents].flatMap((document) => {
    const { unverified } = document.record.data as Interpretation
    return unverified ? [{ document, points: unverified }] : []
  })
}

/** The attacks of an objection on arguments, those of one kind with the same answers together: each answer is read once. */
function attacksOf(counter: GraphNode, args: readonly EvaluatedArgumentView[]) {
  const together = new Map<string, { readonly objection: EvaluatedObjection; readonly on: { url: string; citation: string }[] }>()
  for (const { node, objections } of args)
    for (const objection of objections.filter((item) => item.node === counter)) {
      const { kind, premise, state, answers } = objection
      const key = [kind, state, ...answers.map(({ id }) => id)].join(' ')
      const alike = together.get(key) ?? { objection, on: [] }
      alike.on.push({ url: node.address + (premise ? `#${premise}` : ''), citation: node.citation + (premise ? `/${premise}` : '') })
      together.set(key, alike)
    }
  return [...together.values()]
}

/** A claim: its words, arguments, authorities, objections and neighbours. */
export const presentClaim: Presenter = (graph, node, view, language) => {
  const { t } = language
  const claim = partData(node) as Claim
  const statement = node.record.data as Statement
  const evaluated = view && evaluatedView(graph, node, view, language)
  const args = evaluated?.arguments ?? []
  const counters = [
    ...new Set([
      ...args.flatMap((item) => item.objections.map((objection) => objection.node)),
      ...linkedBy(graph, node, 'bears on'),
      ...(claim.counters ?? []).flatMap((counter) => follow(graph, counter) ?? []),
    ]),
  ].sort((a, b) => (a.citation < b.citation ? -1 : 1))
  const parts = (node.parent?.parts ?? []).filter((part) => (partData(part) as Claim).parent === claim.id)
  const tiers = view ? tiersOf(graph, node, claim, view, language) : []
  const unverified = unverifiedIn(graph, claim)
  return {
    heading: claim.title,
    claim,
    words: wordsOf(statement, claim),
    whole: node.parent?.parts.find((part) => part.citation === claim.parent),
    parts,
    evaluated,
    mapUrl: view && readingUrl(`${node.address}/map`, view.parameters),
    asked: view && askedIn(graph, view, '', language),
    otherFirst: view?.parameters.otherFirst ?? false,
    switchUrl: view && readingUrl(view.path, { ...view.parameters, otherFirst: !view.parameters.otherFirst }),
    counters: counters.map((counter) => ({
      node: counter,
      data: counter.record.data as CounterArgument,
      picks:
        view && args.some((item) => item.objections.some((objection) => objection.node === counter))
          ? counterPicks(view.path, view.parameters, counter.citation, t)
          : [],
      attacks: attacksOf(counter, args),
    })),
    leans: claimLeans(graph, node, language),
    tiers,
    unverified,
    ...siblings(node),
    sections: present(
      [claim.mustShow !== undefined, 'show', t('What must be shown')],
      [parts.length > 0, 'parts', t('Its parts')],
      [tiers.length > 0, 'authorities', t('Authorities')],
      [args.length > 0, 'arguments', t('Arguments')],
      [counters.length > 0, 'other-side', t('The other side')],
      [claim.evidence !== undefined || claim.against !== undefined, 'evidence', t('Evidence')],
      [claim.wording !== undefined, 'wording', t('Careful wording')],
      [claim.notes !== undefined, 'notes', t('Notes')],
      [unverified.length > 0, 'verify', t('Still to be verified')],
      [true, 'linked', t('Linked from')],
    ),
  }
}
