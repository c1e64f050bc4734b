/** The parameters of an address, as text. */
import { nearest } from '../graph/nearest.ts'

/** All values of each parameter, in the order of the address. */
export type Parameters = ReadonlyMap<string, readonly string[]>

/** The first value of a parameter that counts once. */
export const first = (parameters: Parameters, name: string): string | undefined => parameters.get(name)?.[0]

/** What is wrong with a parameter that must be one of some words; nothing, if it is one of them or is not there. */
export function unknownWord(parameters: Parameters, name: string, known: readonly string[]): string | undefined {
  const text = first(parameters, name)
  if (!text || known.includes(text)) return undefined
  const hint = nearest(text, known)
  return `${name} is ${JSON.stringify(text.slice(0, 40))}; expected one of ${known.join(', ')}${hint ? `; did you mean ${hint}?` : ''}`
}
