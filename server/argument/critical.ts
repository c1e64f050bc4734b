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

/** Why a thing in the argument does not answer a question: undecided, rejected, or said by no text in terms. */
export type Doubt = 'open' | 'rejected' | 'by interpretation'

/** A thing in the argument that answers a question, or does not. */
export interface Answering {
  /** `P1`, `CA-07`; for a text or an authority its citation. */
  readonly id: string
  /** None, if it is settled for the argument. */
  readonly doubt: Doubt | undefined
}

export interface CriticalQuestion {
  readonly text: Sentence
  /**
   * `answered` if all that bears on it is settled for the argument, `no` if something is against it, `open` if something is undecided,
   * `not addressed` if nothing in the argument bears on it.
   */
  readonly state: 'answered' | 'no' | 'open' | 'not addressed'
  readonly by: readonly Answering[]
}

const DOUBT_OF_LABEL: Readonly<Record<Label, Doubt | undefined>> = { in: undefined, undecided: 'open', out: 'rejected' }

function bearing(looksAt: LooksAt, argument: Argument, attacks: readonly FrameworkAttack[], labelling: Labelling): Answering[] {
  const { id, warrant, backing, premises } = argument
  if (looksAt === 'text')
    return (warrant.rules ?? []).map((rule) => ({ id: rule.text, doubt: warrant.how === 'express' ? undefined : 'by interpretation' }))
  if (looksAt === 'backing') return (backing ?? []).map((authority) => ({ id: authority.text, doubt: undefined }))
  const objections = (labelling.attacks.get(id) ?? []).flatMap((label, at) => {
    const attack = attacks[at]
    return attack ? [{ id: attack.counter, on: attack.undermines?.slice(id.length + 1), met: label === 'out' }] : []
  })
  if (looksAt === 'objections') {
    const ofFact = new Set(premises.filter(({ kind }) => kind === 'fact' || kind === 'status').map((premise) => premise.id))
    return objections
      .filter(({ on }) => on === undefined || !ofFact.has(on))
      .map((objection) => ({ id: objection.id, doubt: objection.met ? undefined : 'open' }))
  }
  return premises
    .filter(({ kind }) => kind === looksAt)
    .map((premise) => {
      const doubt = DOUBT_OF_LABEL[labelling.premises.get(`${id}/${premise.id}`) ?? 'undecided']
      const isAttacked = objections.some(({ on, met }) => on === premise.id && !met)
      return { id: premise.id, doubt: doubt ?? (isAttacked ? 'open' : undefined) }
    })
}

function stateOf(looksAt: LooksAt, by: readonly Answering[]): CriticalQuestion['state'] {
  if (by.length === 0) return looksAt === 'objections' ? 'answered' : 'not addressed'
  if (by.some(({ doubt }) => doubt === 'rejected' || doubt === 'by interpretation')) return 'no'
  return by.some(({ doubt }) => doubt === 'open') ? 'open' : 'answered'
}

/** The questions of the argument's scheme, each with what answers it. No objection to the law or to a step answers the question whether there is one. */
export function criticalQuestions(argument: Argument, attacks: readonly FrameworkAttack[], labelling: Labelling): CriticalQuestion[] {
  return QUESTIONS[argument.scheme].map(({ text, looksAt }) => {
    const by = bearing(looksAt, argument, attacks, labelling)
    return { text, state: stateOf(looksAt, by), by }
  })
}
