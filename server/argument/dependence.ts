/** On what a claim depends: the smallest sets of changes by a reader that make it stand, and that make it fail. */
import {
  type Choices,
  type Framework,
  type FrameworkArgument,
  type FrameworkAttack,
  type FrameworkPremise,
  labelFramework,
  type Outcome,
} from './label.ts'

export interface Change {
  readonly what: 'accept' | 'reject'
  readonly id: string
}

/** Larger sets tell a reader nothing. */
export const MAX_SIZE = 4

export interface Dependence {
  /** All sets of the smallest size that make it stand; empty, if none of up to four changes does, or if it stands. */
  readonly stands: readonly (readonly Change[])[]
  readonly fails: readonly (readonly Change[])[]
}

/**
 * A set of changes as a sorted list of keys such as `accept ARG-L02a-1/P4`, with what must be left alone beside them: `not reject CA-07`. The latter costs
 * nothing, but keeps two ways that undo each other from being joined.
 */
type ChangeSet = readonly string[]

const key = (what: Change['what'] | 'not accept' | 'not reject', id: string) => `${what} ${id}`

const FREE: readonly ChangeSet[] = [[]]
const IMPOSSIBLE: readonly ChangeSet[] = []

const costOf = (set: ChangeSet) => set.filter((item) => !item.startsWith('not ')).length

const isWithin = (small: ChangeSet, large: ChangeSet) => small.length <= large.length && small.every((item) => large.includes(item))

/** No member of the set undoes another. */
const isConsistent = (set: ChangeSet) =>
  !set.some((item) => {
    const [what, id = ''] = item.startsWith('not ') ? ['not'] : [item.slice(0, item.indexOf(' ')), item.slice(item.indexOf(' ') + 1)]
    if (what === 'not') return false
    return set.includes(`not ${item}`) || (what === 'accept' && set.includes(key('reject', id)))
  })

/** Without sets that hold another set, those that are too large, or that contradict themselves. */
function minimal(sets: readonly ChangeSet[], size: number): ChangeSet[] {
  const kept: ChangeSet[] = []
  const unique = new Map(sets.filter((set) => costOf(set) <= size && isConsistent(set)).map((set) => [set.join('|'), set]))
  for (const set of [...unique.values()].sort((a, b) => a.length - b.length)) {
    if (!kept.some((other) => isWithin(other, set))) kept.push(set)
  }
  return kept
}

const join = (a: ChangeSet, b: ChangeSet): ChangeSet => [...new Set([...a, ...b])].sort()

/** One of the alternatives. */
const anyOf = (alternatives: readonly (readonly ChangeSet[])[], size: number) => minimal(alternatives.flat(), size)

/** All of the parts at once. */
function allOf(parts: readonly (readonly ChangeSet[])[], size: number): ChangeSet[] {
  return parts.reduce<ChangeSet[]>(
    (done, part) =>
      done.length === 0
        ? done
        : minimal(
            done.flatMap((set) => part.map((other) => join(set, other))),
            size,
          ),
    [...FREE],
  )
}

/** Premises that a reader may accept or reject; those that are computed, or follow from a claim, are not theirs to decide. */
export type IsChoice = (premise: FrameworkPremise) => boolean

interface Search {
  readonly framework: Framework
  readonly size: number
  readonly isChoice: IsChoice
  /** Claims on the way, so that a circle supports nothing. */
  readonly path: readonly string[]
}

/** What nothing was found for is no small change to accept, though a reader may. */
const mayAccept = (premise: FrameworkPremise, search: Search) => premise.stance !== 'rejected' && search.isChoice(premise)

function toAccept(premise: FrameworkPremise, search: Search): readonly ChangeSet[] {
  if (premise.follows !== undefined) return toStand(premise.follows, search)
  if (premise.stance === 'accepted') return [[key('not reject', premise.id)]]
  return mayAccept(premise, search) ? [[key('accept', premise.id)]] : IMPOSSIBLE
}

function toReject(premise: FrameworkPremise, search: Search): readonly ChangeSet[] {
  if (premise.follows !== undefined) return toFail(premise.follows, search)
  if (premise.stance === 'rejected') return [[key('not accept', premise.id)]]
  return search.isChoice(premise) ? [[key('reject', premise.id)]] : IMPOSSIBLE
}

const countersOf = (search: Search, attack: FrameworkAttack) => search.framework.counters.get(attack.counter) ?? []

