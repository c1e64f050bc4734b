/** Where this system keeps what a program can make again. */
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** A user without a home, as in some containers, has no such folder. */
function home(): string | undefined {
  try {
    return homedir() || undefined
  } catch {
    return undefined
  }
}

/** The folder for the caches of Pacta: XDG Base Directory, or what macOS and Windows have for it. */
export function cacheFolder(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { XDG_CACHE_HOME: named, LOCALAPPDATA: local } = env
  const own = home()
  if (named && isAbsolute(named)) return join(named, 'pacta')
  if (platform === 'win32') return local ? join(local, 'pacta', 'cache') : undefined
  return own === undefined ? undefined : join(own, platform === 'darwin' ? 'Library/Caches' : '.cache', 'pacta')
}
