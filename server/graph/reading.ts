/** Text into all the ways in which it can be taken as a citation, and a citation into its one spelling; knows no record. */
import { type Pinpoint, readPinpoint, writeArticle, writeParagraph } from '../kinds/pinpoint.ts'

/** A citation taken apart: the name of an instrument, document or record, and a place in it. */
export interface Reading {
  readonly head: string
  /** `any` where the text does not say whether an article or a paragraph is meant (`CAT 3`). */
  readonly unit: 'none' | 'article' | 'paragraph' | 'any'
  readonly pinpoint: Pinpoint | undefined
}

const NUMBER = String.raw`(?:\d+(?:\.\d+)?|[IVXLivxl]+(?![A-Za-z]))(?:\s?(?:bis|ter|quater))?`
const BRACKETS = String.raw`(?:\s?\([0-9A-Za-z]{1,4}\))`
/** Some texts have conclusions where others have articles. */
const ARTICLE = String.raw`(?:articles?|arts?\.?|conclusions?)`
const PARAGRAPH = String.raw`(?:paragraphs?|paras?\.?|¶{1,2}|§{1,2})`
/** `3(1)`, `1A(2)`, `37a`, `(b)`. */
const PLACE = String.raw`(?:${NUMBER}(?:\.?[A-Za-z](?![A-Za-z]))?(?:\.\d+)?${BRACKETS}{0,6}|${BRACKETS}{1,6})`
/** A place in an article, or `3, para. 1`, `3 § 1`. */
const PIN = String.raw`(?:${PLACE}(?:,?\s*${PARAGRAPH}\s*\d+${BRACKETS}{0,6})?)`
const range = (place: string) => String.raw`(?:${place}(?:\s*[-–—]\s*${place})?)`
const OF = String.raw`,?\s*(?:(?:of|in)\s+)?(?:the\s+)?`
/** Figures, or Chinese numerals up to 99. */
const FIGURE = String.raw`(?:\d+|[一二三四五六七八九十]{1,3})`

interface Form {
  readonly pattern: RegExp
  readonly unit: Reading['unit']
}

const form = (unit: Reading['unit'], pattern: string): Form => ({ unit, pattern: new RegExp(`^${pattern}$`, 'iu') })

const FORMS: readonly Form[] = [
  form('article', String.raw`${ARTICLE}\s*(?<pin>${range(PIN)})(?:(?=[\s,])${OF}(?<head>\S.*))?`),
  form('article', String.raw`(?<head>.+?),?\s*\b${ARTICLE}\s*(?<pin>${range(PIN)})`),
  form(
    'article',
    String.raw`${PARAGRAPH}\s*(?<part>\d+${BRACKETS}{0,6})\s+of\s+${ARTICLE}\s*(?<pin>${NUMBER})(?:(?=[\s,])${OF}(?<head>\S.*))?`,
  ),
  form('paragraph', String.raw`${PARAGRAPH}\s*(?<pin>${range(PLACE)}),?\s*(?:of|in)\s+(?:the\s+)?(?<head>.+)`),
  form('paragraph', String.raw`(?<head>.+?)(?:,\s*|\s+|(?=[¶§]))(?:at\s+)?${PARAGRAPH}\s*(?<pin>${range(PLACE)})`),
  form('any', String.raw`(?<head>.+?)(?:,?\s+(?:at\s+)?|(?=[([]))(?:(?<pin>${range(PIN)})|\[(?<pinInSquares>${range(PIN)})\])`),
  // The number may belong to the head: ExCom 25(b).
  form('any', String.raw`(?<head>.*[^\s)])(?<pin>${BRACKETS}{1,6})`),
  // 고문방지협약 제3조 제1항, 禁止酷刑公约第三条第一款
  form('article', String.raw`(?<head>.+?)\s*[제第]?\s*(?<pin>${FIGURE})\s*[조条條](?:\s*[제第]?\s*(?<part>${FIGURE})\s*[항款項])?`),
  form('paragraph', String.raw`(?<head>.+?)\s*[제第]?\s*(?<pin>${FIGURE})\s*(?:段|문단|단락|항)`),
]

/** More than this is not looked at, so that no text takes long. */
const MAX_TYPED = 2_000
const MAX_LENGTH = 500

/** A text without what is no part of a citation: width, spaces, and signs at its end. */
export const trimmed = (text: string): string =>
  text
    .slice(0, MAX_TYPED)
    .normalize('NFKC')
    .trim()
    .replace(/\s+/gu, ' ')
    .slice(0, MAX_LENGTH)
    .replace(/(?<![\s.,;:])[\s.,;:]+$/u, '')

/** The figure for a Chinese numeral (`三十三` → `33`); anything else stays as it is. */
function westernFigure(text: string): string {
  if (!/^[一二三四五六七八九十]+$/u.test(text)) return text
  const figure = (numeral: string) => '一二三四五六七八九'.indexOf(numeral) + 1
  if (!text.includes('十')) return [...text].map(figure).join('')
  const [tens = '', ones = ''] = text.split('十')
  return String((tens === '' ? 1 : figure(tens)) * 10 + figure(ones))
}

/** A paragraph named after its article is a step of the pinpoint: `3, para. 1` → `3(1)`. */
const PARAGRAPH_OF_ARTICLE = new RegExp(String.raw`,?\s*${PARAGRAPH}\s*(\d+)`, 'iu')

function pinpointOf(groups: Record<string, string | undefined>): Pinpoint | undefined {
  const pin = groups['pin'] ?? groups['pinInSquares']
  if (pin === undefined) return undefined
  const { part } = groups
  return readPinpoint(
    `${westernFigure(pin).replace(PARAGRAPH_OF_ARTICLE, '($1)')}${part ? westernFigure(part).replace(/^\d+/u, '($&)') : ''}`,
  )
}

/** All ways in which a text can be taken as a citation; whether its head names anything is for the index to say. */
export function readCitation(text: string): Reading[] {
  const clean = trimmed(text)
  if (clean === '') return []
  const readings: Reading[] = [{ head: clean, unit: 'none', pinpoint: undefined }]
  for (const { pattern, unit } of FORMS) {
    const groups = pattern.exec(clean)?.groups
    const pinpoint = groups && pinpointOf(groups)
    if (pinpoint) readings.push({ head: groups['head'] ?? '', unit, pinpoint })
  }
  return readings
}

/** The one spelling of a reading: `CAT art 3(1)`, `CAT/C/GC/4 para 13`, `CAT/C/GC/4 paras 8-9`. */
export function formatCitation({ head, unit, pinpoint }: Reading): string {
  if (pinpoint === undefined) return head
  const { from, to } = pinpoint
  if (unit === 'article') return `${head} art ${writeArticle(from)}${to ? `-${writeArticle(to)}` : ''}`.trim()
  if (unit === 'any') return `${head} ${writeParagraph(pinpoint)}`
  return `${head} ${to ? 'paras' : 'para'} ${writeParagraph(pinpoint)}`
}
