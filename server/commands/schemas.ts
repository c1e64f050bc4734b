/** `pacta schemas`: the schemas for editors and the reference of records, written from the kinds. */
import { join } from 'node:path'
import { kinds } from '../kinds/index.ts'
import { editorSchemas, recordsReference } from '../site/schemas.ts'
import { writeWhole } from '../site/write.ts'
import type { Folder } from './records.ts'

export function schemas({ knowledge, docs }: Folder & { readonly docs?: string }): void {
  for (const [name, text] of editorSchemas(kinds)) writeWhole(join(knowledge, '.schema', name), text)
  if (docs !== undefined) writeWhole(docs, recordsReference(kinds))
}
