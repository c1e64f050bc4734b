/** How norms, arguments, counter-arguments and States are listed. */
import { statusOn } from '../../argument/binding.ts'
import type { GraphNode } from '../../graph/node.ts'
import { follow, linkedBy, recordsOf } from '../../graph/questions.ts'
import type { Argument } from '../../kinds/argument.ts'
import type { CounterArgument } from '../../kinds/counter-argument.ts'
import type { Norm } from '../../kinds/norm.ts'
import type { Participation } from '../../kinds/participation.ts'
import type { Statement } from '../../kinds/statement.ts'
import type { Term } from '../../kinds/term.ts'
import { baselineOf } from '../site.ts'
import { replyOf } from './argument.ts'
import { days } from './days.ts'
import { type Grouping, inGroups, itemOf, type ListAsk, type ListGroup } from './grouping.ts'
import { inOrder } from './norm.ts'

const alphabet = new Intl.Collator('en', { numeric: true })

const FORMS: Readonly<Record<Norm['forms'][number]['form'], string>> = {
  treaty: 'treaty law',
  interpretation: 'interpretation of treaties',
  custom: 'custom',
  peremptory: 'peremptory norm',
  declaration: 'declarations',
}

const firstSentence = (text: string) => /^.+?[.?!](?=\s|$)/su.exec(text)?.[0] ?? text

/** Norms by family, each with the forms in which it is said to exist and what it demands. */
export function groupNorms({ nodes }: ListAsk): Grouping {
  const item = (node: GraphNode) => {
    const data = node.record.data as Norm
    const forms = [...new Set(data.forms.map(({ form }) => FORMS[form]))]
    return {
      ...itemOf(node),
      of: forms.join(', '),
      line: firstSentence(data.definition),
      grade: data.grade,
      sub: data.formOf !== undefined,
    }
  }
  const groups = inGroups(inOrder(nodes), (node) => (node.record.data as Norm).family)
  return {
    groups: groups.map(([heading, norms]) => ({ heading, items: norms.map(item) })),
    note: 'Behind each name stand the sources from which the norm is said to come; its page names the authorities for and against each of them.',
  }
}

/** Arguments under the claims for which they argue, in the order of the statements. */
export function groupArguments({ site, nodes }: ListAsk): Grouping {
  const item = (node: GraphNode) => {
    const { id, warrant, scheme } = node.record.data as Argument
    return { url: node.address, text: `${id}: ${warrant.text}`, of: scheme }
  }
  const groups = recordsOf(site.graph, 'statement').flatMap((statement) =>
    statement.parts.flatMap((claim, at): ListGroup[] => {
      const items = linkedBy(site.graph, claim, 'argues for').map(item)
      const heading = (statement.record.data as Statement).claims[at]?.title ?? claim.title
      return items.length > 0 ? [{ heading, id: claim.citation, url: claim.address, items }] : []
    }),
  )
  const listed = new Set(groups.flatMap((group) => group.items.map(({ url }) => url)))
  const others = nodes.filter((node) => !listed.has(node.address)).map(item)
  return { groups: others.length > 0 ? [...groups, { heading: 'Other arguments', items: others }] : groups }
}

const REPLIES = [
  ['met', 'answered'],
  ['in part', 'answered in part'],
  ['open', 'not answered'],
] as const

const inWords = (names: readonly string[]) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`)

/** Objections, each with the claims whose arguments it attacks and how far the attacks are answered. */
export function groupCounters({ site, nodes }: ListAsk): Grouping {
  const inText = recordsOf(site.graph, 'statement').flatMap((statement) => statement.parts.map((claim) => claim.citation))
  const item = (node: GraphNode) => {
    const data = node.record.data as CounterArgument
    const claims = new Set(
      data.attacks.flatMap(({ on }) => {
        const target = follow(site.graph, on)
        return target ? [(target.record.data as Argument).concludes.text] : []
      }),
    )
    const replies = data.attacks.map(({ answers }) => replyOf(data.answers.filter(({ id }) => answers.includes(id))))
    const counts = REPLIES.map(([reply, word]) => ({ word, count: replies.filter((one) => one === reply).length }))
    const told = counts.filter(({ count }) => count > 0).map(({ word, count }) => `${count} ${word}`)
    return {
      ...itemOf(node),
      line: `${data.attacks.length} ${data.attacks.length === 1 ? 'attack' : 'attacks'} on arguments for ${inWords(inText.filter((claim) => claims.has(claim)).map((claim) => `[[${claim}]]`))}: ${told.join(', ')}.`,
      marks: data.hypothetical ? [data.raised ? 'In part hypothetical' : 'Hypothetical'] : [],
    }
  }
  return {
    groups: [{ heading: '', items: nodes.map(item) }],
    note: 'Answered: a reply disposes of the attack. In part: a reply meets it and leaves something open. Hypothetical: nobody was found who raised it in this matter.',
  }
}

/** States by name, each with the number of treaties that bind it on the day of the events. */
export function groupStates({ site, nodes }: ListAsk): Grouping {
  const date = baselineOf(site)?.situation.date
  const bound = new Map<GraphNode, number>()
  for (const table of recordsOf(site.graph, 'participation')) {
    for (const row of (table.record.data as Participation).states) {
      const state = follow(site.graph, row.state)
      if (state && date && statusOn(row, date).status === 'bound') bound.set(state, (bound.get(state) ?? 0) + 1)
    }
  }
  const states = [...nodes].sort((a, b) => alphabet.compare(a.title, b.title))
  const tables = recordsOf(site.graph, 'participation').length
  return {
    groups: [
      {
        heading: '',
        as: 'columns',
        items: states.map((node) => ({ url: node.address, text: node.title, of: date ? String(bound.get(node) ?? 0) : undefined })),
      },
    ],
    ...(date
      ? { note: `The number is that of the treaties, of ${tables} with a table of participation, that bind it on ${days(date)}.` }
      : {}),
  }
}

/** Terms of art in the order of the alphabet, each with its definition. */
export function groupTerms({ nodes }: ListAsk): Grouping {
  const item = (node: GraphNode) => {
    const { term, definition, grade } = node.record.data as Term
    return { url: node.address, text: term, line: definition, grade }
  }
  return { groups: [{ heading: '', items: nodes.map(item).sort((a, b) => alphabet.compare(a.text, b.text)) }] }
}
