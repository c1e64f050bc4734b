/** A node of the graph into the model of its page: shared parts, and what its view needs besides. */
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, partData } from '../../graph/node.ts'
import { follow, linkedBy } from '../../graph/questions.ts'
import type { Argument } from '../../kinds/argument.ts'
import type { CounterArgument } from '../../kinds/counter-argument.ts'
import type { Interpretation } from '../../kinds/interpretation.ts'
import type { Citation, Kind } from '../../kinds/kind.ts'
import type { Norm } from '../../kinds/norm.ts'
import type { Participation } from '../../kinds/participation.ts'
import type { Claim, Statement } from '../../kinds/statement.ts'
import type { Article } from '../../kinds/treaty.ts'
import { type Prose, proseOf } from '../markdown.ts'
import { unDocument } from '../urls.ts'
import { argumentsFor, argumentView } from './argument.ts'
import { authorities, authority } from './authority.ts'
import { days } from './days.ts'
import { fieldsOf } from './fields.ts'
import { crumbsOf, frame, type Heading } from './frame.ts'
import { backlinks, forwardLinks } from './links.ts'
import { actsOfRespondents, actsOfState } from './participation.ts'
import { listedClaims, segments, wordsOf } from './statement.ts'

interface Extra {
  readonly heading?: string
  readonly sections?: readonly Heading[]
  readonly [key: string]: unknown
}

type Presenter = (graph: Graph, node: GraphNode) => Extra

const present = (...sections: [boolean, string, string][]): Heading[] =>
  sections.flatMap(([shown, id, text]) => (shown ? [{ id, text }] : []))

const siblings = (node: GraphNode) => {
  const all = (node.parent?.parts ?? []).filter((part) => part.outline.page)
  const at = all.indexOf(node)
  return { previous: all[at - 1], next: all[at + 1] }
}

const presentStatement: Presenter = (_graph, node) => {
  const data = node.record.data as Statement
  return {
    paragraphs: segments(node),
    claims: listedClaims(node),
    sections: present(
      [true, 'text', 'Text'],
      [true, 'claims', 'Claims in order'],
      [data.annotations !== undefined, 'annotations', 'Where it is imprecise'],
      [data.unverified !== undefined, 'unverified', 'Not yet verified'],
    ),
  }
}

const presentClaim: Presenter = (graph, node) => {
  const claim = partData(node) as Claim
  const statement = node.record.data as Statement
  const args = argumentsFor(graph, node)
  const counters = [
    ...new Set([
      ...args.flatMap((item) => item.objections.map((objection) => objection.node)),
      ...linkedBy(graph, node, 'bears on'),
      ...(claim.counters ?? []).flatMap((counter) => follow(graph, counter) ?? []),
    ]),
  ].sort((a, b) => (a.citation < b.citation ? -1 : 1))
  const parts = (node.parent?.parts ?? []).filter((part) => (partData(part) as Claim).parent === claim.id)
  const rules = authorities(graph, claim.rules)
  const passages = authorities(graph, claim.interpretations)
  const contrary = authorities(graph, claim.contrary)
  return {
    heading: claim.title,
    claim,
    words: wordsOf(statement, claim),
    whole: node.parent?.parts.find((part) => part.citation === claim.parent),
    parts,
    arguments: args,
    counters: counters.map((counter) => ({
      node: counter,
      data: counter.record.data as CounterArgument,
      attacks: args.flatMap((item) =>
        item.objections.filter((objection) => objection.node === counter).map((objection) => ({ argument: item.node, objection })),
      ),
    })),
    rules,
    passages,
    contrary,
    ...siblings(node),
    sections: present(
      [claim.mustShow !== undefined, 'show', 'What must be shown'],
      [parts.length > 0, 'parts', 'Its parts'],
      [args.length > 0, 'arguments', 'Arguments'],
      [rules.length + passages.length + contrary.length > 0, 'authorities', 'Authorities'],
      [counters.length > 0, 'other-side', 'The other side'],
      [claim.evidence !== undefined || claim.against !== undefined, 'evidence', 'Evidence'],
      [claim.wording !== undefined, 'wording', 'Careful wording'],
      [claim.notes !== undefined, 'notes', 'Notes'],
      [true, 'linked', 'Linked from'],
    ),
  }
}

const presentTreaty: Presenter = (graph, node) => {
  const acts = actsOfRespondents(graph, node)
  return {
    acts,
    sections: present(
      [true, 'data', 'The treaty'],
      [true, 'articles', 'Articles'],
      [acts.length > 0, 'participation', 'Participation'],
      [true, 'linked', 'Linked from'],
    ),
  }
}

const presentArticle: Presenter = (graph, node) => {
  const acts = node.parent ? actsOfRespondents(graph, node.parent) : []
  const article = partData(node) as Article
  return {
    article,
    paragraphNodes: node.parts,
    acts,
    ...siblings(node),
    sections: present([true, 'text', 'Text'], [acts.length > 0, 'participation', 'Participation'], [true, 'linked', 'Linked from']),
  }
}

