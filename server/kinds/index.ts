/** The list of kinds; its order is that of the menu. */
import { argument } from './argument.ts'
import { counterArgument } from './counter-argument.ts'
import { interpretation } from './interpretation.ts'
import type { Kind } from './kind.ts'
import { norm } from './norm.ts'
import { participation } from './participation.ts'
import { state } from './state.ts'
import { statement } from './statement.ts'
import { term } from './term.ts'
import { treaty } from './treaty.ts'

export const kinds: readonly Kind[] = [
  statement,
  treaty,
  norm,
  interpretation,
  argument,
  counterArgument,
  state,
  participation,
  term,
] as readonly Kind[]