/** An attack is met if the reader rejects the counter-argument, accepts what it undermines, or if a premise of its own does not hold. */
function toMeet(attack: FrameworkAttack, argument: FrameworkArgument, search: Search): readonly ChangeSet[] {
  if (attack.answers.includes(true)) return FREE
  const undermined = argument.premises.find((premise) => premise.id === attack.undermines)
  const byPremise = undermined && mayAccept(undermined, search) ? [[key('accept', undermined.id)]] : IMPOSSIBLE
  const byOwn = countersOf(search, attack).map((premise) => {
    if (premise.follows !== undefined) return toFail(premise.follows, search)
    return premise.stance === 'rejected' ? [[key('not accept', premise.id)]] : IMPOSSIBLE
  })
  return anyOf([[[key('reject', attack.counter)]], byPremise, ...byOwn], search.size)
}

/** An objection prevails if nothing decisive meets it and the reader grants it, unless it is unanswered and undisputed already. */
function toPrevail(attack: FrameworkAttack, search: Search): readonly ChangeSet[] {
  if (attack.answers.includes(true)) return IMPOSSIBLE
  const granted = [[key('accept', attack.counter)]]
  const premises = countersOf(search, attack).map((premise) => {
    if (premise.follows !== undefined) return toStand(premise.follows, search)
    return { accepted: [[key('not reject', premise.id)]], disputed: granted, rejected: IMPOSSIBLE }[premise.stance]
  })
  const left = [
    key('not reject', attack.counter),
    ...(attack.undermines === undefined ? [] : [key('not accept', attack.undermines)]),
  ].sort()
  return allOf([...premises, attack.answers.length > 0 ? granted : FREE, [left]], search.size)
}

const argumentsFor = (search: Search, claim: string) => search.framework.arguments.filter((argument) => argument.claim === claim)

function toHold(argument: FrameworkArgument, search: Search): readonly ChangeSet[] {
  const premises = argument.premises.map((premise) => toAccept(premise, search))
  return allOf([...premises, ...argument.attacks.map((attack) => toMeet(attack, argument, search))], search.size)
}

function toDefeat(argument: FrameworkArgument, search: Search): readonly ChangeSet[] {
  const premises = argument.premises.map((premise) => toReject(premise, search))
  return anyOf([...premises, ...argument.attacks.map((attack) => toPrevail(attack, search))], search.size)
}

const entering = (search: Search, claim: string): Search | undefined =>
  search.path.includes(claim) ? undefined : { ...search, path: [...search.path, claim] }

function toStand(claim: string, search: Search): readonly ChangeSet[] {
  const inside = entering(search, claim)
  return inside
    ? anyOf(
        argumentsFor(search, claim).map((argument) => toHold(argument, inside)),
        search.size,
      )
    : IMPOSSIBLE
}

function toFail(claim: string, search: Search): readonly ChangeSet[] {
  const inside = entering(search, claim)
  const list = argumentsFor(search, claim)
  return inside && list.length > 0
    ? allOf(
        list.map((argument) => toDefeat(argument, inside)),
        search.size,
      )
    : IMPOSSIBLE
}

const asChange = (item: string): Change => ({
  what: item.startsWith('accept') ? 'accept' : 'reject',
  id: item.slice(item.indexOf(' ') + 1),
})

const asChanges = (set: ChangeSet): Change[] => set.filter((item) => !item.startsWith('not ')).map(asChange)

export const choicesOf = (changes: readonly Change[]): Choices => ({
  accept: new Set(changes.filter((change) => change.what === 'accept').map((change) => change.id)),
  reject: new Set(changes.filter((change) => change.what === 'reject').map((change) => change.id)),
})

/** Sets of the smallest size at which there are any, each tried on the framework: what does not lead there is left out. */
function smallest(claim: string, wanted: Outcome, framework: Framework, find: (size: number) => readonly ChangeSet[]): Change[][] {
  for (let size = 1; size <= MAX_SIZE; size++) {
    const sets = new Map(
      find(size)
        .filter((set) => costOf(set) === size)
        .map((set) => [
          asChanges(set)
            .map(({ what, id }) => key(what, id))
            .join('|'),
          asChanges(set),
        ]),
    )
    const tried = [...sets.values()].filter((changes) => labelFramework(framework, choicesOf(changes)).claims.get(claim) === wanted)
    if (tried.length > 0) return tried
  }
  return []
}

/** The smallest sets of changes for a claim, exact up to four changes. */
export function dependenceOf(framework: Framework, claim: string, isChoice: IsChoice): Dependence {
  const search = (size: number): Search => ({ framework, size, isChoice, path: [] })
  const outcome = labelFramework(framework).claims.get(claim)
  return {
    stands: outcome === 'stands' ? [] : smallest(claim, 'stands', framework, (size) => toStand(claim, search(size))),
    fails: outcome === 'fails' ? [] : smallest(claim, 'fails', framework, (size) => toFail(claim, search(size))),
  }
}
