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
import { type Language, link } from '../language.ts'
import { baselineOf } from '../site.ts'
import { replyOf } from './argument.ts'
import { type Grouping, inGroups, itemOf, type ListAsk, type ListGroup } from './grouping.ts'
import { titleIn } from './names.ts'
import { FORMS, inOrder } from './norm.ts'
import { term } from './terms.ts'

const firstSentence = (text: string) => /^.+?[.?!](?=\s|$)/su.exec(text)?.[0] ?? text

/** A form of a norm, marked where authorities against it are recorded; that a treaty lays it down is not what they put in question. */
const formIn = ({ t }: Language, { form, against, alsoAgainst }: Norm['forms'][number]) =>
  form !== 'treaty' && (against || alsoAgainst) ? t('{form} (for and against)', { form: t(FORMS[form]) }) : t(FORMS[form])

/** Norms by family, each with the forms in which it is said to exist and what it demands. */
export function groupNorms({ site, nodes }: ListAsk): Grouping {
  const { t } = site.language
  const item = (node: GraphNode) => {
    const data = node.record.data as Norm
    const forms = [...new Set(data.forms.map((form) => formIn(site.language, form)))]
    return {
      ...itemOf(node),
      of: forms.join(', '),
      line: site.helpers.lineHtml(firstSentence(data.definition)),
      grade: data.grade,
      sub: data.formOf !== undefined,
    }
  }
  const groups = inGroups(inOrder(nodes), (node) => (node.record.data as Norm).family)
  return {
    groups: groups.map(([heading, norms]) => ({ heading: term(site.language, heading), items: norms.map(item) })),
    note: t(
      'Behind each name stand the sources from which the norm is said to come, with “for and against” where authorities against a reading, a custom or a rank are recorded; its page names those on both sides.',
    ),
  }
}

/** Arguments under the claims for which they argue, in the order of the statements. */
export function groupArguments({ site, nodes }: ListAsk): Grouping {
  const item = (node: GraphNode) => {
    const { id, warrant, scheme } = node.record.data as Argument
    return { url: node.address, text: `${id}: ${warrant.text}`, of: term(site.language, scheme) }
  }
  const groups = recordsOf(site.graph, 'statement').flatMap((statement) =>
    statement.parts.flatMap((claim, at): ListGroup[] => {
      const items = linkedBy(site.graph, claim, 'argues for').map(item)
      const heading = (statement.record.data as Statement).claims[at]?.title ?? claim.title
      return items.length > 0 ? [{ heading, isWritten: true, id: claim.citation, url: claim.address, items }] : []
    }),
  )
  const listed = new Set(groups.flatMap((group) => group.items.map(({ url }) => url)))
  const others = nodes.filter((node) => !listed.has(node.address)).map(item)
  return { groups: others.length > 0 ? [...groups, { heading: site.language.t('Other arguments'), items: others }] : groups }
}

/** Objections, each with the claims whose arguments it attacks and how far the attacks are answered. */
export function groupCounters({ site, nodes }: ListAsk): Grouping {
  const { t, rich, list } = site.language
  const inText = recordsOf(site.graph, 'statement').flatMap((statement) => statement.parts)
  const item = (node: GraphNode) => {
    const data = node.record.data as CounterArgument
    const claims = new Set(
      data.attacks.flatMap(({ on }) => {
        const target = follow(site.graph, on)
        return target ? [(target.record.data as Argument).concludes.text] : []
      }),
    )
    const replies = data.attacks.map(({ answers }) => replyOf(data.answers.filter(({ id }) => answers.includes(id))))
    const count = (reply: (typeof replies)[number]) => replies.filter((one) => one === reply).length
    const told = [
      count('met') > 0 ? t('{count} answered', { count: count('met') }) : [],
      count('in part') > 0 ? t('{count} answered in part', { count: count('in part') }) : [],
      count('open') > 0 ? t('{count} not answered', { count: count('open') }) : [],
    ].flat()
    const linked = inText.filter(({ citation }) => claims.has(citation)).map(({ address, citation }) => link(address)(citation))
    return {
      ...itemOf(node),
      line: rich('{count, plural, one {# attack} other {# attacks}} on arguments for {claims}: {replies}.', {
        count: data.attacks.length,
        claims: { html: list(linked) },
        replies: told.join(', '),
      }),
      marks: data.hypothetical ? [data.raised ? t('In part hypothetical') : t('Hypothetical')] : [],
    }
  }
  return {
    groups: [{ heading: '', items: nodes.map(item) }],
    note: t(
      'Answered: a reply disposes of the attack. In part: a reply meets it and leaves something open. Hypothetical: nobody was found who raised it in this matter.',
    ),
  }
}

/** States by name, each with the number of treaties that bind it on the day of the events. */
export function groupStates({ site, nodes }: ListAsk): Grouping {
  const { language } = site
  const date = baselineOf(site)?.situation.date
  const bound = new Map<GraphNode, number>()
  for (const table of recordsOf(site.graph, 'participation')) {
    for (const row of (table.record.data as Participation).states) {
      const state = follow(site.graph, row.state)
      if (state && date && statusOn(row, date).status === 'bound') bound.set(state, (bound.get(state) ?? 0) + 1)
    }
  }
  const states = nodes.map((node) => ({ node, name: titleIn(language, node) })).sort((a, b) => language.compare(a.name, b.name))
  const tables = recordsOf(site.graph, 'participation').length
  return {
    groups: [
      {
        heading: '',
        as: 'columns',
        items: states.map(({ node, name }) => ({
          url: node.address,
          text: name,
          node,
          of: date ? String(bound.get(node) ?? 0) : undefined,
        })),
      },
    ],
    ...(date
      ? {
          note: language.t('The number is that of the treaties, of {count} with a table of participation, that bind it on {day}.', {
            count: tables,
            day: language.day(date),
          }),
        }
      : {}),
  }
}

/** Terms of art in the order of the alphabet, each with its definition. */
export function groupTerms({ site, nodes }: ListAsk): Grouping {
  const item = (node: GraphNode) => {
    const { term: text, definition, grade } = node.record.data as Term
    return { url: node.address, text, node, line: site.helpers.lineHtml(definition), grade }
  }
  return { groups: [{ heading: '', items: nodes.map(item).sort((a, b) => site.language.compare(a.text, b.text)) }] }
}
