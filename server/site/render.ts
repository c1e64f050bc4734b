/** A view and its model into HTML. The only file that knows ejs. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs from 'ejs'
import { ROOT } from './root.ts'

const VIEWS = join(ROOT, 'views')

export type View = (model: object) => string

/** Compiles every view once, so that a fault in one shows at the start and not to a reader. */
export function compileViews(): ReadonlyMap<string, View> {
  const files = [...readdirSync(VIEWS).filter((name) => name.endsWith('.ejs')), 'layout/page.ejs']
  return new Map(
    files.map((name) => {
      const filename = join(VIEWS, name)
      const compiled = ejs.compile(readFileSync(filename, 'utf8'), {
        filename,
        views: [VIEWS],
        strict: true,
        localsName: 'page',
        cache: true,
        rmWhitespace: true,
      })
      return [name.slice(0, -'.ejs'.length), (model: object) => compiled(model as ejs.Data) as string]
    }),
  )
}
