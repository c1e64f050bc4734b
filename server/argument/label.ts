/**
 * Labels premises, attacks, arguments and claims: what holds, what does not, what is undecided.
 * Grounded semantics (Dung 1995), with the preconditions of ASPIC+: the least labelling that the rules force, so a circle stays undecided.
 */

export type Stance = 'accepted' | 'disputed' | 'rejected'
export type Label = 'in' | 'undecided' | 'out'
export type Outcome = 'stands' | 'contested' | 'fails' | 'no argument'

export interface FrameworkPremise {
  readonly id: string
  readonly stance: Stance
  /** Claim from whose outcome the stance follows. */
  readonly follows?: string
}

export interface FrameworkAttack {
  /** Counter-argument that attacks. */
  readonly counter: string
  /** Premise that it undermines; none, if it rebuts or undercuts. */
  readonly undermines?: string
  /** For each answer to it whether it is decisive. */
  readonly answers: readonly boolean[]
}

export interface FrameworkArgument {
  readonly id: string
  readonly claim: string
  readonly premises: readonly FrameworkPremise[]
  readonly attacks: readonly FrameworkAttack[]
}

export interface Framework {
  readonly claims: readonly string[]
  readonly arguments: readonly FrameworkArgument[]
  /** Premises of each counter-argument. */
  readonly counters: ReadonlyMap<string, readonly FrameworkPremise[]>
}

/** What a reader accepts and rejects: ids of premises and of counter-arguments. */
export interface Choices {
  readonly accept: ReadonlySet<string>
  readonly reject: ReadonlySet<string>
}

export const NO_CHOICES: Choices = { accept: new Set(), reject: new Set() }

export interface Labelling {
  readonly claims: ReadonlyMap<string, Outcome>
  readonly arguments: ReadonlyMap<string, Label>
  readonly premises: ReadonlyMap<string, Label>
  /** By argument, in the order of its attacks. */
  readonly attacks: ReadonlyMap<string, readonly Label[]>
}

const OF_STANCE: Readonly<Record<Stance, Label>> = { accepted: 'in', disputed: 'undecided', rejected: 'out' }
const OF_OUTCOME: Readonly<Record<Outcome, Label>> = { stands: 'in', contested: 'undecided', fails: 'out', 'no argument': 'undecided' }

/** The label of a conjunction: out if one is out, in if all are in. */
function weakest(labels: readonly Label[]): Label {
  if (labels.includes('out')) return 'out'
  return labels.includes('undecided') ? 'undecided' : 'in'
}

function premiseLabel(premise: FrameworkPremise, choices: Choices, claims: ReadonlyMap<string, Outcome>): Label {
  if (choices.reject.has(premise.id)) return 'out'
  if (choices.accept.has(premise.id)) return 'in'
  if (premise.follows !== undefined) return OF_OUTCOME[claims.get(premise.follows) ?? 'no argument']
  return OF_STANCE[premise.stance]
}

/** A premise of a counter-argument: who accepts the counter-argument grants what is disputed in it, but not what a claim has yet to decide. */
function grantedLabel(premise: FrameworkPremise, accepted: boolean, choices: Choices, claims: ReadonlyMap<string, Outcome>): Label {
  const label = premiseLabel(premise, choices, claims)
  return accepted && label === 'undecided' && premise.follows === undefined ? 'in' : label
}

/**
 * An attack is out if a premise of the counter-argument is out or a decisive answer meets it, undecided if a premise is disputed or answers meet it
 * only in part, else in. A reader who rejects the counter-argument sets it aside; one who accepts a premise sets aside what undermines it; one who
 * accepts the counter-argument grants its premises and finds partial answers wanting.
 */
function attackLabel(attack: FrameworkAttack, framework: Framework, choices: Choices, claims: ReadonlyMap<string, Outcome>): Label {
  if (choices.reject.has(attack.counter)) return 'out'
  if (attack.undermines !== undefined && choices.accept.has(attack.undermines)) return 'out'
  if (attack.answers.includes(true)) return 'out'
  const accepted = choices.accept.has(attack.counter)
  const label = weakest((framework.counters.get(attack.counter) ?? []).map((premise) => grantedLabel(premise, accepted, choices, claims)))
  return label === 'in' && attack.answers.length > 0 && !accepted ? 'undecided' : label
}

const AGAINST: Readonly<Record<Label, Label>> = { in: 'out', undecided: 'undecided', out: 'in' }

function outcomeOf(labels: readonly Label[]): Outcome {
  if (labels.length === 0) return 'no argument'
  if (labels.includes('in')) return 'stands'
  return labels.includes('undecided') ? 'contested' : 'fails'
}

interface Round {
  readonly arguments: Map<string, Label>
  readonly premises: Map<string, Label>
  readonly attacks: Map<string, Label[]>
}

function labelArguments(framework: Framework, choices: Choices, claims: ReadonlyMap<string, Outcome>): Round {
  const round: Round = { arguments: new Map(), premises: new Map(), attacks: new Map() }
  for (const argument of framework.arguments) {
    const premises = argument.premises.map((premise) => premiseLabel(premise, choices, claims))
    const attacks = argument.attacks.map((attack) => attackLabel(attack, framework, choices, claims))
    argument.premises.forEach((premise, at) => {
      round.premises.set(premise.id, premises[at] ?? 'undecided')
    })
    round.attacks.set(argument.id, attacks)
    round.arguments.set(argument.id, weakest([...premises, ...attacks.map((label) => AGAINST[label])]))
  }
  return round
}

/**
 * Labels a framework under a reader's choices. Claims begin undecided and are decided as the rules force it, round by round; what only supports
 * itself is never decided.
 */
export function labelFramework(framework: Framework, choices: Choices = NO_CHOICES): Labelling {
  const byClaim = new Map(framework.claims.map((claim) => [claim, framework.arguments.filter((argument) => argument.claim === claim)]))
  let claims = new Map<string, Outcome>(framework.claims.map((claim) => [claim, 'contested']))
  for (;;) {
    const round = labelArguments(framework, choices, claims)
    const next = new Map(
      [...byClaim].map(([claim, list]) => [claim, outcomeOf(list.map((argument) => round.arguments.get(argument.id) ?? 'undecided'))]),
    )
    const settled = framework.claims.every((claim) => next.get(claim) === claims.get(claim))
    claims = next
    if (settled) {
      for (const premise of [...framework.counters.values()].flat()) round.premises.set(premise.id, premiseLabel(premise, choices, claims))
      return { claims, ...round }
    }
  }
}
