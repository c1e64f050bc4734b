/** Definitions that open while the pointer or the focus is on a term. Without it, they open on a click, a tap or Enter. */

const PATIENCE = 250

function setUp(button: HTMLElement, tip: HTMLElement): void {
  let timer = 0
  const isOpen = () => tip.matches(':popover-open')
  const open = () => {
    if (!isOpen()) tip.showPopover({ source: button })
  }
  const later = (act: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(act, PATIENCE)
  }
  const close = () => {
    if (isOpen() && !tip.matches(':hover, :focus-within') && document.activeElement !== button) tip.hidePopover()
  }
  const isMouse = (event: PointerEvent) => event.pointerType === 'mouse'
  for (const element of [button, tip]) {
    element.addEventListener('pointerenter', (event) => isMouse(event) && later(open))
    element.addEventListener('pointerleave', (event) => isMouse(event) && later(close))
    element.addEventListener('focusout', () => later(close))
  }
  // A click on a button focuses it too; it must not close what its own focus has opened.
  button.addEventListener('focus', () => button.matches(':focus-visible') && open())
}

function begin(): void {
  for (const button of document.querySelectorAll<HTMLElement>('.term')) {
    const tip = document.getElementById(button.getAttribute('popovertarget') ?? '')
    if (tip) setUp(button, tip)
  }
}

// Another reading of the page replaces its content.
addEventListener('content', begin)
begin()

export {}
