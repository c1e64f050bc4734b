/** Nodes, lists, results and faults as JSON. */
import type { Evaluation } from '../argument/evaluate.ts'
import { inEnglish } from '../argument/sentence.ts'
import type { Graph, Link } from '../graph/link.ts'
import { type GraphNode, partData } from '../graph/node.ts'
import { linksFromPage, linksToPage, onPage } from '../graph/questions.ts'
import type { Kind } from '../kinds/kind.ts'
import { message } from './language.ts'

/** A node in a list. */
export const itemJson = (node: GraphNode) => ({ kind: node.kind, citation: node.citation, title: node.title, url: node.address })

export const listJson = (kind: Kind, items: readonly ReturnType<typeof itemJson>[]) => ({ kind: kind.name, about: kind.about, items })

const linkJson = (link: Link, far: GraphNode, verb: string) => ({ verb, from: link.from.citation, ...itemJson(far) })

/** A page of a node: its data, its citable parts, its links both ways. */
export function nodeJson(graph: Graph, node: GraphNode) {
  return {
    ...itemJson(node),
    ...(node.parent ? { partOf: itemJson(node.parent) } : {}),
    data: partData(node),
    parts: [...onPage(node).slice(1), ...node.parts.filter((part) => part.home === part)].map(itemJson),
    links: linksFromPage(graph, node).map((link) => linkJson(link, link.to, link.verb)),
    linkedFrom: linksToPage(graph, node).map((link) => ({ ...linkJson(link, link.from, link.reverse), place: link.to.citation })),
  }
}

/** An evaluation: for each claim its outcome, force with reasons, open facts and arguments. */
export const evaluationJson = ({ situation, choices, claims }: Evaluation) => ({
  state: situation.state.record.id,
  date: situation.date,
  accept: [...choices.accept].sort(),
  reject: [...choices.reject].sort(),
  claims: Object.fromEntries(
    [...claims].map(([id, { outcome, why, force, reasons, openFacts, arguments: list }]) => [
      id,
      {
        outcome,
        why: inEnglish(why),
        force,
        reasons: reasons.map(inEnglish),
        openFacts,
        arguments: list.map((argument) => ({ ...argument, reasons: argument.reasons.map(inEnglish) })),
      },
    ]),
  ),
})

/** A fault as RFC 9457 has it. */
export interface ProblemDetails {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly [extra: string]: unknown
}

const TITLES: Readonly<Record<number, string>> = {
  301: message('Moved Permanently'),
  300: message('More than one meaning'),
  400: message('Bad Request'),
  404: message('Not Found'),
  405: message('Method Not Allowed'),
  410: message('Gone'),
  414: message('URI Too Long'),
  500: message('Internal Server Error'),
}

export const problemDetails = (status: number, detail: string, extra: object = {}): ProblemDetails => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'Error',
  status,
  detail,
  ...extra,
})
