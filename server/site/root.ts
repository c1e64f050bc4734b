/** Where the package lies: its views, records and built browser scripts, from source or from `dist`. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (dirname(folder) === folder) throw new Error('package.json of pacta is missing')
  return packageRoot(dirname(folder))
}

export const ROOT = packageRoot(dirname(fileURLToPath(import.meta.url)))
