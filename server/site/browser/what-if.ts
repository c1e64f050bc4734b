/** Choices without a new page: a link or form that leads to another reading of this page swaps its content. Without it, they are plain links and forms. */

const status = document.createElement('p')
status.className = 'vh'
status.role = 'status'
document.body.append(status)

const pageOf = ({ pathname, search }: URL | Location) => pathname + search

let shown = pageOf(location)
let pending: AbortController | undefined

const textOf = (element: Element | null) => (element?.textContent ?? '').replace(/\s+/gu, ' ').trim()

/** Finds a control again on the page that takes the place of this one: the same words under the same id, the same one of several. */
function sameControl(main: Element, control: Element, next: Element): HTMLElement | undefined {
  const id = control.closest('[id]')?.id
  const alike = (page: Element) =>
    [...(page.querySelector(`[id="${id}"]`) ?? page).querySelectorAll<HTMLElement>('a, button')].filter(
      (other) => textOf(other) === textOf(control),
    )
  return alike(next)[alike(main).indexOf(control as HTMLElement)]
}

function swap(main: HTMLElement, next: HTMLElement, control: Element | undefined): void {
  const again = control && sameControl(main, control, next)
  const top = control?.getBoundingClientRect().top ?? 0
  const open = [...main.querySelectorAll('details')].map((details) => details.open)
  main.replaceWith(next)
  for (const [at, details] of next.querySelectorAll('details').entries()) details.open = open[at] ?? false
  // What stands above may have grown; the control stays where the reader's eye is.
  if (again) scrollBy(0, again.getBoundingClientRect().top - top)
  else document.getElementById(location.hash.slice(1))?.scrollIntoView()
  ;(again ?? next).focus({ preventScroll: true })
  dispatchEvent(new Event('content'))
  status.textContent = textOf(next.querySelector('.choices > span, .as-if, .verdict .big, .tally, .answer') ?? next.querySelector('h1'))
}

/** Shows another reading of this page; whatever goes wrong, the browser goes there itself. */
async function show(url: URL, control?: Element): Promise<void> {
  pending?.abort()
  pending = new AbortController()
  const { signal } = pending
  try {
    const main = document.querySelector('main')
    main?.setAttribute('aria-busy', 'true')
    const response = await fetch(url, { signal })
    const page = new DOMParser().parseFromString(response.ok ? await response.text() : '', 'text/html')
    const next = page.querySelector('main')
    if (!main || !next) throw new Error('no page')
    if (control) history.pushState(null, '', url)
    shown = pageOf(url)
    document.title = page.title
    swap(main, document.adoptNode(next), control)
  } catch {
    if (!signal.aborted) location.assign(url)
  }
}

const isHere = (url: URL) => url.origin === location.origin && url.pathname === location.pathname && pageOf(url) !== shown

addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('main a[href]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !isHere(new URL(link.href))) return
  event.preventDefault()
  void show(new URL(link.href), link)
})

addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  const url = new URL(form.action)
  url.search = new URLSearchParams(new FormData(form) as unknown as Record<string, string>).toString()
  if (!form.closest('main') || !isHere(url)) return
  event.preventDefault()
  void show(url, event.submitter ?? form)
})

addEventListener('popstate', () => {
  if (pageOf(location) !== shown) void show(new URL(location.href))
})

export {}
