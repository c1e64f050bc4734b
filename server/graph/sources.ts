/** A folder of source texts into articles and paragraphs: `treaties/*.json`, and UN documents, one to a line, in `un-documents/`. */
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import type { Problem } from './problem.ts'
import { nameKeys, type SourcePart, type SourceText } from './verify.ts'

export interface Sources {
  readonly texts: readonly SourceText[]
  /** With a problem among them, the texts are not complete. */
  readonly problems: readonly Problem[]
}

const fault = (file: string, message: string, line = 1): Problem => ({ file, line, column: 1, message, severity: 'error' })

const reasonOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? (error as Error).message

const treatyFile = z.object({
  treaty_en: z.string(),
  preamble_en: z.string().optional(),
  articles: z.array(z.object({ article: z.string(), content_en: z.string() })),
})

const unDocument = z.object({
  symbol: z.string(),
  title: z.string().optional(),
  paragraphs: z.array(z.object({ n: z.string(), text: z.string() })),
})

const CHINESE = '〇一二三四五六七八九'
const LATIN = ['', '', 'bis', 'ter', 'quater']

/** Below a thousand: 一百二十八 → 128. */
function chineseFigure(numeral: string): number {
  const [, hundreds = '', tens = '', ones = ''] = /^(?:(.?)百零?)?(?:(.?)十)?(.?)$/u.exec(numeral) ?? []
  const digit = (letter: string, unit: boolean) => (letter ? CHINESE.indexOf(letter) : unit ? 1 : 0)
  return digit(hundreds, numeral.includes('百')) * 100 + digit(tens, numeral.includes('十')) * 10 + digit(ones, false)
}

/** The number of an article: 八之二 → 8 bis. A number that is not Chinese stays as it is. */
function articleNumber(numeral: string): string {
  const [main = '', added = ''] = numeral.split('之')
  if (!/^[〇零一二三四五六七八九十百]+$/u.test(main)) return numeral
  return [chineseFigure(main), LATIN[CHINESE.indexOf(added)]].filter(Boolean).join(' ')
}

/** Paragraphs of an article, where the copy begins them with 1., 2., 3. or A., B., C. at a line's start. */
function partsOfArticle(number: string, text: string): SourcePart[] {
  const parts: SourcePart[] = []
  let lines: string[] = []
  let place = [number]
  const close = () => {
    if (lines.length > 0) parts.push({ place, text: lines.join('\n') })
    lines = []
  }
  let labels = ['1', 'A']
  for (const line of text.split('\n')) {
    const label = labels.find((item) => line.startsWith(`${item}.`))
    if (label !== undefined) {
      close()
      place = [number, label]
      labels = [/\d/u.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1)]
    }
    lines.push(line)
  }
  close()
  return parts
}

function readTreaty(file: string): SourceText | Problem {
  try {
    const data = treatyFile.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    if (!data.success) return fault(file, 'is not a text of a treaty: expected treaty_en and articles, each with article and content_en')
    const { treaty_en: title, preamble_en: preamble, articles } = data.data
    return {
      file,
      names: [title, basename(file, '.json')],
      parts: [
        ...(preamble ? [{ place: ['preamble'], text: preamble }] : []),
        ...articles.flatMap((item) => partsOfArticle(articleNumber(item.article), item.content_en)),
      ],
    }
  } catch (error) {
    return fault(file, `cannot be read: ${reasonOf(error)}`)
  }
}

/** Symbol and title of a line, without the work of reading its paragraphs. */
function headOf(line: string): readonly string[] {
  const head = line.slice(0, line.indexOf('"paragraphs"'))
  return [...head.matchAll(/"(?:symbol|title)"\s*:\s*("(?:[^"\\]|\\.)*")/gu)].map(([, name = '""']) => String(JSON.parse(name)))
}

function documentOf(file: string, line: string): SourceText | undefined {
  const data = unDocument.safeParse(JSON.parse(line))
  if (!data.success) return undefined
  const { symbol, title, paragraphs } = data.data
  return {
    file: `${file} ${symbol}`,
    names: [symbol, ...(title === undefined ? [] : [title])],
    parts: paragraphs.map(({ n, text }) => ({
      place: [n.trim().replace(/\.$/u, '')].filter(Boolean),
      // Marks of footnotes stand in the middle of sentences.
      text: text.replace(/\[\[fn:[^\]]*\]\]/gu, ''),
    })),
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file)
  // A pipeline hands an error of the file on to its end, where the loop below throws it.
  const stream = file.endsWith('.gz') ? pipeline(bytes, createGunzip(), () => {}) : bytes
  stream.setEncoding('utf8')
  let rest = ''
  for await (const chunk of stream) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  yield rest
}

/** Reads a large file line by line, and of it only the documents that are wanted. */
async function readDocuments(file: string, wanted: ReadonlySet<string>): Promise<Sources> {
  const texts: SourceText[] = []
  let number = 0
  try {
    for await (const line of linesOf(file)) {
      number++
      const head = headOf(line)
      if (line.trim() === '' || (head.length > 0 && ![...nameKeys(head)].some((key) => wanted.has(key)))) continue
      const text = documentOf(file, line)
      if (!text)
        return { texts, problems: [fault(file, 'is not a document: expected symbol and paragraphs, each with n and text', number)] }
      texts.push(text)
    }
    return { texts, problems: [] }
  } catch (error) {
    return { texts, problems: [fault(file, `cannot be read: ${reasonOf(error)}`, Math.max(1, number))] }
  }
}

const filesIn = (folder: string, ending: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => ending.test(name) && !name.startsWith('.'))
        .sort()
        .map((name) => join(folder, name))
    : []

function readStatement(file: string): SourceText | Problem {
  try {
    return { file, names: [basename(file, extname(file))], parts: [{ place: [], text: readFileSync(file, 'utf8') }] }
  } catch (error) {
    return fault(file, `cannot be read: ${reasonOf(error)}`)
  }
}

/** Reads a folder of sources, and statements: those in `../statement` beside it, or the one file that is named. */
export async function readSources(folder: string, wanted: ReadonlySet<string>, statement?: string): Promise<Sources> {
  const treaties = filesIn(join(folder, 'treaties'), /\.json$/u)
  const documents = filesIn(join(folder, 'un-documents'), /\.ndjson(\.gz)?$/u)
  if (treaties.length + documents.length === 0)
    return { texts: [], problems: [fault(folder, 'holds no sources: expected treaties/*.json or un-documents/*.ndjson.gz')] }
  const statements = statement === undefined ? filesIn(join(folder, '..', 'statement'), /\.txt$/u) : [statement]
  const single = [...treaties.map(readTreaty), ...statements.map(readStatement)]
  const several = await Promise.all(documents.map((file) => readDocuments(file, wanted)))
  return {
    texts: [...single.filter((item) => 'parts' in item), ...several.flatMap((item) => item.texts)],
    problems: [...single.filter((item) => 'message' in item), ...several.flatMap((item) => item.problems)],
  }
}
