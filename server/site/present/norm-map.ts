/** The neighbourhood of a norm as a drawing: claims that use it, related norms, provisions that lay it down, who supports and who disputes it. */

import { bindingOf, isProvision } from '../../argument/binding.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow, linkedBy, linkedTo } from '../../graph/questions.ts'
import type { Norm } from '../../kinds/norm.ts'
import { escapeHtml, type Language } from '../language.ts'
import { claimsOn } from './bearing.ts'
import { shownBinding } from './binding.ts'
import { BOLD, type Box, type FreeDrawing, heightOf, type Tone, wrap } from './drawing.ts'
import type { ReadingView } from './evaluated.ts'
import { drawFree, type FreeBox, type FreeLine } from './free-drawing.ts'
import { toneOf } from './map-boxes.ts'
import { asWritten, titleHtml, titleIn } from './names.ts'
import { inOrder } from './norm.ts'
import { term } from './terms.ts'

/** One box beside the norm. */
export interface Neighbour {
  readonly url: string
  /** What it is called, and what is said of it here. */
  readonly name: string
  readonly nameHtml: string
  readonly said: string
  readonly sign: string | undefined
  readonly tone: Tone
}

export interface NeighbourGroup {
  readonly name: 'claims' | 'norms' | 'forms' | 'provisions' | 'support' | 'dispute'
  readonly heading: string
  readonly list: readonly Neighbour[]
}

const BINDING_TONES: Readonly<Record<string, Tone>> = { bound: 'good', reserved: 'warn', unchecked: 'warn' }

const plain = (node: GraphNode, name: string, nameHtml: string): Neighbour => ({
  ...{ url: node.address, name, nameHtml },
  ...{ said: '', sign: undefined, tone: 'plain' },
})

const normBeside = (node: GraphNode, language: Language): Neighbour => plain(node, titleIn(language, node), titleHtml(language, node))

function claimsOf(graph: Graph, norm: GraphNode, view: ReadingView, language: Language): Neighbour[] {
  return claimsOn(graph, norm, view).map(({ id, title, url, outcome = 'no argument' }) => ({
    ...{ url, name: `${id} ${title}`, nameHtml: `${id} ${asWritten(language, title)}`, said: term(language, outcome) },
    ...{ sign: `s-${outcome.replace(' ', '-')}`, tone: toneOf(outcome) },
  }))
}

function provisionsOf(graph: Graph, { provisions }: Norm, view: ReadingView, language: Language): Neighbour[] {
  const nodes = (provisions ?? []).flatMap((citation) => follow(graph, citation) ?? [])
  return nodes.filter(isProvision).map((node) => {
    const { state, date } = view.evaluation.situation
    const { answer, url, citation } = shownBinding(bindingOf(graph, node, state, date), view, language)
    return {
      url,
      name: citation,
      nameHtml: escapeHtml(citation),
      said: answer.word,
      sign: `s-${answer.sign}`,
      tone: BINDING_TONES[answer.sign] ?? 'muted',
    }
  })
}

/** Records that stand for or against a norm in any of its forms, each once, with the passages that are cited. */
function authoritiesOf(graph: Graph, { forms }: Norm, side: 'for' | 'against', language: Language): Neighbour[] {
  const cited = forms.flatMap((form) => (form[side] ?? []).flatMap((item) => follow(graph, item.cite) ?? []))
  const byRecord = new Map<GraphNode, GraphNode[]>()
  for (const node of cited) byRecord.set(node.home, [...new Set([...(byRecord.get(node.home) ?? []), node])])
  return [...byRecord].map(([home, nodes]) => {
    const name = home.kind === 'counter-argument' ? home.title : nodes.map((node) => node.citation).join('; ')
    return { ...plain(home, name, asWritten(language, name)), tone: side === 'against' ? 'warn' : 'plain' }
  })
}

