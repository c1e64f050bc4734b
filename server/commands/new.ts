/** `pacta new`: a record to fill in, never over one that is there. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { nearest } from '../graph/nearest.ts'
import { kinds } from '../kinds/index.ts'
import { draftRecord } from '../site/template.ts'
import { writeWhole } from '../site/write.ts'
import type { Folder } from './records.ts'
import { CALL, say, stop } from './terminal.ts'

export function draft(name: string, id: string, { knowledge }: Folder): void {
  const kind = kinds.find((item) => item.name === name)
  const names = kinds.map((item) => item.name)
  const hint = nearest(name, names)
  if (!kind) stop(CALL, `there is no kind ${JSON.stringify(name)}${hint ? `; did you mean ${hint}?` : ''} Kinds: ${names.join(', ')}`)
  if (!/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/u.test(id))
    stop(CALL, `${JSON.stringify(id)} cannot be an id; expected letters, figures and hyphens`)
  const file = join(knowledge, kind.folder, `${id}.yaml`)
  if (existsSync(file)) stop(CALL, `${file} is there already`)
  writeWhole(file, draftRecord(kind, id))
  say(`${file}\nFill in what is empty; then: pacta check`)
}
