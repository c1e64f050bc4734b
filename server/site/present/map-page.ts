/** The page with the map of a claim: two drawings and the same in words. */
import type { GraphNode } from '../../graph/node.ts'
import { type Language, message } from '../language.ts'
import type { Site } from '../site.ts'
import type { EvaluatedArgumentView, EvaluatedView, ReadingView } from './evaluated.ts'
import { evaluatedView } from './evaluated.ts'
import { crumbsOf, frame } from './frame.ts'
import { narrowMap, wideMap } from './map.ts'
import type { MapArgument, MapClaim } from './map-boxes.ts'
import { term } from './terms.ts'
import { readingUrl } from './what-if.ts'

const VERBS = { rebut: message('rebuts'), undercut: message('undercuts'), undermine: message('undermines') } as const

function argumentMap(view: ReadingView, item: EvaluatedArgumentView, language: Language): MapArgument {
  const { t } = language
  const page = readingUrl(view.path, view.parameters)
  const objections = (premise: string | undefined) =>
    item.objections
      .filter((objection) => objection.premise === premise)
      .map((objection) => ({
        id: objection.data.id,
        title: objection.data.title,
        verb: t(VERBS[objection.kind]),
        url: objection.node.address,
        state: objection.state,
        reply: objection.answers.map((answer) => answer.text).join(' ') || undefined,
      }))
  const premises = item.premises.map(({ premise, id, stance }) => ({
    id: premise.id,
    text: premise.text,
    url: `${page}#${item.data.id}-${premise.id}`,
    stance,
    objections: objections(premise.id),
    title: id,
  }))
  const step = {
    id: 'step',
    text: t('The step: {rule}', { rule: item.data.warrant.text }),
    rule: item.data.warrant.text,
    url: item.node.address,
    stance: undefined,
    objections: objections(undefined),
  }
  return {
    id: item.data.id,
    title: term(language, item.data.scheme),
    url: item.node.address,
    outcome: item.outcome,
    rows: [...premises, step],
  }
}

function mapClaim(node: GraphNode, view: ReadingView, evaluated: EvaluatedView, language: Language): MapClaim {
  const { outcome, force, openFacts } = evaluated.claim
  return {
    title: node.title,
    url: readingUrl(view.path, view.parameters),
    outcome,
    verdict: language.t('{outcome}; {force}; {count, plural, one {one fact open} other {# facts open}}', {
      outcome: term(language, outcome),
      force: term(language, force),
      count: openFacts.length,
    }),
    arguments: evaluated.arguments.map((item) => argumentMap(view, item, language)),
  }
}

/** The model of the map's page; none for a claim without arguments. */
export function presentClaimMap(site: Site, node: GraphNode, view: ReadingView): { view: string } | undefined {
  const { language } = site
  const { t } = language
  const evaluated = evaluatedView(site.graph, node, view, language)
  if (!evaluated || evaluated.arguments.length === 0) return undefined
  const claim = mapClaim(node, view, evaluated, language)
  const path = `${node.address}/map`
  return {
    ...site.helpers,
    ...frame(site, {
      view: 'map',
      heading: t('Map of {claim}', { claim: node.title }),
      path,
      crumbs: [...crumbsOf(site, node), { url: path, text: t('Map') }],
      sections: [
        { id: 'drawing', text: t('The map') },
        { id: 'words', text: t('The same in words') },
      ],
      hasApi: false,
    }),
    node,
    claim,
    evaluated,
    page: readingUrl(view.path, view.parameters),
    wide: wideMap(claim, language),
    narrow: narrowMap(claim, language),
  } as { view: string }
}
