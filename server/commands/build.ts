/** `pacta build`: the whole site as files, for any file server or a disk. */
import { kinds } from '../kinds/index.ts'
import { writeExport } from '../site/export.ts'
import { makeSite } from '../site/site.ts'
import { type Folder, readSound } from './records.ts'
import { CALL, say, stop } from './terminal.ts'

interface BuildOptions extends Folder {
  readonly out: string
  readonly base?: string
}

export async function build({ out, base = '', ...folder }: BuildOptions): Promise<void> {
  const { graph, removed } = readSound(folder)
  const written = await writeExport(makeSite(graph, kinds, { base, removed }), out)
  if (typeof written === 'string') stop(CALL, written)
  say(`${out}: ${written.files} files`)
}
