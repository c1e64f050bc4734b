/** Builds `dist` before the tests, so that the command line and the browser scripts under test are those of the source. */
import { execFileSync } from 'node:child_process'

export function setup(): void {
  execFileSync('npm', ['run', '--silent', 'prepare'], { stdio: 'inherit' })
}
