/** The map of a page: of a claim its arguments, of a statement its claims, of a norm its neighbourhood. */
import type { GraphNode } from '../../graph/node.ts'
import type { Site } from '../site.ts'
import { askedIn } from './binding.ts'
import type { FreeDrawing } from './drawing.ts'
import type { ReadingView } from './evaluated.ts'
import { crumbsOf, frame } from './frame.ts'
import { presentClaimMap } from './map-page.ts'
import { titleIn } from './names.ts'
import { neighboursOf, normDrawing } from './norm-map.ts'
import { mappedClaims, statementDrawing } from './statement-map.ts'
import { readingUrl } from './what-if.ts'

interface Model {
  readonly view: string
}

/** What the page of a free graph has besides its words. */
function freeMap(site: Site, node: GraphNode, reading: ReadingView, view: string, drawing: FreeDrawing) {
  const { language } = site
  const { t } = language
  const path = `${node.address}/map`
  const heading = t('Map of {claim}', { claim: titleIn(language, node) })
  const sections = [
    { id: 'drawing', text: t('The map') },
    { id: 'words', text: t('The same in words') },
  ]
  const crumbs = [...crumbsOf(site, node), { url: path, text: t('Map') }]
  return {
    ...site.helpers,
    ...frame(site, { view, heading, path, crumbs, sections, hasApi: false }),
    scripts: ['what-if'],
    node,
    asked: askedIn(site.graph, { ...reading, path }, '', language),
    back: readingUrl(node.address, reading.parameters),
    drawing,
  }
}

async function presentStatementMap(site: Site, node: GraphNode, reading: ReadingView): Promise<Model> {
  const claims = mappedClaims(site.graph, node, reading, site.language)
  const drawing = await statementDrawing(claims, site.language)
  return { ...freeMap(site, node, reading, 'statement-map', drawing), claims } as Model
}

async function presentNormMap(site: Site, node: GraphNode, reading: ReadingView): Promise<Model> {
  const groups = neighboursOf(site.graph, node, reading, site.language)
  const drawing = await normDrawing(node, groups, site.language)
  return { ...freeMap(site, node, reading, 'norm-map', drawing), groups } as Model
}

const MAPS: Readonly<Record<string, (site: Site, node: GraphNode, reading: ReadingView) => Promise<Model> | Model | undefined>> = {
  claim: presentClaimMap,
  statement: presentStatementMap,
  norm: presentNormMap,
}

/** The model of a map in a reading; none for what has no map. */
export const presentMap = async (site: Site, node: GraphNode, reading: ReadingView | undefined): Promise<Model | undefined> =>
  reading && MAPS[node.kind]?.(site, node, reading)
