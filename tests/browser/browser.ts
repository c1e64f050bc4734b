/** A headless Chromium that asks nobody but the server under test. */
import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function openBrowser(): Promise<Browser> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath: inject('chromium'), args: [...QUIET, ...sandbox] })
}
