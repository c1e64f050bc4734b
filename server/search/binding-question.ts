/** A question of binding in a reader's words: `does the ICCPR bind China`, `CAT art 3 Russia 2016-02-01`. */
import { findCited } from '../graph/citation.ts'
import type { Graph } from '../graph/link.ts'
import type { GraphNode } from '../graph/node.ts'
import { fold } from './tokenise.ts'
import { FUNCTION_WORDS } from './words.ts'

export interface BindingQuestion {
  readonly provision: GraphNode
  readonly state: GraphNode
  /** The day, where the question names one. */
  readonly date: string | undefined
}

/** Words in which people ask whether a treaty binds. A question with other words in it asks for something else. */
const OF_BINDING: ReadonlySet<string> = new Set(
  `acceded accession apply applies bind binding binds bound contracting force joined member obligation oblige obliged parties
  party ratification ratified ratify signatory signed state still treaty`.split(/\s+/u),
)

/** Words of the longest name of a State or a provision, and of a text that is read. */
const MAX_NAME = 8
const MAX_WORDS = 16

interface Run {
  readonly node: GraphNode
  readonly rest: readonly (readonly string[])[]
}

/** The longest run of words that cites one node that fits, and the words on both sides of it. */
function runIn(graph: Graph, words: readonly string[], fits: (node: GraphNode, run: string) => boolean): Run | undefined {
  for (let length = Math.min(MAX_NAME, words.length); length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const run = words.slice(at, at + length).join(' ')
      const [node, other] = findCited(graph.citations, run)
      if (node && !other && fits(node, run)) return { node, rest: [words.slice(0, at), words.slice(at + length)] }
    }
  }
  return undefined
}

/** A code in small letters may be a word: `and` is not Andorra. */
const isState = (node: GraphNode, run: string) => node.kind === 'state' && (run.toUpperCase() !== node.record.id || run === node.record.id)

const PROVISIONS: ReadonlySet<string> = new Set(['treaty', 'article', 'paragraph', 'norm'])

const DAY = /^\d{4}-\d\d-\d\d$/u

/** What a text asks of binding; nothing, where it asks something else or names no provision or no State. */
export function bindingAsked(graph: Graph, text: string): BindingQuestion | undefined {
  const all = text
    .normalize('NFKC')
    .replace(/[?!]|['’]s(?=\s|$)/gu, ' ')
    .trim()
    .split(/\s+/u)
  const date = all.find((word) => DAY.test(word))
  const words = all.filter((word) => !DAY.test(word))
  if (words.length > MAX_WORDS) return undefined
  const state = runIn(graph, words, isState)
  const [before = [], after = []] = state?.rest ?? []
  const found = [before, after].flatMap((side, at) => {
    const provision = runIn(graph, side, (node) => PROVISIONS.has(node.kind))
    return provision ? [{ provision: provision.node, rest: [...provision.rest.flat(), ...(at === 0 ? after : before)] }] : []
  })
  const [only, other] = found
  if (!state || !only || other) return undefined
  const isAsked = only.rest.every((word) => FUNCTION_WORDS.has(fold(word)) || OF_BINDING.has(fold(word)))
  return isAsked ? { provision: only.provision, state: state.node, date } : undefined
}
