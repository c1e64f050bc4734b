/** A State: what binds it on a day and since when, with what reservations, and which procedures it accepts. */
import { type Acts, actsOf } from '../../argument/acts.ts'
import { type Binding, bindingOf } from '../../argument/binding.ts'
import { proceduresOf } from '../../argument/procedures.ts'
import { isInForce } from '../../argument/reservation.ts'
import type { Graph } from '../../graph/link.ts'
import type { GraphNode } from '../../graph/node.ts'
import { recordsOf } from '../../graph/questions.ts'
import type { Language } from '../language.ts'
import { type Answered, answered, shownProcedures, withReading } from './binding.ts'
import { type Presenter, present } from './presenter.ts'
import { timelineOf } from './timeline.ts'

interface TreatyLine {
  readonly treaty: GraphNode
  readonly url: string
  readonly answer: Answered
  readonly acts: Acts
  /** Reservations and declarations, each with whether it is in force on the day. */
  readonly reservations: readonly { readonly row: Acts['reservations'][number]['row']; readonly inForce: boolean }[]
}

const isBound = ({ status }: Binding) => status === 'bound' || status === 'bound with reservation'

/** What the page says first: party to these, signatory of those, complaints accepted. */
function summaryOf(bindings: readonly Binding[], accepted: readonly string[], { t, list }: Language): string {
  const named = (some: readonly Binding[]) => list(some.map(({ provision }) => provision.citation))
  const parties = bindings.filter(isBound)
  const signed = bindings.filter(({ status }) => status === 'signed only')
  return [
    parties.length > 0 ? t('Party to {treaties}.', { treaties: named(parties) }) : t('Party to none of the treaties recorded here.'),
    signed.length > 0 ? t('Signatory only of {treaties}.', { treaties: named(signed) }) : '',
    accepted.length > 0
      ? t('It accepts individual complaints under {provisions}.', { provisions: list(accepted) })
      : t('No acceptance of individual complaints is recorded.'),
  ]
    .filter(Boolean)
    .join(' ')
}

const tablesOf = (graph: Graph) => recordsOf(graph, 'treaty')

/** The page of a State on the day of the reading. */
export const presentState: Presenter = (graph, node, view, language) => {
  const { t } = language
  if (view === undefined) return { sections: present([true, 'linked', t('Linked from')]) }
  const { date } = view.evaluation.situation
  const parameters = { ...view.parameters, state: view.baseline.situation.state === node ? undefined : node.record.id }
  const lines = tablesOf(graph).flatMap((treaty) => {
    const acts = actsOf(graph, treaty, node)
    return acts ? [{ acts, treaty, binding: bindingOf(graph, treaty, node, date) }] : []
  })
  const competences = proceduresOf(graph, node, date)
  const complaints = competences.filter(({ procedure, outcome }) => procedure.kind === 'individual complaints' && outcome === 'accepted')
  return {
    date,
    isOtherDay: view.parameters.date !== undefined,
    standardDate: view.baseline.situation.date,
    summary: summaryOf(
      lines.map(({ binding }) => binding),
      complaints.map(({ procedure }) => procedure.at),
      language,
    ),
    lines: lines.map(
      ({ acts, treaty, binding }): TreatyLine => ({
        treaty,
        url: withReading(`${treaty.address}#binding`, parameters),
        answer: answered(binding, language),
        acts,
        reservations: acts.reservations.map(({ row }) => ({ row, inForce: isInForce(row, date) })),
      }),
    ),
    timeline: timelineOf(
      lines.flatMap(({ acts, treaty }) =>
        acts.row ? [{ treaty: treaty.citation, url: withReading(`${treaty.address}#binding`, parameters), row: acts.row }] : [],
      ),
      date,
    ),
    procedures: shownProcedures(graph, competences, parameters, language),
    sections: present(
      [lines.length > 0, 'binding', t('What binds it')],
      [true, 'procedures', t('Who may hold it to that')],
      [true, 'linked', t('Linked from')],
    ),
  }
}
