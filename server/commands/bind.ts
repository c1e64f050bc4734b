/** `pacta bind`: whether a provision or a norm binds a State on a day, and why. */
import { bindText } from '../argument/bind-text.ts'
import { type Folder, readSound } from './records.ts'
import { CALL, say, stop } from './terminal.ts'

export function bind(text: string, state: string | undefined, date: string | undefined, folder: Folder): void {
  const answer = bindText(readSound(folder).graph, text, state, date)
  if ('fault' in answer) stop(CALL, answer.fault)
  for (const line of answer) say(line)
}
