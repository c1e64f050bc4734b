/** How a norm binds a State on a day: each treaty provision by itself, and custom as custom; never one status for the whole. */
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import { follow } from '../graph/questions.ts'
import type { Norm } from '../kinds/norm.ts'
import { type Binding, bindingOf } from './binding.ts'
import { type Sentence, sentence } from './sentence.ts'

type Form = Norm['forms'][number]

export interface CustomAnswer {
  readonly form: 'custom' | 'peremptory'
  /** `contested` where the record names authorities or positions that deny it; one that only narrows it does not make it so. */
  readonly answer: 'binds so far as it is custom' | 'binds so far as it is peremptory' | 'contested'
  /** Sentences one after the other. */
  readonly said: readonly Sentence[]
  readonly authoritiesFor: number
  readonly authoritiesAgainst: number
  /** Those among them that deny the norm. */
  readonly denials: number
}

export interface NormBinding {
  readonly norm: GraphNode
  readonly state: GraphNode
  readonly date: string
  readonly provisions: readonly Binding[]
  readonly custom: readonly CustomAnswer[]
}

const counted = (...lists: (readonly unknown[] | undefined)[]) => lists.reduce((sum, list) => sum + (list?.length ?? 0), 0)

const AS: Readonly<Record<CustomAnswer['form'], Sentence>> = {
  custom: sentence(
    'Custom binds every State, without an act of consent, so far as the rule is custom; one that objected persistently while it was forming may be free.',
  ),
  peremptory: sentence('A peremptory norm binds every State and allows no derogation (as reflected in VCLT art 53), so far as it is one.'),
}

const against = (form: Form, all: number, denials: number): Sentence => {
  if (denials > 0)
    return sentence('Authorities or positions that deny it are recorded, so the answer is contested: the record sets out both sides.')
  if (all > 0)
    return sentence('What is recorded against it goes to its content, its reach or its use here, and does not deny that it exists.')
  return form.noneFound ? sentence('Authority against it was looked for and not found.') : sentence('No authority against it is recorded.')
}

function customAnswer(form: Form): CustomAnswer[] {
  if (form.form !== 'custom' && form.form !== 'peremptory') return []
  const authoritiesAgainst = counted(form.against, form.alsoAgainst)
  const denials = [...(form.against ?? []), ...(form.alsoAgainst ?? [])].filter((item) => !item.narrows).length
  return [
    {
      form: form.form,
      answer: denials > 0 ? 'contested' : form.form === 'custom' ? 'binds so far as it is custom' : 'binds so far as it is peremptory',
      said: [AS[form.form], against(form, authoritiesAgainst, denials), sentence('Since when it has been so is not computed.')],
      authoritiesFor: counted(form.for, form.alsoFor),
      authoritiesAgainst,
      denials,
    },
  ]
}

/** Binding of each provision that lays a norm down, and what there is to say of it as custom. */
export function bindingOfNorm(graph: Graph, norm: GraphNode, state: GraphNode, date: string): NormBinding {
  const data = norm.record.data as Norm
  return {
    norm,
    state,
    date,
    provisions: (data.provisions ?? []).flatMap((citation) => {
      const node = follow(graph, citation)
      return node ? [bindingOf(graph, node, state, date)] : []
    }),
    custom: data.forms.flatMap(customAnswer),
  }
}
