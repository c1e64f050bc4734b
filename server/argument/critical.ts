/** The questions that a kind of argument must face (Walton's critical questions), and what in the argument answers them. */
import type { Argument } from '../kinds/argument.ts'
import type { FrameworkAttack, Label, Labelling } from './label.ts'
import { type Sentence, sentence } from './sentence.ts'

type LooksAt = 'status' | 'fact' | 'law' | 'text' | 'backing' | 'objections'

interface Question {
  readonly text: Sentence
  readonly looksAt: LooksAt
}

const BINDS: Question = { text: sentence('Does the rule bind the State on the day?'), looksAt: 'status' }
const FACTS: Question = { text: sentence('Are the facts shown that the rule asks for?'), looksAt: 'fact' }

const QUESTIONS: Readonly<Record<Argument['scheme'], readonly Question[]>> = {
  'treaty rule applied to facts': [
    BINDS,
    { text: sentence('Does the text say it in terms?'), looksAt: 'text' },
    FACTS,
    { text: sentence('Is each legal element of the rule met?'), looksAt: 'law' },
    { text: sentence('Does an exception, another rule or another reading stand in the way?'), looksAt: 'objections' },
  ],
  'treaty-body interpretation applied': [
    BINDS,
    { text: sentence('Which body says so, and where?'), looksAt: 'backing' },
    { text: sentence('Does the text bear the reading?'), looksAt: 'law' },
    FACTS,
    { text: sentence('Who reads it otherwise, or denies the weight of the body?'), looksAt: 'objections' },
  ],
  custom: [
    { text: sentence('Is there a general practice accepted as law, with this content?'), looksAt: 'law' },
    { text: sentence('Which authorities say so?'), looksAt: 'backing' },
    FACTS,
    { text: sentence('Who denies the rule or its content?'), looksAt: 'objections' },
  ],
  'State responsibility': [
    { text: sentence('Is the conduct that of the State, and are the facts shown?'), looksAt: 'fact' },
    { text: sentence('Is an obligation breached, and is each further condition met?'), looksAt: 'law' },
    { text: sentence('Does the obligation bind the State on the day?'), looksAt: 'status' },
    { text: sentence('Does anything preclude it?'), looksAt: 'objections' },
  ],
  'finding about this State': [
    { text: sentence('Does the treaty bind the State, and does it accept the procedure?'), looksAt: 'status' },
    { text: sentence('Which body found it, and where?'), looksAt: 'backing' },
    { text: sentence('Is it the same conduct?'), looksAt: 'fact' },
    { text: sentence('Is it a finding of breach, and of what weight?'), looksAt: 'law' },
    { text: sentence('What is said against the finding?'), looksAt: 'objections' },
  ],
  analogy: [
    { text: sentence('Does the provision bind the State?'), looksAt: 'status' },
    { text: sentence('Is the case like enough in law?'), looksAt: 'law' },
    { text: sentence('What speaks against the likeness?'), looksAt: 'objections' },
  ],
}

/** A thing in the argument that answers a question, or leaves it open. */
export interface Answering {
  /** `P1`, `CA-07`; for a text or an authority its citation. */
  readonly id: string
  readonly settled: boolean
}

export interface CriticalQuestion {
  readonly text: Sentence
  /** `answered` if all that bears on it is settled for the argument, `open` if something is not, `not addressed` if nothing in the argument bears on it. */
  readonly state: 'answered' | 'open' | 'not addressed'
  readonly by: readonly Answering[]
}

function bearing(looksAt: LooksAt, argument: Argument, attacks: readonly FrameworkAttack[], labelling: Labelling): Answering[] {
  if (looksAt === 'text')
    return (argument.warrant.rules ?? []).map((rule) => ({ id: rule.text, settled: argument.warrant.how === 'express' }))
  if (looksAt === 'backing') return (argument.backing ?? []).map((authority) => ({ id: authority.text, settled: true }))
  if (looksAt === 'objections') {
    const labels: readonly Label[] = labelling.attacks.get(argument.id) ?? []
    return attacks.flatMap((attack, at) => (attack.undermines === undefined ? [{ id: attack.counter, settled: labels[at] === 'out' }] : []))
  }
  return argument.premises
    .filter((premise) => premise.kind === looksAt)
    .map((premise) => ({ id: premise.id, settled: labelling.premises.get(`${argument.id}/${premise.id}`) === 'in' }))
}

/** The questions of the argument's scheme, each with what answers it. No objection to a step answers the question whether there is one. */
export function criticalQuestions(argument: Argument, attacks: readonly FrameworkAttack[], labelling: Labelling): CriticalQuestion[] {
  return QUESTIONS[argument.scheme].map(({ text, looksAt }) => {
    const by = bearing(looksAt, argument, attacks, labelling)
    const settled = by.every((item) => item.settled)
    if (by.length === 0) return { text, state: looksAt === 'objections' ? 'answered' : 'not addressed', by }
    return { text, state: settled ? 'answered' : 'open', by }
  })
}
