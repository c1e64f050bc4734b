/** What a page is about, as JSON-LD in the words of schema.org: Legislation, Claim, DefinedTerm, Quotation. */
import { type GraphNode, partData, rootOf } from '../graph/node.ts'
import { recordsOf } from '../graph/questions.ts'
import { allNames } from '../kinds/fields.ts'
import type { Interpretation } from '../kinds/interpretation.ts'
import type { Norm } from '../kinds/norm.ts'
import type { Claim, Statement } from '../kinds/statement.ts'
import type { Article, Treaty } from '../kinds/treaty.ts'
import { wordsOf } from './present/statement.ts'
import type { Site } from './site.ts'
import { searchUrl } from './urls.ts'

type Thing = Readonly<Record<string, unknown>>

/** Only quoted words that were read are quotations. */
const quotations = (node: GraphNode): Thing[] =>
  [node, ...node.parts.filter((part) => part.home === node.home)].flatMap((part) =>
    (part.outline.excerpt?.quotes ?? []).map(({ words }) => ({ '@type': 'Quotation', text: words, isPartOf: part.citation })),
  )

const legislation = (base: string, node: GraphNode, data: Treaty): Thing => ({
  '@type': 'Legislation',
  '@id': `${base}${node.address}`,
  name: data.title,
  alternateName: [data.shortTitle, data.abbreviation, ...allNames(data.names)],
  legislationIdentifier: data.unts ? `${data.unts.volume} UNTS ${data.unts.page}` : data.resolution?.symbol,
  legislationDate: data.adopted,
  legislationType: data.form,
  sameAs: data.address,
})

const article = (base: string, node: GraphNode, data: Treaty): Thing => ({
  '@type': 'Legislation',
  '@id': `${base}${node.address}`,
  name: node.title,
  legislationIdentifier: node.citation,
  abstract: (partData(node) as Article).gist,
  isPartOf: { '@type': 'Legislation', '@id': `${base}${rootOf(node).address}`, name: data.title },
  hasPart: quotations(node),
})

const norm = (base: string, node: GraphNode, data: Norm): Thing => ({
  '@type': 'DefinedTerm',
  '@id': `${base}${node.address}`,
  name: data.name,
  alternateName: [...(data.otherNames ?? []), ...allNames(data.names)],
  termCode: data.id,
  description: data.definition,
  inDefinedTermSet: { '@type': 'DefinedTermSet', '@id': `${base}/norms`, name: 'Norms' },
})

const interpretation = (base: string, node: GraphNode, data: Interpretation): Thing => ({
  '@type': 'CreativeWork',
  '@id': `${base}${node.address}`,
  name: data.title,
  author: { '@type': 'Organization', name: data.body },
  identifier: data.symbol,
  genre: data.kind,
  dateCreated: data.date,
  datePublished: data.published,
  abstract: data.gist,
  sameAs: data.address,
  hasPart: quotations(node),
})

const statement = (base: string, node: GraphNode, data: Statement): Thing => ({
  '@type': 'CreativeWork',
  '@id': `${base}${node.address}`,
  name: data.title,
  author: { '@type': 'Organization', name: data.issuer },
  datePublished: data.date,
  text: data.text,
})

/** A claim has no rating: what holds of it depends on State, day and premises. */
const claim = (base: string, node: GraphNode, data: Statement): Thing => ({
  '@type': 'Claim',
  '@id': `${base}${node.address}`,
  name: node.title,
  identifier: node.citation,
  text: wordsOf(data, partData(node) as Claim).join(' … '),
  abstract: (partData(node) as Claim).asserts,
  appearance: { '@type': 'CreativeWork', '@id': `${base}${rootOf(node).address}`, name: data.title, datePublished: data.date },
})

const DESCRIBE: Readonly<Record<string, (base: string, node: GraphNode, data: never) => Thing>> = {
  treaty: legislation,
  article,
  norm,
  interpretation,
  statement,
  claim,
}

const inContext = (thing: Thing): string =>
  // The text of a script element ends at the first </, whatever its type.
  JSON.stringify({ '@context': 'https://schema.org', ...thing }).replaceAll('<', '\\u003c')

/** The data of a node's page; none for a kind for which schema.org has no word. */
export function jsonLdOf(site: Site, node: GraphNode): string | undefined {
  const describe = DESCRIBE[node.kind]
  return describe && inContext(describe(site.base, node, node.record.data as never))
}

/** The data of the first page. */
export const siteJsonLd = ({ base, graph }: Site): string =>
  inContext({
    '@type': 'WebSite',
    '@id': `${base}/`,
    name: 'Pacta',
    about: recordsOf(graph, 'statement').map((node) => ({ '@type': 'CreativeWork', '@id': `${base}${node.address}`, name: node.title })),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${base}${searchUrl({ q: 'TERMS' }).replace('TERMS', '{q}')}` },
      'query-input': 'required name=q',
    },
  })
