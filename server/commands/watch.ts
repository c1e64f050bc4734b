/** Notices that the records of a folder changed. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds between two looks at the folder. */
const INTERVAL = 300

/** Names, dates and sizes of all that lies in a folder; empty, while it cannot be read. */
function lookOf(folder: string): string {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => {
        const { mtimeMs, size } = statSync(join(folder, name))
        return `${name} ${mtimeMs} ${size}`
      })
      .join('\n')
  } catch {
    return ''
  }
}

/**
 * Calls back after each change, once the folder looks the same twice in a row: an editor, or a change of branch, writes
 * many files. It looks instead of waiting for the system's word, which does not come from every file system and not when
 * the folder is a link that now leads elsewhere.
 */
export function watchFolder(folder: string, onChange: () => void): () => void {
  let known = lookOf(folder)
  let before = known
  const timer = setInterval(() => {
    const now = lookOf(folder)
    const isSettled = now === before
    before = now
    if (!isSettled || now === known) return
    known = now
    onChange()
  }, INTERVAL)
  return () => clearInterval(timer)
}
