/** What stands for node's modules in the bundle that runs in a browser: the files that the site reads come with the page, under their paths from the root of the package. */

type Files = Readonly<Record<string, string>>

const files = (): Files => (globalThis as { pactaFiles?: Files }).pactaFiles ?? {}

const ROOT = '/pacta'

const named = (path: string) => path.replace(`${ROOT}/`, '')

export const existsSync = (path: string): boolean => path === `${ROOT}/package.json` || named(path) in files()

export function readFileSync(path: string): string {
  const text = files()[named(path)]
  if (text === undefined) throw new Error(`there is no ${path}`)
  return text
}

export function readdirSync(folder: string): string[] {
  const start = `${named(folder)}/`
  const below = Object.keys(files()).filter((path) => path.startsWith(start))
  return below.map((path) => path.slice(start.length)).filter((name) => !name.includes('/'))
}

export function join(...pieces: string[]): string {
  const steps: string[] = []
  for (const step of pieces.join('/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return `/${steps.join('/')}`
}

export const resolve = (...pieces: string[]): string => join(...pieces.slice(pieces.findLastIndex((piece) => piece.startsWith('/'))))
export const dirname = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'
export const extname = (path: string): string => /\.[^./]*$/u.exec(path)?.[0] ?? ''
export const basename = (path: string, ending = ''): string => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return ending !== '' && name.endsWith(ending) ? name.slice(0, -ending.length) : name
}

export const fileURLToPath = (): string => `${ROOT}/server/site/root.js`

/** The hash of a statement is looked at when records are checked, which they were before they were copied. */
export const createHash = () => ({ update: () => ({ digest: () => '' }) })

// biome-ignore lint/style/noDefaultExport: ejs takes the modules of node whole
export default { existsSync, readFileSync, readdirSync, join, resolve, dirname, basename, extname }
