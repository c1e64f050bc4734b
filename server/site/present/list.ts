/** The list of a kind: its records in groups, each with a line that helps to choose; how a kind is listed stands in the files beside. */
import { recordsOf } from '../../graph/questions.ts'
import type { Kind } from '../../kinds/kind.ts'
import { baselineOf, type Site } from '../site.ts'
import { frame } from './frame.ts'
import { type Grouping, inGroups, itemOf, type ListAsk } from './grouping.ts'
import { groupInterpretations } from './list-interpretations.ts'
import { groupTreaties } from './list-treaties.ts'
import { groupArguments, groupCounters, groupNorms, groupStates, groupTerms } from './lists.ts'

function groupByKind({ site, nodes }: ListAsk): Grouping {
  const groups = inGroups(nodes, (node) => node.record.kind.group?.(node.record.data) ?? '')
  return { groups: groups.map(([heading, items]) => ({ heading: site.language.t(heading), items: items.map(itemOf) })) }
}

const GROUPINGS: Readonly<Record<string, (ask: ListAsk) => Grouping>> = {
  treaty: groupTreaties,
  norm: groupNorms,
  interpretation: groupInterpretations,
  argument: groupArguments,
  'counter-argument': groupCounters,
  state: groupStates,
  term: groupTerms,
}

/** More headings than these are no help beside the list. */
const MAX_SECTIONS = 14

/** The model of the list of a kind. */
export function presentList(site: Site, kind: Kind, by?: string): { readonly view: string } & Record<string, unknown> {
  const path = `/${kind.folder}`
  const nodes = recordsOf(site.graph, kind.name)
  const grouping = (GROUPINGS[kind.name] ?? groupByKind)({ site, nodes, by })
  const sections = grouping.groups.map(({ heading }, at) => ({ id: `g${at}`, text: heading }))
  const situation = baselineOf(site)?.situation
  return {
    ...site.helpers,
    ...frame(site, {
      view: 'list',
      heading: site.language.t(kind.label.many),
      path,
      crumbs: [{ url: path, text: site.language.t(kind.label.many) }],
      sections: sections.length > MAX_SECTIONS ? [] : sections,
    }),
    kind,
    situation,
    ...grouping,
  }
}
