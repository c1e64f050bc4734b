/** The pages of an argument and of a counter-argument. */
import { follow } from '../../graph/questions.ts'
import type { Argument } from '../../kinds/argument.ts'
import type { CounterArgument } from '../../kinds/counter-argument.ts'
import { argumentView } from './argument.ts'
import { authorities } from './authority.ts'
import { askedIn } from './binding.ts'
import { evaluatedArgument } from './evaluated.ts'
import { argumentLeans } from './leans.ts'
import { type Presenter, present } from './presenter.ts'

/** An argument: premises, objections, warrant and backing. */
export const presentArgument: Presenter = (graph, node, view, language) => {
  const { t } = language
  const data = node.record.data as Argument
  const argument = argumentView(graph, node)
  return {
    argument,
    evaluated: view && evaluatedArgument(graph, view, argument, language),
    asked: view && askedIn(graph, view, '', language),
    leans: argumentLeans(graph, node, language),
    claim: follow(graph, data.concludes),
    rules: authorities(graph, data.warrant.rules),
    norm: data.warrant.norm ? follow(graph, data.warrant.norm) : undefined,
    backing: authorities(graph, data.backing),
    sections: present(
      [true, 'premises', t('Premises')],
      [true, 'objections', t('Objections and answers')],
      [true, 'backing', t('Warrant and backing')],
      [true, 'linked', t('Linked from')],
    ),
  }
}

/** A counter-argument: what it attacks, and the answers to each attack. */
export const presentCounter: Presenter = (graph, node, _view, { t }) => {
  const data = node.record.data as CounterArgument
  const attacks = data.attacks.map((attack) => {
    const target = follow(graph, attack.on)
    const claim = target ? follow(graph, (target.record.data as Argument).concludes) : undefined
    return { attack, target, claim, answers: data.answers.filter((item) => attack.answers.includes(item.id)) }
  })
  return {
    attacks,
    sections: present(
      [true, 'objection', t('The objection')],
      [true, 'premises', t('Premises')],
      [true, 'attacks', t('What it attacks')],
      [true, 'answers', t('Answers')],
      [true, 'linked', t('Linked from')],
    ),
  }
}
