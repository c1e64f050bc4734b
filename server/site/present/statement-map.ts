/** A whole statement as one drawing: its claims, what each rests on, and the objections to each by how far they are answered. */
import type { Outcome } from '../../argument/label.ts'
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, partData } from '../../graph/node.ts'
import { follow } from '../../graph/questions.ts'
import type { Claim } from '../../kinds/statement.ts'
import type { Language } from '../language.ts'
import { argumentsFor } from './argument.ts'
import { type Box, type FreeDrawing, heightOf, wrap } from './drawing.ts'
import { type EvaluatedArgumentView, type EvaluatedObjection, evaluatedArgument, type ReadingView } from './evaluated.ts'
import type { Ref } from './frame.ts'
import { drawFree, type FreeBox, type FreeLine } from './free-drawing.ts'
import { toneOf } from './map-boxes.ts'
import { term } from './terms.ts'
import { readingUrl } from './what-if.ts'

type State = EvaluatedObjection['state']

export interface MappedClaim {
  readonly node: GraphNode
  readonly url: string
  readonly outcome: Outcome
  /** Claims on which an argument for it rests. */
  readonly restsOn: readonly GraphNode[]
  /** Counter-arguments against an argument for it, under the worst answer that each has got. */
  readonly objections: readonly { readonly state: State; readonly list: readonly Ref[] }[]
}

const STATES: readonly State[] = ['open', 'in part', 'met']

function objectionsTo(args: readonly EvaluatedArgumentView[]): MappedClaim['objections'] {
  const worst = new Map<GraphNode, State>()
  for (const { node, state } of args.flatMap((item) => item.objections)) {
    const known = worst.get(node)
    if (known === undefined || STATES.indexOf(state) < STATES.indexOf(known)) worst.set(node, state)
  }
  const ordered = [...worst].sort(([a], [b]) => (a.citation < b.citation ? -1 : 1))
  return STATES.map((state) => ({
    state,
    list: ordered.flatMap(([node, own]) => (own === state ? [{ url: node.address, text: node.citation }] : [])),
  })).filter(({ list }) => list.length > 0)
}

/** Claims from which a premise follows, or on which it is said to rest. */
function groundsOf(graph: Graph, args: readonly EvaluatedArgumentView[], claim: GraphNode): GraphNode[] {
  const cited = args.flatMap(({ data }) =>
    data.premises.flatMap(({ follows, restsOn }) => [...(follows ? [follows] : []), ...(restsOn ?? [])]),
  )
  return [...new Set(cited.flatMap((citation) => follow(graph, citation) ?? []))].filter((node) => node.kind === 'claim' && node !== claim)
}

/** The claims of a statement in a reading. */
export function mappedClaims(graph: Graph, statement: GraphNode, view: ReadingView, language: Language): MappedClaim[] {
  return statement.parts.map((node) => {
    const args = argumentsFor(graph, node).map((argument) => evaluatedArgument(graph, view, argument, language))
    return {
      node,
      url: readingUrl(node.address, view.parameters),
      outcome: view.evaluation.claims.get(node.citation)?.outcome ?? 'no argument',
      restsOn: groundsOf(graph, args, node),
      objections: objectionsTo(args),
    }
  })
}

const WIDTH = 194
const GAP = 14
/** Claims with no line that stand side by side. */
const ROW = 4
const INDENT = 18

const TONES = { open: 'bad', 'in part': 'warn', met: 'muted' } as const
const SIGNS = { open: 's-open', 'in part': 's-part', met: 's-met' } as const

const answeredSo = (language: Language): Readonly<Record<State, string>> => ({
  open: language.t('not answered'),
  'in part': language.t('answered in part'),
  met: language.t('answered'),
})

/** The title of a claim without its id. */
const nameOf = (node: GraphNode) => (partData(node) as Claim).title

function claimBox({ node, url, outcome }: MappedClaim, language: Language): Box {
  const lines = [node.citation, ...wrap(nameOf(node), WIDTH - 46, 2)]
  const shape = { x: 0, y: 0, width: WIDTH, height: heightOf(lines.length), shape: 'claim', id: '', lines, named: 1, url } as const
  return {
    ...shape,
    tone: toneOf(outcome),
    sign: `s-${outcome.replace(' ', '-')}`,
    title: language.t('Claim {claim}: {verdict}', { claim: node.title, verdict: term(language, outcome) }),
  }
}

function objectionBox({ node, url, objections }: MappedClaim, y: number, language: Language): Box | undefined {
  const [worst] = objections
  if (worst === undefined) return undefined
  const said = answeredSo(language)
  const rows = objections.map(({ state, list }) => `${said[state]}: ${list.map(({ text }) => text).join(', ')}`)
  const width = WIDTH - INDENT
  const lines = rows.flatMap((row) => wrap(row, width - 40, 3))
  return {
    ...{ x: INDENT, y, width, height: heightOf(lines.length), shape: 'step', id: '', lines, url: `${url}#other-side` },
    tone: TONES[worst.state],
    sign: SIGNS[worst.state],
    title: `${language.t('Objections to {claim}', { claim: node.citation })}: ${rows.join('; ')}`,
  }
}

/** A claim with the objections to it below. */
function boxOf(claim: MappedClaim, language: Language): FreeBox {
  const top = claimBox(claim, language)
  const under = objectionBox(claim, top.height + GAP, language)
  if (under === undefined) return { id: claim.node.address, width: WIDTH, height: top.height, head: top.height, boxes: [top], curves: [] }
  const rail = INDENT + 20
  const attack = { tone: under.tone, met: under.sign === SIGNS.met }
  return {
    id: claim.node.address,
    width: WIDTH,
    height: under.y + under.height,
    head: top.height,
    boxes: [top, under],
    curves: [
      {
        points: [
          [rail, under.y],
          [rail, top.height],
        ],
        ...attack,
      },
    ],
  }
}

/** Claims that stand in a frame: a claim and its parts. */
function groupsOf(claims: readonly MappedClaim[]): string[][] {
  const parentOf = ({ node }: MappedClaim) => (partData(node) as Claim).parent
  return claims.flatMap((claim) => {
    const parts = claims.filter((other) => parentOf(other) === claim.node.citation)
    return parts.length > 0 ? [[claim, ...parts].map(({ node }) => node.address)] : []
  })
}

/** The drawing of a statement's claims. */
export function statementDrawing(claims: readonly MappedClaim[], language: Language): Promise<FreeDrawing> {
  const lines = claims.flatMap(({ node, restsOn }) =>
    restsOn.map((ground): FreeLine => ({ from: node.address, to: ground.address, tip: 'right', tone: 'plain' })),
  )
  const groups = groupsOf(claims)
  const connected = new Set([...lines.flatMap(({ from, to }) => [from, to]), ...groups.flat()])
  const alone = claims.map(({ node }) => node.address).filter((address) => !connected.has(address))
  const rows = Array.from({ length: Math.ceil(alone.length / ROW) }, (_, at) => alone.slice(at * ROW, (at + 1) * ROW))
  return drawFree({ boxes: claims.map((claim) => boxOf(claim, language)), lines, groups, rows })
}
