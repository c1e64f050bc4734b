/** Answers about binding that are computed on request: one provision for programs, and the matrix for another day. */
import { bindingOf } from '../argument/binding.ts'
import { bindingOfNorm } from '../argument/norm-binding.ts'
import { isUnread, readDay, readProvision } from '../argument/question.ts'
import { situationNamed } from '../argument/situation.ts'
import { type Answer, fault } from './answer.ts'
import { problemDetails } from './api.ts'
import { bindingJson, normBindingJson } from './binding-json.ts'
import { first, type Parameters } from './parameters.ts'
import { presentMatrix } from './present/matrix.ts'
import { renderPage, type Site } from './site.ts'

/** `/api/binding`: whether a provision or a norm binds a State on a day, and why. */
export function answerBinding(site: Site, parameters: Parameters): Answer {
  const { graph } = site
  const node = readProvision(graph, first(parameters, 'provision') ?? '')
  if (isUnread(node)) return fault(site, problemDetails(400, node.fault))
  const situation = situationNamed(graph, first(parameters, 'state'), first(parameters, 'date'))
  if (typeof situation === 'string') return fault(site, problemDetails(400, situation))
  const { state, date } = situation
  const json = () =>
    node.kind === 'norm' ? normBindingJson(bindingOfNorm(graph, node, state, date)) : bindingJson(bindingOf(graph, node, state, date))
  return { status: 200, html: () => '', json }
}

/** `/binding?date=`: the matrix on another day than the default. */
export function answerMatrix(site: Site, parameters: Parameters): Answer | undefined {
  const text = first(parameters, 'date')
  const date = text ? readDay(text) : undefined
  if (typeof date === 'object') return fault(site, problemDetails(400, date.fault))
  const model = presentMatrix(site, date)
  return model && { status: 200, html: () => renderPage(site, model, parameters), json: () => ({}) }
}
