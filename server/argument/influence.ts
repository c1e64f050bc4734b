/** On which premises and counter-arguments most claims turn: what one change by a reader alters. */
import type { Change, IsChoice } from './dependence.ts'
import { type Framework, labelFramework, type Outcome } from './label.ts'

export interface Influence extends Change {
  /** Claims whose outcome the change alters. */
  readonly claims: readonly string[]
}

/** The changes that a reader can make one by one: what is disputed is accepted or rejected, what is accepted is rejected. */
function singleChanges({ arguments: args, counters }: Framework, isChoice: IsChoice): Change[] {
  const premises = args.flatMap((argument) => argument.premises).filter(isChoice)
  const accepts = premises.filter((premise) => premise.stance === 'disputed').map((premise) => premise.id)
  const rejects = premises.filter((premise) => premise.stance !== 'rejected').map((premise) => premise.id)
  return [
    ...[...accepts, ...counters.keys()].map((id) => ({ what: 'accept' as const, id })),
    ...[...rejects, ...counters.keys()].map((id) => ({ what: 'reject' as const, id })),
  ]
}

const altered = (before: ReadonlyMap<string, Outcome>, after: ReadonlyMap<string, Outcome>) =>
  [...after].filter(([claim, outcome]) => before.get(claim) !== outcome).map(([claim]) => claim)

/** Every single change that alters the outcome of a claim, those that alter most first. */
export function influences(framework: Framework, isChoice: IsChoice): Influence[] {
  const before = labelFramework(framework).claims
  return singleChanges(framework, isChoice)
    .map(({ what, id }) => {
      const choices = { accept: new Set(what === 'accept' ? [id] : []), reject: new Set(what === 'reject' ? [id] : []) }
      return { what, id, claims: altered(before, labelFramework(framework, choices).claims) }
    })
    .filter(({ claims }) => claims.length > 0)
    .sort((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1))
}
