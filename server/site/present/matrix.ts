/** Instrument by State on one day: which treaty binds which State, and since which year. */
import { actsOf } from '../../argument/acts.ts'
import { bindingOf } from '../../argument/binding.ts'
import { type GraphNode, rootOf } from '../../graph/node.ts'
import { recordsOf } from '../../graph/questions.ts'
import type { Site } from '../site.ts'
import { baselineOf } from '../site.ts'
import { withQuery } from '../urls.ts'
import { surveyedStates } from './ask-form.ts'
import { answered } from './binding.ts'
import { frame } from './frame.ts'

export const MATRIX = '/binding'

/** The model of the matrix on a day; none, where no statement gives a day and none is asked. */
export function presentMatrix(site: Site, asked?: string): ({ readonly view: string } & Record<string, unknown>) | undefined {
  const { graph, language } = site
  const { t } = language
  const standard = baselineOf(site)?.situation
  const date = asked ?? standard?.date
  if (standard === undefined || date === undefined) return undefined
  const surveyed = surveyedStates(graph)
  const states = surveyed.length > 0 ? surveyed : [standard.state]
  const day = date === standard.date ? undefined : date
  const urlOf = (address: string, state: GraphNode) =>
    `${withQuery(address, { state: state === standard.state ? undefined : state.record.id, date: day })}#binding`
  const rows = recordsOf(graph, 'treaty')
    .filter((treaty) => actsOf(graph, treaty, standard.state) !== undefined)
    .map((treaty) => ({
      treaty,
      cells: states.map((state) => {
        const binding = bindingOf(graph, treaty, state, date)
        const year = binding.status === 'bound' ? binding.since?.slice(0, 4) : undefined
        return { state, url: urlOf(rootOf(treaty).address, state), answer: answered(binding, language), year }
      }),
    }))
  return {
    ...site.helpers,
    ...frame(site, {
      view: 'binding',
      heading: t('Which treaty binds which State'),
      path: MATRIX,
      crumbs: [
        { url: '/treaties', text: t('Treaties') },
        { url: MATRIX, text: t('Binding') },
      ],
      hasApi: false,
    }),
    date,
    standardDate: day === undefined ? undefined : standard.date,
    states: states.map((state) => ({ node: state, url: withQuery(state.address, { date: day }) })),
    rows,
  }
}
