/** Rules of the law of treaties that an answer about binding leans on, each with the article that says it. */
import { resolveCitation } from '../graph/citation.ts'
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import type { Treaty } from '../kinds/treaty.ts'
import { actsOf } from './acts.ts'
import { normsOf, type Reason, reason } from './reason.ts'
import { type Sentence, sentence } from './sentence.ts'

const find = (graph: Graph, citation: string): GraphNode | undefined => resolveCitation(graph.citations, citation).matches[0]

const ruleOf = (graph: Graph, said: Sentence, citation: string) => reason('rule', said, { address: find(graph, citation)?.address })

/**
 * Whether the Vienna Convention governs a treaty for a State: only if the treaty was concluded after the Convention had
 * entered into force for the State (VCLT art 4). Otherwise its rules apply as far as they are custom.
 */
function isUnderVienna(graph: Graph, treaty: GraphNode, state: GraphNode): boolean {
  const vienna = find(graph, 'VCLT')
  const row = vienna && actsOf(graph, vienna, state)?.row
  return row?.inForce !== undefined && row.inForce < (treaty.record.data as Treaty).adopted
}

/** VCLT art 18(a): what a signature alone entails, until a notice ends it. */
export function interimDuty(graph: Graph, treaty: GraphNode, state: GraphNode, notice: string | undefined): Reason[] {
  const { citedAs, adopted } = treaty.record.data as Treaty
  if (notice !== undefined) {
    const ended = sentence(
      'What a signatory owes until then, not to defeat the object and purpose of the treaty, ended when it made clear that it will not become a party (as reflected in VCLT art 18(a)). The signature leaves no duty under the treaty',
    )
    return [ruleOf(graph, ended, 'VCLT art 18(a)')]
  }
  const duty = sentence(
    'A State that has signed, but not consented to be bound, must not defeat the object and purpose of the treaty until it makes clear that it will not become a party. That is a thin duty: not each breach of a provision defeats object and purpose',
  )
  const basis = isUnderVienna(graph, treaty, state)
    ? ruleOf(graph, sentence('It follows from VCLT art 18(a)'), 'VCLT art 18(a)')
    : ruleOf(
        graph,
        sentence(
          'It applies as custom, as reflected in VCLT art 18: by VCLT art 4 the Vienna Convention does not reach {treaty}, concluded on {date}, before that Convention was in force for it',
          { treaty: citedAs, date: adopted },
        ),
        'VCLT art 4',
      )
  return [ruleOf(graph, duty, 'VCLT art 18'), basis]
}

/** VCLT art 34: what a treaty means for a State that is no party to it. */
export const thirdState = (graph: Graph): Reason =>
  ruleOf(
    graph,
    sentence('A treaty binds no State without its consent (VCLT art 34). A rule of custom with the same content is a matter of the norm'),
    'VCLT art 34',
  )

/** VCLT art 70: what a withdrawal leaves. */
export const afterWithdrawal = (graph: Graph): Reason =>
  ruleOf(
    graph,
    sentence('A withdrawal does not undo what arose from the treaty while it was in force for the State (VCLT art 70)'),
    'VCLT art 70',
  )

const NOT_TREATIES: Readonly<Record<Exclude<Treaty['form'], 'treaty'>, (treaty: string) => Sentence>> = {
  declaration: (treaty) =>
    sentence('{treaty} is a declaration: it binds no State as such. What of it is custom, and who disputes that, is a matter of the norm', {
      treaty,
    }),
  'ILC text': (treaty) =>
    sentence(
      '{treaty} is a text of the International Law Commission, not a treaty: it binds no State as such. What of it is custom, and who disputes that, is a matter of the norm',
      { treaty },
    ),
}

/** Why a declaration or an ILC text has no parties, and where to look for custom of the same content. */
export function notATreaty(graph: Graph, treaty: GraphNode, node: GraphNode): Reason[] {
  const { citedAs, adopted, form } = treaty.record.data as Treaty
  if (form === 'treaty') return []
  return [
    reason('act', sentence('Adopted, not opened to consent to be bound'), {
      date: adopted.length === 10 ? adopted : undefined,
      address: treaty.address,
    }),
    reason('rule', NOT_TREATIES[form](citedAs), {
      address: treaty.address,
    }),
    ...(node === treaty
      ? []
      : normsOf(graph, node).map((norm) => reason('rule', sentence('Norm: {norm}', { norm }), { address: norm.address }))),
  ]
}
