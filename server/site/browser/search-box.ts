/** The search box while you type: suggestions by kind, moved through with the arrow keys. Without it, the box is a plain form. */

interface Suggestion {
  readonly kind: string
  readonly title: string
  /** What readers call it. */
  readonly label: string
  readonly url: string
}

interface Reply {
  readonly total: number
  readonly results: readonly Suggestion[]
}

type Ask = (parameters: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Reply | undefined>

/** The bundle that answers where there is no server. */
interface Offline {
  openIndex(bytes: Uint8Array): unknown
  search(index: unknown, parameters: ReadonlyMap<string, readonly string[]>): Reply | string
}

const LIMIT = '8'

/** A copy without a server keeps its pages in files, and says in which. */
const { pactaAddress: addressOf = (address: string) => address } = globalThis as { pactaAddress?: (address: string) => string }

/** From a disk no file can be read, and no server asked. */
const askNobody: Ask = async () => undefined

const askServer: Ask = async (parameters, signal) => {
  const response = await fetch(`/api/search?${new URLSearchParams(parameters)}`, { signal })
  return response.ok ? ((await response.json()) as Reply) : undefined
}

/** Asks the file of the index. It is fetched, with what reads it, when the first question comes, and kept while the page is open. */
function askFile(script: string, file: string): Ask {
  let opened: Promise<(parameters: ReadonlyMap<string, readonly string[]>) => Reply | string> | undefined
  const open = async () => {
    const [{ openIndex, search }, response] = await Promise.all([import(script) as Promise<Offline>, fetch(file)])
    const index = openIndex(new Uint8Array(await response.arrayBuffer()))
    if (index === undefined) throw new TypeError(`${file} is not whole`)
    return (parameters: ReadonlyMap<string, readonly string[]>) => search(index, parameters)
  }
  return async (parameters, signal) => {
    opened ??= open()
    const answer = (await opened)(new Map(Object.entries(parameters).map(([name, value]) => [name, [value]])))
    return typeof answer === 'string' || signal.aborted ? undefined : answer
  }
}

function element(name: string, role: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  made.role = role
  made.append(...children)
  return made
}

function optionFor({ title, label, url }: Suggestion, prefix: string): HTMLElement {
  const name = document.createElement('span')
  name.textContent = label
  const option = element('div', 'option', title, ...(title.includes(label) ? [] : [' ', name]))
  option.dataset['url'] = addressOf(prefix + url)
  return option
}

/** A group for each kind, in the order of the best of each. */
function groupsOf(results: readonly Suggestion[], prefix: string, wordFor: (kind: string) => string): HTMLElement[] {
  const kinds = [...new Set(results.map(({ kind }) => kind))]
  return kinds.map((kind, at) => {
    const heading = element('div', 'presentation', wordFor(kind))
    heading.id = `suggested-${at}`
    heading.className = 'kind'
    const options = results.filter((suggestion) => suggestion.kind === kind).map((suggestion) => optionFor(suggestion, prefix))
    const group = element('li', 'group', heading, ...options)
    group.setAttribute('aria-labelledby', heading.id)
    return group
  })
}

function setUp(input: HTMLInputElement, list: HTMLElement, status: HTMLElement, find: Ask): void {
  // What the addresses of the reader's language begin with: nothing in English.
  const prefix = input.form?.dataset['prefix'] ?? (input.form?.getAttribute('action') ?? '').replace(/\/search$/u, '')
  const { none = '', some = '' } = status.dataset
  const words = JSON.parse(list.dataset['kinds'] ?? '{}') as Readonly<Record<string, string>>
  let options: readonly HTMLElement[] = []
  let chosen = -1
  let pending: AbortController | undefined

  const choose = (index: number) => {
    options[chosen]?.setAttribute('aria-selected', 'false')
    chosen = index
    const option = options[index]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }

  const fill = (groups: readonly HTMLElement[]) => {
    choose(-1)
    list.replaceChildren(...groups)
    options = [...list.querySelectorAll<HTMLElement>('[role=option]')]
    options.forEach((option, index) => {
      option.id = `option-${index}`
    })
    list.hidden = options.length === 0
    input.ariaExpanded = String(options.length > 0)
  }

  const close = () => {
    pending?.abort()
    fill([])
    status.textContent = ''
  }

  const show = ({ total, results }: Reply) => {
    fill(groupsOf(results, prefix, (kind) => words[kind] ?? kind))
    status.textContent = results.length === 0 ? none : some.replace('{shown}', String(results.length)).replace('{total}', String(total))
  }

  const ask = async () => {
    pending?.abort()
    const q = input.value.trim()
    if (q === '') return close()
    pending = new AbortController()
    const { signal } = pending
    try {
      const reply = await find({ q, limit: LIMIT }, signal)
      if (reply && !signal.aborted) show(reply)
    } catch (error) {
      // A newer key cancelled the request, or there is no network: the form still works.
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error
    }
  }

  const onKey = (event: KeyboardEvent) => {
    // Keys that choose a syllable of Korean or Chinese are not for the list.
    if (event.isComposing) return
    const count = options.length
    if (event.key === 'Escape') {
      if (list.hidden) input.blur()
      close()
    } else if (event.key === 'ArrowDown' && count > 0) choose((chosen + 1) % count)
    else if (event.key === 'ArrowUp' && count > 0) choose(chosen > 0 ? chosen - 1 : count - 1)
    else if (event.key === 'Enter' && chosen >= 0) location.assign(options[chosen]?.dataset['url'] ?? '')
    else return
    event.preventDefault()
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
    const url = (event.target as Element).closest<HTMLElement>('[role=option]')?.dataset['url']
    if (url) location.assign(url)
  })
  input.addEventListener('blur', close)
}

const input = document.querySelector<HTMLInputElement>('#q')
const list = document.querySelector<HTMLElement>('#suggestions')
const status = document.querySelector<HTMLElement>('#suggestions-status')
// A copy of the site without a server names the file of the index, and the script that reads it, on the form.
const { index, reader } = input?.form?.dataset ?? {}
if (input && list && status)
  setUp(input, list, status, index && reader ? askFile(reader, index) : location.protocol === 'file:' ? askNobody : askServer)

export {}
