/** In a copy of the site without a server: computes in the browser what an address asks for besides its page. Without it, pages show the default reading. */

interface SiteInBrowser {
  answer(path: string, search: string): Promise<{ readonly html: string } | { readonly location: string }>
}

interface Loaded {
  readonly pactaFiles?: Readonly<Record<string, string>>
  readonly pactaBase?: string
  readonly pacta?: {
    openSite(files: Readonly<Record<string, string>>, base: string, say: (path: string, rest: string) => string): SiteInBrowser
  }
}

const script = document.currentScript as HTMLScriptElement
const root = new URL('..', script.src)
const working = script.dataset['working'] ?? ''

/** The path of a page, as it is on a server. */
const pathOf = ({ pathname }: URL | Location) => `/${pathname.slice(root.pathname.length)}`.replace(/\/(?:index\.html)?$/u, '') || '/'

/** Where a copy keeps what is at a path of the site. */
function addressOf(path: string, rest: string): string {
  const file = /\.[a-z]+$/u.test(path)
    ? path
    : path.startsWith('/api/') || path === '/api'
      ? `${path}.json`
      : `${path === '/' ? '' : path}/index.html`
  return new URL(file.slice(1), root).href + rest
}

const fileAt = (address: string) => {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(address) ?? []
  return addressOf(path, rest)
}

const assetAt = (name: string) => new URL(`assets/${name}`, root).href

const load = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const element = document.createElement('script')
    element.src = assetAt(name)
    element.addEventListener('load', () => resolve())
    element.addEventListener('error', reject)
    document.head.append(element)
  })

/** What the address asks for that is shown. */
let shown = ''
let opened: Promise<SiteInBrowser> | undefined

async function open(): Promise<SiteInBrowser> {
  await Promise.all([load('records.js'), load('site.js')])
  const { pacta, pactaFiles = {}, pactaBase = '' } = globalThis as unknown as Loaded
  if (!pacta) throw new Error('the site did not load')
  return pacta.openSite(pactaFiles, pactaBase, addressOf)
}

const status = document.createElement('p')
status.role = 'status'
status.className = 'working'

function swap(html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html')
  const main = next.querySelector('main')
  const input = document.querySelector<HTMLInputElement>('#q')
  const asked = next.querySelector<HTMLInputElement>('#q')
  if (input && asked) input.value = asked.value
  if (main) document.querySelector('main')?.replaceWith(document.adoptNode(main))
  for (const link of next.querySelectorAll<HTMLAnchorElement>('.tongues a')) {
    const here = document.querySelector(`.tongues a[hreflang="${link.hreflang}"]`)
    if (here) here.setAttribute('href', link.getAttribute('href') ?? '')
  }
  document.title = next.title
  dispatchEvent(new Event('content'))
}

async function show(url: URL | Location): Promise<void> {
  shown = url.search
  status.textContent = working
  document.querySelector('main')?.before(status)
  opened ??= open()
  const answer = await (await opened).answer(pathOf(url), url.search)
  if ('location' in answer) {
    location.replace(fileAt(answer.location))
    return
  }
  swap(answer.html)
  status.remove()
  document.getElementById(decodeURIComponent(url.hash.slice(1)))?.scrollIntoView()
}

/** Shows a reading of the page that is open; from a disk no address can be set, and the browser goes there. */
function go(event: Event, url: URL): void {
  if (url.origin !== location.origin || location.protocol === 'file:' || pathOf(url) !== pathOf(location) || url.search === location.search)
    return
  event.preventDefault()
  history.pushState(null, '', url)
  void show(url)
}

addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('main a[href]')
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) go(event, new URL(link.href))
})

addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const url = new URL(form.action)
  url.search = new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString()
  go(event, url)
})

addEventListener('popstate', () => {
  if (location.search === shown) return
  if (location.search === '') location.reload()
  else void show(location)
})

Object.assign(globalThis, { pactaAddress: fileAt })
const form = document.querySelector<HTMLFormElement>('.find form')
// From a disk no file can be read, so that the box suggests nothing there; the form works.
if (form && location.protocol !== 'file:')
  Object.assign(form.dataset, { index: assetAt('search.index'), reader: assetAt('offline.js'), prefix: script.dataset['prefix'] ?? '' })

if (location.search !== '') void show(location)
