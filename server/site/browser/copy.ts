/** A button beside each citation that copies it. Without it the text can still be selected. */

const RESET_AFTER = 2_000

function addButton(cited: HTMLElement, label: string, copied: string): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn copy'
  button.textContent = label
  const name = cited.previousElementSibling?.textContent ?? ''
  button.setAttribute('aria-label', `${label}: ${name}`)
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(cited.dataset['copy'] ?? '')
    button.textContent = copied
    button.setAttribute('aria-label', `${copied}: ${name}`)
    setTimeout(() => {
      button.textContent = label
      button.setAttribute('aria-label', `${label}: ${name}`)
    }, RESET_AFTER)
  })
  cited.append(button)
}

function begin(): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-copy-label]')) {
    const { copyLabel = '', copiedLabel = '' } = section.dataset
    for (const cited of section.querySelectorAll<HTMLElement>('[data-copy]')) addButton(cited, copyLabel, copiedLabel)
  }
}

// The clipboard is there only on a page that came over https or from this computer.
if (navigator.clipboard) {
  // Another reading of the page replaces its content.
  addEventListener('content', begin)
  begin()
}

export {}
