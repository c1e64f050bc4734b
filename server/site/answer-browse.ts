/** Answers for readers who browse: a list in other groups, a table narrowed or sorted, coverage for another State or day. */
import { situationNamed } from '../argument/situation.ts'
import { type Answer, fault } from './answer.ts'
import { problemDetails } from './api.ts'
import { first, type Parameters, unknownWord } from './parameters.ts'
import { COVERAGE, coverageJson, presentCoverage } from './present/coverage.ts'
import { presentNode, standardView } from './present/index.ts'
import { presentList } from './present/list.ts'
import { WAYS } from './present/list-interpretations.ts'
import { presentPartyTable } from './present/participation.ts'
import { asksForTable, readTableAsk } from './present/party-table.ts'
import { asksForReading } from './reading.ts'
import { renderPage, type Site } from './site.ts'
import { apiUrl } from './urls.ts'

const pageOf = (html: () => string): Answer => ({ status: 200, html, json: () => ({}) })

const refuse = (site: Site, text: string): Answer => fault(site, problemDetails(400, text))

function answerCoverage(site: Site, parameters: Parameters): Answer {
  const situation = situationNamed(site.graph, first(parameters, 'state'), first(parameters, 'date'))
  if (typeof situation === 'string') return refuse(site, situation)
  return {
    status: 200,
    html: () => renderPage(site, presentCoverage(site, situation), parameters),
    json: () => coverageJson(site, situation),
  }
}

/** The page at a path as its parameters ask for it; nothing, if they ask for nothing. */
export function answerBrowse(site: Site, path: string, parameters: Parameters): Answer | undefined {
  if ((path === COVERAGE || path === apiUrl(COVERAGE)) && asksForReading(parameters)) return answerCoverage(site, parameters)
  const kind = site.kinds.find((one) => one.name === 'interpretation' && path === `/${one.folder}`)
  if (kind && parameters.has('by')) {
    const wrong = unknownWord(parameters, 'by', WAYS)
    return wrong === undefined
      ? pageOf(() => renderPage(site, presentList(site, kind, first(parameters, 'by')), parameters))
      : refuse(site, wrong)
  }
  const node = site.graph.nodes.get(path)
  if (node?.kind !== 'participation' || !asksForTable(parameters)) return undefined
  const ask = readTableAsk(parameters)
  if (typeof ask === 'string') return refuse(site, ask)
  const model = { ...presentNode(site, node, standardView(site, node)), ...presentPartyTable(site.graph, node, ask, site.language) }
  return pageOf(() => renderPage(site, model as { view: string } & typeof model, parameters))
}