/** Everything beside a norm, in groups. */
export function neighboursOf(graph: Graph, norm: GraphNode, view: ReadingView, language: Language): NeighbourGroup[] {
  const data = norm.record.data as Norm
  const whole = data.formOf ? follow(graph, data.formOf) : undefined
  const forms = [...(whole ? [whole] : []), ...inOrder(linkedBy(graph, norm, 'is a form of'))]
  const related = new Set([...linkedTo(graph, norm, 'related to'), ...linkedBy(graph, norm, 'related to')])
  const norms = inOrder([...related].filter((node) => !forms.includes(node)))
  const groups: NeighbourGroup[] = [
    { name: 'claims', heading: language.t('Claims that use it'), list: claimsOf(graph, norm, view, language) },
    {
      name: 'forms',
      heading: language.t('Its forms, or what it is a form of'),
      list: forms.map((node) => normBeside(node, language)),
    },
    { name: 'norms', heading: language.t('Related norms'), list: norms.map((node) => normBeside(node, language)) },
    {
      name: 'provisions',
      heading: language.t('Provisions that lay it down, and how they bind'),
      list: provisionsOf(graph, data, view, language),
    },
    { name: 'support', heading: language.t('Authorities for it'), list: authoritiesOf(graph, data, 'for', language) },
    {
      name: 'dispute',
      heading: language.t('Authorities and objections against it'),
      list: authoritiesOf(graph, data, 'against', language),
    },
  ]
  return groups.filter(({ list }) => list.length > 0)
}

const WIDTH = 226

const SHAPES: Readonly<Record<NeighbourGroup['name'], Box['shape']>> = {
  claims: 'claim',
  norms: 'step',
  forms: 'step',
  provisions: 'step',
  support: 'reply',
  dispute: 'step',
}

const single = (id: string, box: Omit<Box, 'x' | 'y' | 'width' | 'height' | 'id'>): FreeBox => {
  const height = heightOf(box.lines.length)
  return { id, width: WIDTH, height, boxes: [{ ...box, x: 0, y: 0, width: WIDTH, height, id: '' }], curves: [] }
}

function boxOf(id: string, { name, said, sign, tone, url }: Neighbour, group: NeighbourGroup): FreeBox {
  const title = `${group.heading}: ${name}${said ? ` (${said})` : ''}`
  const shape = SHAPES[group.name]
  const width = WIDTH - (sign ? 46 : 24)
  const called = wrap(name, shape === 'claim' ? width / BOLD : width, 3)
  const lines = [...called, ...(said ? [said] : [])]
  return single(id, { shape, lines, named: shape === 'claim' ? called.length : 0, sign, tone, url, title })
}

/** Claims and other norms stand on the left, what the norm comes from on the right. */
function lineOf(id: string, norm: string, { tone }: Neighbour, name: NeighbourGroup['name']): FreeLine {
  if (name === 'claims') return { from: id, to: norm, tip: 'right', tone: 'plain' }
  if (name === 'norms' || name === 'forms') return { from: id, to: norm, tip: undefined, tone: 'muted' }
  if (name === 'provisions') return { from: norm, to: id, tip: 'right', tone: 'plain' }
  return { from: norm, to: id, tip: 'left', tone: name === 'dispute' ? tone : 'good' }
}

/** The drawing of a norm between what uses it and what it comes from. A record that is cited on both sides stands on both. */
export function normDrawing(norm: GraphNode, groups: readonly NeighbourGroup[], language: Language): Promise<FreeDrawing> {
  const centre = { shape: 'claim', tone: 'plain', sign: undefined, url: norm.address, title: titleIn(language, norm) } as const
  const name = wrap(centre.title, (WIDTH - 24) / BOLD, 4)
  const beside = groups.flatMap((group) => group.list.map((neighbour, at) => ({ group, neighbour, id: `${group.name} ${at}` })))
  return drawFree({
    boxes: [
      single(norm.address, { ...centre, lines: name, named: name.length }),
      ...beside.map(({ id, neighbour, group }) => boxOf(id, neighbour, group)),
    ],
    lines: beside.map(({ id, neighbour, group }) => lineOf(id, norm.address, neighbour, group.name)),
  })
}
