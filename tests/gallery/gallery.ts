/** docs/style.html: every element of the style, cut from the pages of the site, so that it is what readers see. */
import { withAddresses } from '../../server/site/copy.ts'
import { escapeHtml } from '../../server/site/language.ts'
import { cut } from './cut.ts'
import { ELEMENTS, type Element } from './elements.ts'

/** Where `npm start` serves the site: a file on a disk has no other place for its links to lead to. */
const SITE = 'http://127.0.0.1:3000'

/** Ids that the stylesheet or the signs name stay; all others are made the element's own, since two pages may use the same. */
const ID = /(?<= (?:id|for|popovertarget|aria-labelledby)=")(?!only-|hatch|cross)/gu

/** An element among others in one file: no id twice, and every link leads somewhere. */
function settled(html: string, { id, page }: Element): string {
  const ids = new Set([...html.matchAll(/ id="([^"]+)"/gu)].map((match) => match[1]))
  const linked = withAddresses(html, (path, rest) => `${SITE}${path}${rest}`).replace(
    /(<(a|use)\b[^>]* href=")#([^"]+)/gu,
    (whole, before: string, tag: string, target: string) =>
      ids.has(target) ? `${before}#${id}-${target}` : tag === 'a' ? `${before}${SITE}${page}#${target}` : whole,
  )
  return linked.replace(ID, `${id}-`)
}

function section(element: Element, html: string): string {
  const { id, name, says, classes, page, piece } = element
  const shown = cut(html, piece)
  const names = classes.split(' ')
  const held = new Set([...shown.matchAll(/ class="([^"]+)"/gu)].flatMap((match) => (match[1] ?? '').split(' ')))
  const missing = names.filter((one) => !held.has(one))
  if (missing.length > 0) throw new Error(`${name}: no ${missing.join(', ')} on ${page}`)
  const used = `<a href="${SITE}${escapeHtml(page)}">${escapeHtml(page)}</a>`
  return `<section class="sec wide" id="${id}" aria-labelledby="h-${id}"><h2 id="h-${id}">${name}</h2>
<p>${says}</p>
<p class="why">${names.map((one) => `<code>.${one}</code>`).join(' ')} on ${used}</p>
<div class="shown">
${settled(shown, element)}
</div></section>
`
}

const menu = ELEMENTS.map(({ id, name }) => `<li><a href="#${id}">${name}</a></li>`).join('\n')

/** The file. Its few own rules frame what is shown, and open what a page keeps closed. */
export async function gallery(base: string): Promise<string> {
  const pages = new Map<string, Promise<string>>()
  const pageAt = (path: string) => {
    const page = pages.get(path) ?? fetch(`${base}${path}`).then((response) => response.text())
    pages.set(path, page)
    return page
  }
  const sections: string[] = []
  for (const element of ELEMENTS) sections.push(section(element, await pageAt(element.page)))
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Elements of the style - Pacta</title>
<link rel="stylesheet" href="../views/style.css">
<link rel="icon" href="../views/icon.svg" type="image/svg+xml">
<style>
.shown { margin-top: 1rem; padding: 1rem; border: 1px dashed var(--edge); }
.shown > * { margin-block: 0; }
.sec > .why code { white-space: nowrap; }
.card { display: block; max-width: 24rem; }
@media screen {
  .shown .memo { display: block; }
  #keys [popover], #term [popover] { display: block; position: static; margin: 0.5rem 0 0; }
}
@media print {
  main { page: auto !important; }
  #diamonds { page: lying; }
  .sec > :not(.shown) { break-after: avoid; }
  .sec:has(> .shown > :is(.crumbs, .find, .big-find, .btn, .pager, .tongues, .foot, .keys, .card, .choices)) { display: none; }
  main a[href^="${SITE}"]::after { content: none; }
}
</style>
</head>
<body>
<!-- Written by npm run generate from the pages of the site; do not edit. -->
<a class="skip" href="#main">Skip to content</a>
${cut(await pageAt('/'), '<svg class="vh"')}
<div class="side">
<header class="brand"><a href="${SITE}/">Pacta<span>Elements of the style</span></a></header>
<button class="btn open-menu" popovertarget="menu">Menu</button>
<nav id="menu" class="menu" popover aria-label="Elements">
<button class="btn close-menu" popovertarget="menu" popovertargetaction="hide">Close</button>
<h2>Elements</h2>
<ul>
${menu}
</ul>
</nav>
</div>
<main id="main" tabindex="-1">
<header class="head"><p class="kind">Style</p><h1>Elements of the style</h1>
<p class="lede">Each element as readers see it: cut from a page of the site, under its stylesheet, with what it is for, its classes and the page.</p>
<p class="why">These are samples of form. What one of them says is a part of its page, where the other side stands beside it; links lead there while <code>npm start</code> serves the site. The principles: <a href="style.md">style.md</a>.</p></header>
${sections.join('')}</main>
</body>
</html>
`
}
