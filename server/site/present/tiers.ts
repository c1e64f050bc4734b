/** The authorities of a claim in order of force: what binds the State first, then what is read into it, then what only persuades, then what is against. */
import { bindingOf, isProvision, treatyOf } from '../../argument/binding.ts'
import { bindingOfNorm } from '../../argument/norm-binding.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow, linkedBy } from '../../graph/questions.ts'
import type { Argument } from '../../kinds/argument.ts'
import type { Interpretation } from '../../kinds/interpretation.ts'
import type { Citation } from '../../kinds/kind.ts'
import type { Claim } from '../../kinds/statement.ts'
import type { Treaty } from '../../kinds/treaty.ts'
import { type Language, message } from '../language.ts'
import { originalOf } from '../urls.ts'
import { type Authority, authority } from './authority.ts'
import { type Answered, answered, withReading } from './binding.ts'
import type { ReadingView } from './evaluated.ts'
import { titleIn, titleInText } from './names.ts'
import { term } from './terms.ts'

export interface RankedAuthority extends Authority {
  /** Why a provision binds the State or does not, with its sign. */
  readonly binding: (Answered & { readonly url: string }) | undefined
  /** The legal weight of a text that is no provision, in a line. */
  readonly weight: string | undefined
  /** Where the text itself stands, outside this site. */
  readonly original: string | undefined
  readonly isSuperseded: boolean
  /** Whether it is the name of a case. */
  readonly isCase: boolean
}

export interface Tier {
  readonly heading: string
  /** How many passages stand in it. */
  readonly count: number
  /** Passages by the text in which they stand: what is said of the text is said once. */
  readonly texts: readonly (readonly RankedAuthority[])[]
}

type Rank = 'on point' | 'bound' | 'norm' | 'treaty body' | 'court' | 'other' | 'not recorded' | 'not bound' | 'against'

/** Headings take the name of the State. */
const HEADINGS: readonly (readonly [Rank, string])[] = [
  ['on point', message('Binds {state}, and says it in terms')],
  ['bound', message('Binds {state}, and is read so or relied on besides')],
  ['norm', message('Norms, each with its own sources')],
  ['treaty body', message('How treaty bodies read it: authoritative, not binding')],
  ['court', message('Courts and advisory opinions')],
  ['other', message('Other texts, with the weight of each')],
  ['not recorded', message('Whether it binds {state} is not recorded here')],
  ['not bound', message('Does not bind {state} as a treaty')],
  ['against', message('Against')],
]

const BODIES: readonly Interpretation['kind'][] = ['general comment', 'views', 'concluding observations']
const COURTS: readonly Interpretation['kind'][] = ['judgment', 'advisory opinion']

const FORMS = { custom: message('as custom'), peremptory: message('as a peremptory norm') } as const

/** Pages of the provisions that an argument for the claim takes as its rule in terms. */
const onPoint = (graph: Graph, claim: GraphNode): ReadonlySet<GraphNode> =>
  new Set(
    linkedBy(graph, claim, 'argues for')
      .map((node) => (node.record.data as Argument).warrant)
      .filter(({ how }) => how === 'express')
      .flatMap(({ rules }) => (rules ?? []).flatMap((rule) => follow(graph, rule)?.home ?? [])),
  )

function ranked(
  graph: Graph,
  node: GraphNode,
  view: ReadingView,
  points: ReadonlySet<GraphNode>,
  language: Language,
): readonly [Rank, RankedAuthority] {
  const { state, date } = view.evaluation.situation
  const plain = { ...authority(node), binding: undefined, weight: undefined, original: undefined, isSuperseded: false, isCase: false }
  if (isProvision(node)) {
    const binding = bindingOf(graph, node, state, date)
    const binds = binding.status === 'bound' || binding.status === 'bound with reservation'
    const unbound = binding.status === 'not recorded' ? 'not recorded' : 'not bound'
    const rank = binds ? (points.has(node.home) ? 'on point' : 'bound') : unbound
    const url = withReading(`${node.home.address}#binding`, view.parameters)
    return [rank, { ...plain, binding: { ...answered(binding, language), url }, original: (treatyOf(node).record.data as Treaty).address }]
  }
  if (node.kind === 'norm') {
    const said = bindingOfNorm(graph, node, state, date).custom.map(
      ({ form, answer }) => `${language.t(FORMS[form])}: ${term(language, answer)}`,
    )
    return ['norm', { ...plain, citation: titleIn(language, node), weight: said.join('; ') || undefined }]
  }
  const data = node.record.data as Interpretation
  const rank = BODIES.includes(data.kind) ? 'treaty body' : COURTS.includes(data.kind) ? 'court' : 'other'
  const item = { ...plain, weight: data.weight, original: originalOf(data, language.code), isSuperseded: data.status === 'superseded' }
  return [rank, { ...item, isCase: data.kind === 'views' || data.kind === 'judgment' }]
}

/** Passages by text, in the order of the first of each; apart where one binds otherwise than the next, as a reservation to a paragraph may have it. */
function byText(items: readonly RankedAuthority[]): RankedAuthority[][] {
  const texts = new Map<string, RankedAuthority[]>()
  for (const item of items) {
    const key = `${item.home.address} ${item.binding?.sign} ${item.binding?.more}`
    const text = texts.get(key)
    if (text) text.push(item)
    else texts.set(key, [item])
  }
  return [...texts.values()]
}

/** Tiers of a claim in a reading, without those that are empty. */
export function tiersOf(graph: Graph, node: GraphNode, claim: Claim, view: ReadingView, language: Language): Tier[] {
  const points = onPoint(graph, node)
  const inReading = (list: readonly Citation[] | undefined) =>
    [...new Set((list ?? []).flatMap((citation) => follow(graph, citation) ?? []))].map((found) =>
      ranked(graph, found, view, points, language),
    )
  const all = [
    ...inReading(claim.rules),
    ...inReading(claim.interpretations),
    ...inReading(claim.contrary).map(([, item]) => ['against', item] as const),
  ]
  const state = titleInText(language, view.evaluation.situation.state)
  return HEADINGS.flatMap(([rank, heading]) => {
    const items = all.filter(([own]) => own === rank).map(([, item]) => item)
    return items.length > 0 ? [{ heading: language.t(heading, { state }), count: items.length, texts: byText(items) }] : []
  })
}
