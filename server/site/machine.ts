/** Files by which programs find their way: robots.txt, sitemap, feed, description of the search. */
import type { GraphNode } from '../graph/node.ts'
import { addressIn, escapeHtml } from './language.ts'
import type { Site } from './site.ts'

const escapeXml = escapeHtml

const xml = (lines: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`

/** The last day on which a source of the record was read; none, if no source has a day. */
function readOn({ record }: GraphNode): string | undefined {
  const { sources = [] } = record.data as { readonly sources?: readonly { readonly read?: string }[] }
  return sources
    .flatMap((source) => source.read ?? [])
    .sort()
    .at(-1)
}

export const robots = ({ base }: Site): string =>
  `User-agent: *\nDisallow: /search\nDisallow: /*/search\nDisallow: /api/search\n${base === '' ? '' : `\nSitemap: ${base}/sitemap.xml\n`}`

/** Every page for readers, in each language, with its editions in the others. */
export function sitemap({ base, languages, graph }: Site, paths: readonly string[]): string {
  const entries = paths.flatMap((path) => {
    const node = graph.nodes.get(path)
    const read = node && readOn(node)
    const editions = languages.map(
      (language) => `<xhtml:link rel="alternate" hreflang="${language.tag}" href="${escapeXml(base + addressIn(language, path))}"/>`,
    )
    return languages.map(
      (language) =>
        `<url><loc>${escapeXml(base + addressIn(language, path))}</loc>${read ? `<lastmod>${read}</lastmod>` : ''}${editions.join('')}</url>`,
    )
  })
  return xml([
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries,
    '</urlset>',
  ])
}

const FEED_SIZE = 50

/** Records hold no day of change; what they hold is when their sources were read, and that is what the feed says. */
export function feed({ base, graph }: Site): string {
  const dated = graph.roots.flatMap((node) => {
    const read = readOn(node)
    return read ? [{ node, read }] : []
  })
  const latest = dated
    .filter(({ node }) => node.kind !== 'state' && node.kind !== 'participation')
    .sort((a, b) => (a.read === b.read ? (a.node.address < b.node.address ? -1 : 1) : a.read < b.read ? 1 : -1))
    .slice(0, FEED_SIZE)
  const entries = latest.map(({ node, read }) => {
    const gist = node.outline.excerpt?.gist
    return [
      '<entry>',
      `<id>${escapeXml(base + node.address)}</id>`,
      `<title>${escapeXml(node.title)}</title>`,
      `<link href="${escapeXml(base + node.address)}"/>`,
      `<updated>${read}T00:00:00Z</updated>`,
      `<category term="${escapeXml(node.kind)}"/>`,
      ...(gist ? [`<summary>${escapeXml(gist)}</summary>`] : []),
      '</entry>',
    ].join('')
  })
  return xml([
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${escapeXml(base)}/</id>`,
    '<title>Pacta: records by the day on which their sources were last read</title>',
    `<subtitle>The ${FEED_SIZE} records whose sources were read last. A record does not say when its words were changed.</subtitle>`,
    `<link rel="self" href="${escapeXml(base)}/feed.xml"/>`,
    `<link href="${escapeXml(base)}/"/>`,
    '<author><name>The Pacta maintainers</name></author>',
    `<updated>${latest[0]?.read ?? '1970-01-01'}T00:00:00Z</updated>`,
    ...entries,
    '</feed>',
  ])
}

/** How a browser searches here from its own search box. */
export const openSearch = ({ base }: Site): string =>
  xml([
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    '<ShortName>Pacta</ShortName>',
    '<Description>Treaties, norms, interpretations and arguments in human-rights law</Description>',
    '<InputEncoding>UTF-8</InputEncoding>',
    `<Image width="16" height="16" type="image/svg+xml">${escapeXml(base)}/assets/icon.svg</Image>`,
    `<Url type="text/html" template="${escapeXml(base)}/search?q={searchTerms}"/>`,
    `<Url type="application/json" template="${escapeXml(base)}/api/search?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(base)}/opensearch.xml"/>`,
    '</OpenSearchDescription>',
  ])
