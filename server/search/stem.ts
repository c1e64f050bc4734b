/** Words into what all their forms have in common. The only file that knows lunr, whose stemmer it uses. */
import lunr from 'lunr'
import { tokenise } from './tokenise.ts'
import { plainForm } from './words.ts'

/** A change of it can change every stem. */
export const LUNR_VERSION = lunr.version

/** What all forms of a word have in common. */
export const stem = (word: string): string => lunr.stemmer(new lunr.Token(plainForm(word), {})).toString()

/** A text in stems, in its order. */
export const stemsOf = (text: string): string[] => tokenise(text).map(stem)

/** The key of a name in stems: without spaces and hyphens but between figures (3(1) is not 31). */
export const keyOf = (stems: readonly string[]): string => stems.join(' ').replace(/(?<!\d) | (?!\d)/gu, '')

/** What two ways of writing a name have in common. */
export const nameKey = (name: string): string => keyOf(stemsOf(name))
