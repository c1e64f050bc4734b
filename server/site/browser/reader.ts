/** The statement while you read: the list beside it follows the scroll, and the words of the open claim are tinted and in sight. Without it, every link works the same. */

const OPEN = '#open-'

const marksOf = (claim: string) => [...document.querySelectorAll<HTMLElement>(`.text [data-claim="${claim}"]`)]

const inList = (claim: string) => document.querySelector<HTMLElement>(`.marginlist [data-claim="${claim}"]`)

const isInSight = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < innerHeight * 0.5
}

/** The claim that the address opens, and the claim whose words it has. */
function openClaim(): { claim: string; words: string } | undefined {
  if (!location.hash.startsWith(OPEN)) return undefined
  const card = document.getElementById(location.hash.slice(1))
  const words = card?.dataset['words']
  return words === undefined ? undefined : { claim: location.hash.slice(OPEN.length), words }
}

function showOpen(): void {
  const open = openClaim()
  for (const element of document.querySelectorAll('.is-open')) element.classList.remove('is-open')
  for (const element of document.querySelectorAll('.marginlist [aria-current]')) element.removeAttribute('aria-current')
  if (open === undefined) return
  const marks = marksOf(open.words)
  for (const mark of marks) mark.classList.add('is-open')
  for (const bar of document.querySelectorAll(`.strip [data-claim="${open.words}"]`)) bar.classList.add('is-open')
  inList(open.claim)?.setAttribute('aria-current', 'true')
  const [first] = marks
  if (first && !isInSight(first)) first.scrollIntoView()
}

/** Marks in the list which claims are being read, and keeps the first of them in sight there. */
function follow(list: HTMLElement): void {
  const inSight = new Set<Element>()
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) inSight[isIntersecting ? 'add' : 'delete'](target)
      const here = new Set([...inSight].map((mark) => (mark as HTMLElement).dataset['claim']))
      const items = [...list.querySelectorAll<HTMLElement>('.marginlist [data-claim]')]
      for (const item of items) item.classList.toggle('is-here', here.has(item.dataset['claim']))
      const first = items.find((item) => item.classList.contains('is-here'))
      if (first && openClaim() === undefined) list.scrollTop = first.offsetTop - list.clientHeight / 3
    },
    { rootMargin: '-15% 0px -55% 0px' },
  )
  for (const mark of document.querySelectorAll('.text [data-claim]')) watch.observe(mark)
}

function begin(): void {
  const margin = document.querySelector<HTMLElement>('.margin')
  if (margin === null) return
  showOpen()
  follow(margin)
}

addEventListener('hashchange', showOpen)
// Another reading of the page replaces its content.
addEventListener('content', begin)
begin()

export {}