const presentNorm: Presenter = (graph, node) => {
  const data = node.record.data as Norm
  const forms = data.forms.map((form) => {
    const cited = (list: typeof form.for) =>
      (list ?? []).flatMap((item) => {
        const found = follow(graph, item.cite)
        return found ? [{ ...authority(found), says: item.says, grade: item.grade }] : []
      })
    return { ...form, cited: { for: cited(form.for), against: cited(form.against) } }
  })
  const children = linkedBy(graph, node, 'is a form of')
  const applied = linkedBy(graph, node, 'applies')
  return {
    forms,
    children,
    whole: data.formOf ? follow(graph, data.formOf) : undefined,
    provisions: authorities(graph, data.provisions),
    related: authorities(graph, data.related),
    claims: [
      ...new Set([
        ...linkedBy(graph, node, 'rests on').filter((from) => from.kind === 'claim'),
        ...applied.flatMap((argument) => follow(graph, (argument.record.data as Argument).concludes) ?? []),
      ]),
    ],
    sections: present(
      [true, 'definition', 'Definition'],
      [true, 'test', 'The test'],
      [children.length > 0, 'forms-of', 'Its forms'],
      [true, 'sources', 'Where it comes from'],
      [data.topics !== undefined, 'topics', 'More on it'],
      [true, 'mistakes', 'Common mistakes'],
      [true, 'linked', 'Linked from'],
    ),
  }
}

const presentInterpretation: Presenter = (graph, node) => {
  const data = node.record.data as Interpretation
  return {
    passageNodes: node.parts,
    successor: data.supersededBy ? follow(graph, data.supersededBy) : undefined,
    official: data.address ?? (data.symbol ? unDocument(data.symbol) : undefined),
    sections: present(
      [true, 'gist', 'What it is'],
      [data.passages !== undefined, 'passages', 'Passages'],
      [data.limits !== undefined, 'limits', 'Limits'],
      [data.unverified !== undefined, 'unverified', 'Not yet verified'],
      [true, 'linked', 'Linked from'],
    ),
  }
}

const presentArgument: Presenter = (graph, node) => {
  const data = node.record.data as Argument
  const view = argumentView(graph, node)
  return {
    argument: view,
    claim: follow(graph, data.concludes),
    rules: authorities(graph, data.warrant.rules),
    norm: data.warrant.norm ? follow(graph, data.warrant.norm) : undefined,
    backing: authorities(graph, data.backing),
    sections: present(
      [true, 'premises', 'Premises'],
      [true, 'objections', 'Objections and answers'],
      [true, 'backing', 'Warrant and backing'],
      [true, 'linked', 'Linked from'],
    ),
  }
}

const presentCounter: Presenter = (graph, node) => {
  const data = node.record.data as CounterArgument
  const attacks = data.attacks.map((attack) => {
    const target = follow(graph, attack.on)
    const claim = target ? follow(graph, (target.record.data as Argument).concludes) : undefined
    return { attack, target, claim, answers: data.answers.filter((item) => attack.answers.includes(item.id)) }
  })
  return {
    attacks,
    sections: present(
      [true, 'objection', 'The objection'],
      [true, 'premises', 'Premises'],
      [true, 'attacks', 'What it attacks'],
      [true, 'answers', 'Answers'],
      [true, 'linked', 'Linked from'],
    ),
  }
}

const presentState: Presenter = (graph, node) => {
  const acts = actsOfState(graph, node)
  return { acts, sections: present([acts.length > 0, 'participation', 'Treaties'], [true, 'linked', 'Linked from']) }
}

const presentParticipation: Presenter = (graph, node) => {
  const data = node.record.data as Participation
  const named = (citation: Citation) => follow(graph, citation)
  return {
    treaty: named(data.treaty),
    rows: data.states.map((row) => ({ row, state: named(row.state) })),
    reservationRows: (data.reservations ?? []).map((row) => ({
      row,
      state: named(row.state),
      provision: row.provision ? named(row.provision) : undefined,
    })),
    sections: present([true, 'states', 'States'], [data.reservations !== undefined, 'reservations', 'Reservations and declarations']),
  }
}

const presentRecord: Presenter = (graph, node) => ({ fields: fieldsOf(graph, node), sections: [{ id: 'linked', text: 'Linked from' }] })

/** What a view needs besides the shared parts; a kind whose view is not here shows every field. */
const PRESENTERS: Readonly<Record<string, Presenter>> = {
  statement: presentStatement,
  claim: presentClaim,
  treaty: presentTreaty,
  article: presentArticle,
  norm: presentNorm,
  interpretation: presentInterpretation,
  argument: presentArgument,
  'counter-argument': presentCounter,
  state: presentState,
  participation: presentParticipation,
  record: presentRecord,
}

/** Helpers that every view of a node may call. */
export interface Helpers extends Prose {
  cite(citation: Citation): { url: string; title: string } | undefined
  day(date: string | undefined): string
  authorities(citations: readonly Citation[] | undefined): ReturnType<typeof authorities>
}

/** Helpers bound to a graph. */
export function helpersOf(graph: Graph): Helpers {
  return {
    ...proseOf(graph),
    cite: (citation) => {
      const node = follow(graph, citation)
      return node ? { url: node.address, title: node.title } : undefined
    },
    day: days,
    authorities: (citations) => authorities(graph, citations),
  }
}

/** The model of a node's own page. */
export function presentNode(graph: Graph, kinds: readonly Kind[], helpers: Helpers, node: GraphNode): object {
  const view = node.outline.view ?? 'record'
  const extra = (PRESENTERS[view] ?? presentRecord)(graph, node)
  return {
    ...helpers,
    ...extra,
    ...frame(graph, kinds, { view, heading: node.title, path: node.address, crumbs: crumbsOf(node), sections: extra.sections ?? [] }),
    title: extra.heading ?? node.title,
    node,
    data: node.record.data,
    kind: node.record.kind,
    backlinks: backlinks(graph, node),
    forwardLinks: forwardLinks(graph, node),
  }
}
