/** Norms. */
import type { GraphNode } from '../../graph/node.ts'
import { follow, linkedBy } from '../../graph/questions.ts'
import type { Norm } from '../../kinds/norm.ts'
import { type Language, message } from '../language.ts'
import { authorities, authority } from './authority.ts'
import { claimsOn, readersOf } from './bearing.ts'
import { normPanel } from './binding.ts'
import { type Presenter, present } from './presenter.ts'
import { readingUrl } from './what-if.ts'

export const FORMS: Readonly<Record<Norm['forms'][number]['form'], string>> = {
  treaty: message('treaty law'),
  interpretation: message('interpretation of treaties'),
  custom: message('custom'),
  peremptory: message('peremptory norm'),
  declaration: message('declarations'),
}

/** Forms that somebody is recorded to deny, not only to narrow. That a treaty lays a norm down is not what the objections there put in question. */
const disputedForms = ({ forms }: Norm, { t }: Language) =>
  forms
    .map(({ form, against = [], alsoAgainst = [] }) => ({
      form,
      count: [...against, ...alsoAgainst].filter(({ narrows }) => !narrows).length,
    }))
    .filter(({ form, count }) => form !== 'treaty' && count > 0)
    .map(({ form, count }) => ({ url: `#as-${form}`, text: t('{form} ({count} against)', { form: t(FORMS[form]), count }) }))

const alphabet = new Intl.Collator('en')

/** Norms in their own order, those without a place last. */
export function inOrder(norms: readonly GraphNode[]): GraphNode[] {
  const place = (node: GraphNode) => (node.record.data as Norm).order ?? Number.POSITIVE_INFINITY
  return [...norms].sort((a, b) => (place(a) === place(b) ? alphabet.compare(a.title, b.title) : place(a) - place(b)))
}

/** A norm: its forms with authorities on both sides, and the claims that lead to it. */
export const presentNorm: Presenter = (graph, node, view, language) => {
  const { t } = language
  const data = node.record.data as Norm
  const forms = data.forms.map((form) => {
    const cited = (list: typeof form.for) =>
      (list ?? []).flatMap((item) => {
        const found = follow(graph, item.cite)
        return found ? [{ ...authority(found), says: item.says, grade: item.grade }] : []
      })
    return { ...form, cited: { for: cited(form.for), against: cited(form.against) } }
  })
  const children = inOrder(linkedBy(graph, node, 'is a form of')).map((child) => ({
    node: child,
    panel: normPanel(graph, child, view, language),
  }))
  const panel = normPanel(graph, node, view, language)
  const readers = readersOf(graph, node)
  return {
    panel,
    forms,
    disputed: disputedForms(data, language),
    children,
    whole: data.formOf ? follow(graph, data.formOf) : undefined,
    provisions: authorities(graph, data.provisions),
    related: authorities(graph, data.related),
    claims: claimsOn(graph, node, view),
    readers,
    mapUrl: view && readingUrl(`${node.address}/map`, view.parameters),
    sections: present(
      [true, 'definition', t('Definition')],
      [true, 'test', t('The test')],
      [children.length > 0, 'forms-of', t('Its forms')],
      [true, 'sources', t('Where it comes from')],
      [panel !== undefined, 'binding', t('Binding')],
      [data.topics !== undefined, 'topics', t('More on it')],
      [true, 'mistakes', t('Common mistakes')],
      [true, 'use', t('How do I use this?')],
      [readers.length > 0, 'readers', t('Who interprets it')],
      [true, 'linked', t('Linked from')],
    ),
  }
}
