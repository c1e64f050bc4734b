/** The few files that pages load: a fixed table, so that no address ever becomes a path on the disk. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'

export interface Asset {
  readonly type: string
  readonly body: Buffer
}

const FILES: readonly (readonly [string, string, string])[] = [
  ['/assets/style.css', 'text/css; charset=utf-8', 'views/style.css'],
  ['/assets/icon.svg', 'image/svg+xml', 'views/icon.svg'],
  ...['search-box', 'keys', 'reader', 'definitions', 'what-if', 'copy'].map(
    (name) => [`/assets/${name}.js`, 'text/javascript; charset=utf-8', `dist/server/site/browser/${name}.js`] as const,
  ),
]

/** The stylesheet as a text. */
export const STYLE = readFileSync(join(ROOT, 'views/style.css'), 'utf8')

/** Reads the files once; one that is missing stops the start. */
export const loadAssets = (): ReadonlyMap<string, Asset> =>
  new Map(FILES.map(([url, type, file]) => [url, { type, body: readFileSync(join(ROOT, file)) }]))
