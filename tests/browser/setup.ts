/** Finds a Chromium, or installs Debian's when that is possible, and tells the tests where it is. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { chromiumPath } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string
  }
}

function install(): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
}

export function setup(project: TestProject): void {
  const root = process.getuid?.() === 0
  if (!chromiumPath() && root && existsSync('/usr/bin/apt-get')) install()
  const path = chromiumPath()
  if (!path) {
    throw new Error(
      'The browser tests need Chromium. Install it (Debian: sudo apt-get install -y chromium) or name it in CHROMIUM_PATH; without it: npm run test:unit.',
    )
  }
  project.provide('chromium', path)
}
