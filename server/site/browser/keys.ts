/** Keys: search, help, next and previous; and the head of a printed page. Without it, everything has a link or a button. */

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName))

function search(): void {
  const input = document.querySelector<HTMLInputElement>('#q')
  input?.focus()
  input?.select()
}

/** The next or previous claim, article or page: the link that is in sight, or the first claim where none is open. */
function go(way: 'next' | 'prev'): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`main a[rel="${way}"]`)]
  const link = links.find((one) => one.checkVisibility()) ?? document.querySelector<HTMLAnchorElement>('.marginlist a[data-claim]')
  link?.click()
}

const KEYS: Readonly<Record<string, () => void>> = {
  '/': search,
  '?': () => document.querySelector<HTMLElement>('#keys')?.togglePopover(),
  n: () => go('next'),
  p: () => go('prev'),
}

document.addEventListener('keydown', (event) => {
  const act = KEYS[event.key]
  if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  event.preventDefault()
  act()
})

// The address and the day are known only where the page is printed.
addEventListener('beforeprint', () => {
  const memo = document.querySelector('#memo-address')
  if (memo)
    memo.textContent = `${location.href}, ${new Date().toLocaleDateString(document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang, { dateStyle: 'long' })}`
})

export {}
