import { describe, expect, test } from 'vitest'
import { criticalQuestions } from '../../server/argument/critical.ts'
import type { FrameworkAttack, Label } from '../../server/argument/label.ts'
import type { Argument } from '../../server/kinds/argument.ts'

type Kind = Argument['premises'][number]['kind']

interface Given {
  readonly scheme?: Argument['scheme']
  readonly how?: Argument['warrant']['how']
  /** Kind and label of each premise: P1, P2 … */
  readonly premises?: readonly (readonly [Kind, Label])[]
  /** Counter-argument, premise that it undermines, label of the attack. */
  readonly attacks?: readonly (readonly [string, string | undefined, Label])[]
}

/** What the page says of each question: its state, and what bears on it. */
function questionsOf({ scheme = 'treaty rule applied to facts', how = 'express', premises = [], attacks = [] }: Given) {
  const argument = {
    id: 'ARG-L02-1',
    scheme,
    warrant: { how, rules: [{ text: 'CAT art 3(1)' }] },
    premises: premises.map(([kind], at) => ({ id: `P${at + 1}`, kind })),
  } as unknown as Argument
  const framed: FrameworkAttack[] = attacks.map(([counter, on]) => ({
    counter,
    answers: [],
    ...(on ? { undermines: `ARG-L02-1/${on}` } : {}),
  }))
  const found = criticalQuestions(argument, framed, {
    claims: new Map(),
    arguments: new Map(),
    premises: new Map(premises.map(([, label], at) => [`ARG-L02-1/P${at + 1}`, label])),
    attacks: new Map([['ARG-L02-1', attacks.map(([, , label]) => label)]]),
  })
  return Object.fromEntries(
    found.map(({ text, state, by }) => [text.message, [state, ...by.map(({ id, doubt }) => (doubt ? `${id} (${doubt})` : id))].join(', ')]),
  )
}

const BINDS = 'Does the rule bind the State on the day?'
const FACTS = 'Are the facts shown that the rule asks for?'
const TERMS = 'Does the text say it in terms?'
const ELEMENTS = 'Is each legal element of the rule met?'
const EXCEPTION = 'Does an exception, another rule or another reading stand in the way?'
const PRACTICE = 'Is there a general practice accepted as law, with this content?'
const DENIED = 'Who denies the rule or its content?'

describe('criticalQuestions', () => {
  test('says no where a premise is rejected, and not that it is open', () => {
    expect(
      questionsOf({
        premises: [
          ['status', 'out'],
          ['fact', 'undecided'],
        ],
      }),
    ).toMatchObject({
      [BINDS]: 'no, P1 (rejected)',
      [FACTS]: 'open, P2 (open)',
    })
  })

  test('says no to the question whether the text says it in terms, where it is read so', () => {
    expect(questionsOf({ how: 'by interpretation' })[TERMS]).toBe('no, CAT art 3(1) (by interpretation)')
    expect(questionsOf({})[TERMS]).toBe('answered, CAT art 3(1)')
  })

  test('leaves a premise open that is accepted by default, and attacked by an objection that is not met', () => {
    const premises = [['law', 'in']] as const
    expect(questionsOf({ premises, attacks: [['CA-23', 'P1', 'undecided']] })[ELEMENTS]).toBe('open, P1 (open)')
    expect(questionsOf({ premises, attacks: [['CA-23', 'P1', 'out']] })[ELEMENTS]).toBe('answered, P1')
  })

  test('counts who attacks the law among those who deny it, and who attacks a fact not', () => {
    const premises = [
      ['law', 'in'],
      ['fact', 'undecided'],
    ] as const
    expect(
      questionsOf({
        scheme: 'custom',
        premises,
        attacks: [
          ['CA-23', 'P1', 'undecided'],
          ['CA-07', 'P2', 'undecided'],
        ],
      }),
    ).toMatchObject({
      [PRACTICE]: 'open, P1 (open)',
      [FACTS]: 'open, P2 (open)',
      [DENIED]: 'open, CA-23 (open)',
    })
  })

  test('takes the question whether something stands in the way as answered, if no objection is recorded', () => {
    expect(questionsOf({})[EXCEPTION]).toBe('answered')
    expect(questionsOf({ attacks: [['CA-02', undefined, 'out']] })[EXCEPTION]).toBe('answered, CA-02')
  })

  test('says of what no part of the argument bears on that it is not addressed', () => {
    expect(questionsOf({})[FACTS]).toBe('not addressed')
  })
})
