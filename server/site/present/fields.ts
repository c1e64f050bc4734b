/** Every field of a record as a reader sees it, for kinds that have no view of their own. */
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, partData } from '../../graph/node.ts'
import { follow } from '../../graph/questions.ts'
import { Citation } from '../../kinds/kind.ts'

export interface Field {
  readonly label: string
  readonly values: readonly { readonly text: string; readonly url: string | undefined }[]
}

const spaced = (key: string) =>
  key.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`).replace(/^./u, (letter) => letter.toUpperCase())

function flatten(graph: Graph, value: unknown): Field['values'] {
  if (value instanceof Citation) return [{ text: value.text, url: follow(graph, value)?.address }]
  if (Array.isArray(value)) return value.flatMap((item) => flatten(graph, item))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, item]) =>
      flatten(graph, item).map(({ text, url }) => ({ text: `${spaced(key)}: ${text}`, url })),
    )
  return value === undefined ? [] : [{ text: String(value), url: undefined }]
}

/** Fields in the order of the record. */
export const fieldsOf = (graph: Graph, node: GraphNode): Field[] =>
  Object.entries(partData(node) as object).map(([key, value]) => ({ label: spaced(key), values: flatten(graph, value) }))
