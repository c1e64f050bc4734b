/** How treaties are listed: when they were adopted and came into force, how many parties are recorded, whether they bind the respondent. */
import { actsOf, tableOf } from '../../argument/acts.ts'
import { bindingOf } from '../../argument/binding.ts'
import type { Situation } from '../../argument/framework.ts'
import { limitsOn } from '../../argument/reservation.ts'
import type { GraphNode } from '../../graph/node.ts'
import type { Participation } from '../../kinds/participation.ts'
import type { Treaty } from '../../kinds/treaty.ts'
import { baselineOf, type Site } from '../site.ts'
import { type Answered, answered } from './binding.ts'
import { type Grouping, inGroups, type ListAsk } from './grouping.ts'
import { isParty } from './party-table.ts'
import { term } from './terms.ts'

const adoptedOn = (node: GraphNode) => (node.record.data as Treaty).adopted

/** Those of one day stay in the order of their ids, which puts a protocol behind its convention. */
const byDay = (a: GraphNode, b: GraphNode) => Number(adoptedOn(a) > adoptedOn(b)) - Number(adoptedOn(a) < adoptedOn(b))

/** Whether a treaty binds the respondent; a treaty binds as a whole, so the answer says if reservations or declarations to parts of it are in force. */
function answerFor({ graph, language }: Site, treaty: GraphNode, { state, date }: Situation): Answered {
  const binding = bindingOf(graph, treaty, state, date)
  const answer = answered(binding, language)
  const isLimited = actsOf(graph, treaty, state)?.reservations.some((item) => limitsOn(item, date))
  if (binding.status !== 'bound' || binding.since === undefined || !isLimited) return answer
  return { ...answer, more: language.t('since {day}, with reservations or declarations', { day: language.day(binding.since) }) }
}

/** Treaties, declarations and other texts, the oldest first. */
export function groupTreaties({ site, nodes }: ListAsk): Grouping {
  const { language } = site
  const { day } = language
  const situation = baselineOf(site)?.situation
  const item = (node: GraphNode) => {
    const data = node.record.data as Treaty
    const table = tableOf(site.graph, node)
    const participation = table?.record.data as Participation | undefined
    const answer = situation && data.form === 'treaty' ? answerFor(site, node, situation) : undefined
    return {
      url: node.address,
      text: data.citedAs,
      title: data.title,
      node,
      row: {
        adopted: day(data.adopted),
        inForce: data.inForce && day(data.inForce),
        parties: table &&
          participation && {
            url: table.address,
            text: String(participation.states.filter(isParty).length),
            asOf: day(participation.asOf),
          },
        answer: answer && { ...answer, url: `${node.address}#binding` },
      },
    }
  }
  const groups = inGroups([...nodes].sort(byDay), (node) => node.record.kind.group?.(node.record.data) ?? '')
  const first = (heading: string) => (heading === 'Treaties' ? 0 : 1)
  return {
    groups: groups
      .sort(([a], [b]) => first(a) - first(b))
      .map(([heading, list]) => ({ heading: term(language, heading), as: 'table', items: list.map(item) })),
  }
}
