/** The search box while you type: suggestions from the server, moved through with the arrow keys. Without it, the box is a plain form. */

interface Suggestion {
  readonly kind: string
  readonly citation: string
  readonly title: string
  readonly url: string
}

interface Reply {
  readonly total: number
  readonly results: readonly Suggestion[]
}

const LIMIT = 8

function optionFor(suggestion: Suggestion, index: number, prefix: string): HTMLLIElement {
  const option = document.createElement('li')
  option.id = `option-${index}`
  option.role = 'option'
  option.dataset['url'] = prefix + suggestion.url
  const name = document.createElement('span')
  name.textContent = suggestion.title.startsWith(suggestion.citation) ? suggestion.title : `${suggestion.citation} ${suggestion.title}`
  const kind = document.createElement('span')
  kind.className = 'kind'
  kind.textContent = suggestion.kind
  option.append(name, kind)
  return option
}

function setUp(input: HTMLInputElement, list: HTMLUListElement, status: HTMLElement): void {
  // What the addresses of the reader's language begin with: nothing in English.
  const prefix = (input.form?.getAttribute('action') ?? '').replace(/\/search$/u, '')
  const { none = '', some = '' } = status.dataset
  let chosen = -1
  let pending: AbortController | undefined

  const options = () => [...list.querySelectorAll<HTMLLIElement>('[role=option]')]

  const choose = (index: number) => {
    chosen = index
    options().forEach((option, at) => {
      option.ariaSelected = String(at === index)
    })
    if (index < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `option-${index}`)
    options()[index]?.scrollIntoView({ block: 'nearest' })
  }

  const close = () => {
    pending?.abort()
    list.hidden = true
    list.replaceChildren()
    input.ariaExpanded = 'false'
    status.textContent = ''
    choose(-1)
  }

  const show = ({ total, results }: Reply) => {
    list.replaceChildren(...results.map((suggestion, index) => optionFor(suggestion, index, prefix)))
    list.hidden = results.length === 0
    input.ariaExpanded = String(results.length > 0)
    status.textContent = results.length === 0 ? none : some.replace('{shown}', String(results.length)).replace('{total}', String(total))
    choose(-1)
  }

  const ask = async () => {
    pending?.abort()
    const q = input.value.trim()
    if (q === '') return close()
    pending = new AbortController()
    try {
      const response = await fetch(`/api/search?${new URLSearchParams({ q, limit: String(LIMIT) })}`, { signal: pending.signal })
      if (response.ok) show((await response.json()) as Reply)
    } catch (error) {
      // A newer key cancelled the request, or there is no network: the form still works.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error
    }
  }

  const onKey = (event: KeyboardEvent) => {
    const count = options().length
    if (event.key === 'Escape') {
      if (list.hidden) input.blur()
      close()
      event.preventDefault()
    } else if (event.key === 'ArrowDown' && count > 0) {
      choose(chosen + 1 < count ? chosen + 1 : 0)
      event.preventDefault()
    } else if (event.key === 'ArrowUp' && count > 0) {
      choose(chosen > 0 ? chosen - 1 : count - 1)
      event.preventDefault()
    } else if (event.key === 'Enter' && chosen >= 0) {
      const url = options()[chosen]?.dataset['url']
      if (url) {
        event.preventDefault()
        location.assign(url)
      }
    }
  }

  input.role = 'combobox'
  input.ariaAutoComplete = 'list'
  input.ariaExpanded = 'false'
  input.setAttribute('aria-controls', list.id)
  input.addEventListener('input', () => void ask())
  input.addEventListener('keydown', onKey)
  // The list must not close before a click on it is done.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const url = (event.target as Element).closest<HTMLLIElement>('[role=option]')?.dataset['url']
    if (url) location.assign(url)
  })
  input.addEventListener('blur', close)
}

const input = document.querySelector<HTMLInputElement>('#q')
const list = document.querySelector<HTMLUListElement>('#suggestions')
const status = document.querySelector<HTMLElement>('#suggestions-status')
if (input && list && status) setUp(input, list, status)

export {}
