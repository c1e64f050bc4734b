/** The catalogues of words: what the messages of the interface are in other languages than English. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Language, makeLanguage, TONGUES, type Words } from './language.ts'
import { ROOT } from './root.ts'

const wordsOf = (code: string): Words =>
  code === 'en' ? {} : (JSON.parse(readFileSync(join(ROOT, 'views/words', `${code}.json`), 'utf8')) as Words)

/** Reads every language once; a catalogue that is missing or broken stops the start. English comes first. */
export const readLanguages = (): readonly Language[] => TONGUES.map((tongue) => makeLanguage(tongue, wordsOf(tongue.code)))
