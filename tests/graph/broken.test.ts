/** Every broken folder is refused, with the place and the reason of its one fault. */
import { execFile, execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Files, knowledgeFolder, problemsIn, problemsOf, stateYaml, treatyYaml, wholeKnowledge } from '../make.ts'

const FIXTURES = join('tests', 'fixtures', 'broken')

/** Name of the fixture, place of its fault, and what the message says of it. */
type Row = readonly [name: string, place: string, part: string]

const YAML: readonly Row[] = [
  ['yaml-syntax', 'treaties/cat.yaml:3:1', 'deficient indentation'],
  ['yaml-unquoted-colon', 'treaties/cat.yaml:10:29', 'a text with ": " in it goes in quotes'],
  ['tab-indentation', 'treaties/cat.yaml:10:1', 'tab characters must not be used in indentation'],
  ['duplicate-key', 'treaties/cat.yaml:7:1', 'duplicated mapping key'],
  ['alias', 'treaties/cat.yaml:5:15', 'uses an alias (*name); write the value out'],
  ['anchor-cycle', 'treaties/cat.yaml:7:21', 'uses an alias (*name); write the value out'],
  ['merge-key', 'treaties/cat.yaml:12:5', 'unknown key "<<"'],
  ['proto-key', 'treaties/cat.yaml:7:1', 'a key must not be called __proto__'],
  ['list-as-key', 'treaties/cat.yaml:7:3', 'a key must be a plain word'],
  ['custom-tag', 'treaties/cat.yaml:6:7', 'unknown scalar tag !<!form>'],
  ['too-deep', 'treaties/cat.yaml:7:26', 'nesting exceeded maxDepth (20)'],
  ['empty-file', 'treaties/cat.yaml:1:1', 'the record is empty'],
  ['comment-only', 'treaties/cat.yaml:1:1', 'the record is empty'],
  ['two-documents', 'treaties/cat.yaml:27:1', 'holds more than one document'],
  ['second-document-empty', 'treaties/cat.yaml:26:1', 'holds more than one document'],
]

const FOLDERS: readonly Row[] = [
  ['no-yaml-ending', 'treaties/cedaw.yml:1:1', 'expected a file whose name ends in .yaml'],
  ['unknown-folder', 'treatys:1:1', 'no kind of record lives here; did you mean treaties?'],
  ['id-not-file-name', 'treaties/cat.yaml:1:5', 'the id is "cat-1984", the file is called cat.yaml'],
  ['id-with-capitals', 'treaties/cat.yaml:1:5', 'expected small letters, figures and hyphens'],
]

const FIELDS: readonly Row[] = [
  ['unknown-key', 'treaties/cat.yaml:7:1', 'unknown key "depositery"; did you mean depositary?'],
  ['unknown-nested-key', 'treaties/cat.yaml:18:9', 'unknown key "notes"; did you mean note?'],
  ['missing-key', 'treaties/cat.yaml:1:1', 'the key shortTitle is missing'],
  ['missing-enum-key', 'treaties/cat.yaml:1:1', 'the key form is missing: expected one of treaty, declaration, ILC text'],
  ['missing-nested-key', 'treaties/cat.yaml:18:5', 'the key heading is missing'],
  ['not-a-mapping', 'treaties/cat.yaml:1:1', 'expected keys with values'],
  ['number-for-text', 'treaties/cat.yaml:18:13', 'number is 4; expected text: put it in quotes'],
  ['year-without-quotes', 'treaties/cat.yaml:7:10', 'adopted is 1984; expected text: put it in quotes'],
  ['yes-for-text', 'states/CHN.yaml:2:7', 'name is true; expected text: put it in quotes'],
  ['list-for-text', 'treaties/cat.yaml:2:8', 'title is ["Convention against Torture","Torture Convention"]; expected text'],
  ['text-for-list', 'norms/non-refoulement.yaml:5:11', 'elements is "A return."; expected a list'],
  ['text-for-number', 'statements/hrf.yaml:14:16', 'start is "0"; expected a number'],
  ['empty-value', 'treaties/cat.yaml:2:1', 'title is empty; expected text'],
  ['empty-item', 'norms/non-refoulement.yaml:6:3', 'elements 2 is empty; expected text'],
  ['empty-list', 'norms/non-refoulement.yaml:5:11', 'elements is an empty list; expected at least one'],
  ['wrong-enum', 'treaties/cat.yaml:6:7', 'form is "traety"; expected one of treaty, declaration, ILC text; did you mean treaty?'],
  ['wrong-enum-nested', 'arguments/ARG-L01-1.yaml:10:13', 'stance is "acepted"; expected one of'],
  ['no-such-day', 'treaties/cat.yaml:8:10', 'inForce: no such day in the calendar'],
  ['date-in-words', 'statements/hrf.yaml:6:9', 'expected a date written year-month-day, such as 2023-10-09'],
  ['two-lines', 'treaties/cat.yaml:3:3', 'expected one line'],
  ['white-space-at-the-end', 'treaties/cat.yaml:19:14', 'begins or ends with white space'],
  ['javascript-address', 'treaties/cat.yaml:23:14', 'expected an http or https address'],
  ['address-with-user-name', 'treaties/cat.yaml:23:14', 'without a user name'],
  ['bidi-override', 'treaties/cat.yaml:2:8', 'bidirectional or zero-width character, U+202E'],
  ['zero-width', 'interpretations/cat-c-gc-4.yaml:19:12', 'bidirectional or zero-width character, U+200B'],
  ['soft-hyphen', 'interpretations/cat-c-gc-4.yaml:19:12', 'bidirectional or zero-width character, U+00AD'],
  ['hidden-tag-characters', 'interpretations/cat-c-gc-4.yaml:13:7', 'bidirectional or zero-width character, U+E0041'],
  ['lone-surrogate', 'treaties/cat.yaml:2:8', 'holds a control, bidirectional or zero-width character, U+D800'],
  ['nul-escape', 'treaties/cat.yaml:2:8', 'holds a control, bidirectional or zero-width character, U+0000'],
]

const CITATIONS: readonly Row[] = [
  ['dangling-citation', 'participation/cat.yaml:2:9', 'cites "CATT", which is not in the records; did you mean CAT?'],
  ['dangling-citation-of-a-name', 'arguments/ARG-L01-1.yaml:7:9', 'did you mean non-refoulement?'],
  ['ambiguous-citation', 'arguments/ARG-L01-1.yaml:12:15', 'cites "GC 4", which can mean: CAT/C/GC/4; CRC/GC/2003/4'],
  ['citation-of-the-wrong-kind', 'participation/cat.yaml:2:9', 'cites "China", which is of the kind state; expected treaty'],
  ['no-such-article', 'arguments/ARG-L01-1.yaml:7:11', 'CAT has no such place; it has: CAT art 3; CAT art 4'],
  ['no-such-paragraph', 'arguments/ARG-L01-1.yaml:7:11', 'CAT art 3 has no such place; it has: CAT art 3(1); CAT art 3(2)'],
  [
    'paragraph-of-an-article-without-any',
    'arguments/ARG-L01-1.yaml:7:11',
    'cites "CAT art 4(2)", which is not in the records; did you mean CAT art 4?',
  ],
  ['no-such-passage', 'arguments/ARG-L01-1.yaml:7:11', 'it has: CAT/C/GC/4 para 8; CAT/C/GC/4 para 9'],
  ['dangling-mention', 'norms/non-refoulement.yaml:4:47', 'cites "CAT art 33", but CAT has no such place'],
  ['dangling-mention-in-a-block', 'norms/non-refoulement.yaml:6:18', 'cites "CAT art 33", but CAT has no such place'],
]

const STATEMENTS: readonly Row[] = [
  [
    'span-with-one-letter-changed',
    'statements/hrf.yaml:24:16',
    'not the words of the text at [21, 47): from character 7 the text has "oke',
  ],
  ['span-quote-too-long', 'statements/hrf.yaml:16:16', 'not the words of the text at [0, 20): it goes on after 20 characters'],
  ['span-backwards', 'statements/hrf.yaml:23:14', 'a span ends after it starts'],
  ['span-past-the-end', 'statements/hrf.yaml:23:14', 'the span ends at 48, the text at 47'],
  ['spans-leave-a-gap', 'statements/hrf.yaml:22:16', 'no claim and no joining words cover [20, 21): " "'],
  ['spans-leave-the-end', 'statements/hrf.yaml:8:7', 'no claim and no joining words cover [46, 47)'],
  ['joining-words-in-a-claim', 'statements/hrf.yaml:27:12', 'joining words [20, 25) lie in the span of a claim'],
  ['wrong-hash', 'statements/hrf.yaml:8:7', 'the text has the SHA-256 25afe0c0cf21'],
  ['hash-too-short', 'statements/hrf.yaml:7:9', 'expected 64 hexadecimal figures'],
  ['unknown-parent', 'statements/hrf.yaml:21:13', 'there is no other claim L-02 in this statement'],
  ['claim-that-is-its-own-parent', 'statements/hrf.yaml:21:13', 'there is no other claim L-01 in this statement'],
  ['claim-without-words', 'statements/hrf.yaml:18:5', 'L-02 has neither spans nor a parent whose words it takes'],
  ['part-of-a-part-without-words', 'statements/hrf.yaml:23:5', 'L-01b has neither spans nor a parent whose words it takes'],
  ['duplicate-claim-id', 'statements/hrf.yaml:18:5', 'F-01 is there twice; the first is at'],
  ['claim-in-two-statements', 'statements/hrw.yaml:18:5', 'is cited as L-01, like /statements/hrf/L-01'],
]

const ARGUMENTS: readonly Row[] = [
  ['attack-on-no-premise', 'counter-arguments/CA-01.yaml:12:9', 'undermine names a premise (ARG-L02a-1/P4)'],
  ['undercut-of-a-premise', 'counter-arguments/CA-01.yaml:12:9', 'rebut and undercut name the argument alone'],
  ['unknown-answer', 'counter-arguments/CA-01.yaml:16:9', 'there is no answer A2; there are: A1'],
  ['idle-answer', 'counter-arguments/CA-01.yaml:21:5', 'answer A2 meets no attack'],
  ['raised-by-nobody', 'counter-arguments/CA-01.yaml:1:1', 'says neither who raised it (raised) nor that nobody did'],
  ['duplicate-premise', 'arguments/ARG-L01-1.yaml:12:5', 'ARG-L01-1/P1 is there twice; the first is at'],
]

const LAW: readonly Row[] = [
  ['unchecked-quotation', 'treaties/cat.yaml:15:20', 'quotes words that were not read; give a gist'],
  ['unchecked-passage', 'interpretations/cat-c-gc-4.yaml:19:12', 'quotes words that were not read: the grade must be read'],
  ['quotation-in-quotation-marks', 'interpretations/cat-c-gc-4.yaml:19:12', 'leave out the quotation marks'],
  ['paragraph-without-words', 'treaties/cat.yaml:16:9', 'paragraphs 2: a paragraph needs words or a gist'],
  [
    'peremptory-without-authority-against',
    'norms/non-refoulement.yaml:11:5',
    'forms 2: a norm called peremptory names the authorities against it',
  ],
  ['superseded-by-nothing', 'interpretations/cat-c-gc-4.yaml:12:9', 'superseded, but supersededBy does not say by what'],
  ['duplicate-paragraph', 'treaties/cat.yaml:16:9', 'CAT art 3(1) is there twice; the first is at'],
  ['duplicate-article', 'treaties/cat.yaml:18:5', 'CAT art 3 is there twice; the first is at'],
  ['duplicate-passage', 'interpretations/cat-c-gc-4.yaml:18:5', 'CAT/C/GC/4 para 8 is there twice; the first is at'],
  ['two-passages-with-one-address', 'interpretations/cat-c-gc-4.yaml:18:5', 'has the address /interpretations/cat-c-gc-4#para-8-9, like'],
  ['two-records-with-one-citation', 'treaties/cat.yaml:1:1', 'is cited as CAT, like /interpretations/cat-c-gc-4'],
  ['citations-alike-but-for-points', 'treaties/cat.yaml:1:1', 'is cited as CAT, like /interpretations/cat-c-gc-4'],
  ['state-twice', 'participation/cat.yaml:11:12', 'CHN is there twice'],
  ['no-reservation-of-nothing', 'participation/cat.yaml:8:9', 'there is no declaration of CHN to article 20 below'],
  ['state-twice-by-another-name', 'participation/cat.yaml:11:12', 'China is there twice'],
  ['in-force-without-consent', 'participation/cat.yaml:9:14', 'in force without an act of consent'],
]

const BROKEN = [...YAML, ...FOLDERS, ...FIELDS, ...CITATIONS, ...STATEMENTS, ...ARGUMENTS, ...LAW]

/** Bytes that editors or git would not keep, in the place of `treaties/cat.yaml`. */
const BYTES: readonly (readonly [name: string, content: string | Uint8Array, place: string, part: string])[] = [
  ['a byte order mark', `\ufeff${treatyYaml()}`, '1:1', 'begins with a byte order mark'],
  ['CRLF line ends', treatyYaml().replaceAll('\n', '\r\n'), '1:8', 'has a carriage return; save it with LF line ends'],
  ['a lone CR', treatyYaml().replace('form: treaty\n', 'form: treaty\r'), '6:13', 'has a carriage return'],
  ['a NUL character', treatyYaml().replace('Torture Convention', 'Torture\0Convention'), '3:20', 'holds a NUL character'],
  [
    'a byte that is not UTF-8',
    Buffer.from(treatyYaml().replace('against', '\u00e9\u00e9'), 'latin1'),
    '2:19',
    'is not valid UTF-8 from here on',
  ],
  ['a text cut within a character', Buffer.from(`${treatyYaml()}# \u6761`).subarray(0, -1), '20:3', 'is not valid UTF-8 from here on'],
  ['UTF-16', Buffer.from(`\ufeff${treatyYaml()}`, 'utf16le'), '1:1', 'is not valid UTF-8 from here on'],
  ['UTF-16 without a mark', Buffer.from(treatyYaml(), 'utf16le'), '1:2', 'holds a NUL character'],
  ['a bidirectional override', treatyYaml().replace('against', '\u202eagainst'), '2:8', 'bidirectional or zero-width character, U+202E'],
  ['a zero-width space', treatyYaml().replace('against', 'a\u200bgainst'), '2:8', 'bidirectional or zero-width character, U+200B'],
  ['3 MB', `${treatyYaml()}note: ${'x'.repeat(3 * 1024 * 1024)}\n`, '1:1', 'bytes long; a record has at most 2097152'],
]

function expectOne(problems: readonly string[], place: string, part: string): void {
  expect(problems).toEqual([expect.stringContaining(part)])
  expect(problems[0]).toMatch(new RegExp(`^${place.replaceAll('.', String.raw`\.`)}: `, 'u'))
}

describe('a broken folder', () => {
  test.each(BROKEN)('%s is refused at %s: %s', (name, place, part) => expectOne(problemsIn(join(FIXTURES, name)), place, part))

  test.each(BYTES)('with %s is refused', (_, content, place, part) =>
    expectOne(problemsOf({ 'treaties/cat.yaml': content }), `treaties/cat.yaml:${place}`, part),
  )

  test('is in the table if it is among the fixtures', () => {
    expect(BROKEN.map(([name]) => name).sort()).toEqual(readdirSync(FIXTURES).sort())
  })
})

describe('a name that ends in .yaml', () => {
  const withState = (make: (path: string) => void) => {
    const folder = knowledgeFolder({ 'states/CHN.yaml': stateYaml() })
    make(join(folder, 'states', 'PRK.yaml'))
    return folder
  }

  test('of a folder is refused', () => {
    expectOne(problemsIn(withState((path) => mkdirSync(path))), 'states/PRK.yaml:1:1', 'is a folder; a record is a regular file')
  })

  test('of a FIFO is refused without waiting for a writer', () => {
    expectOne(problemsIn(withState((path) => execFileSync('mkfifo', [path]))), 'states/PRK.yaml:1:1', 'is a FIFO')
  })

  test.each([
    ['a record', 'CHN.yaml'],
    ['nothing', 'nothing.yaml'],
    ['itself', 'PRK.yaml'],
  ])('of a symbolic link to %s is refused', (_, target) => {
    expectOne(problemsIn(withState((path) => symlinkSync(target, path))), 'states/PRK.yaml:1:1', 'is a symbolic link')
  })

  test.skipIf(process.getuid?.() === 0)('of a file that may not be read is refused', () => {
    const folder = knowledgeFolder({ 'states/CHN.yaml': stateYaml() })
    chmodSync(join(folder, 'states', 'CHN.yaml'), 0)
    expectOne(problemsIn(folder), 'states/CHN.yaml:1:1', 'cannot be read: EACCES')
  })
})

/** Runs `pacta check` as an editor does, and gives its exit code and first line. */
const check = (folder: string) =>
  new Promise<{ code: unknown; first: string | undefined }>((resolve) => {
    execFile(process.execPath, ['dist/server/main.js', 'check', '--knowledge', folder], { timeout: 10_000 }, (error, out) =>
      resolve({ code: error ? error.code : 0, first: out.split('\n')[0] }),
    )
  })

describe('pacta check', () => {
  test.each(
    BROKEN.filter(([name]) => ['duplicate-key', 'unknown-key', 'no-such-paragraph', 'wrong-hash', 'unknown-folder'].includes(name)),
  )('exits with 1 on %s and prints %s', async (name, place, part) => {
    const { code, first } = await check(join(FIXTURES, name))
    expect({ code, first }).toEqual({ code: 1, first: expect.stringContaining(part) })
    expect(first).toContain(`${join(FIXTURES, name, place)}: `)
  })

  test('exits with 1 on a FIFO, and does not hang', async () => {
    const folder = knowledgeFolder({ 'states/CHN.yaml': stateYaml() })
    execFileSync('mkfifo', [join(folder, 'states', 'PRK.yaml')])
    expect(await check(folder)).toEqual({ code: 1, first: expect.stringContaining('PRK.yaml:1:1: is a FIFO') })
  })

  test('exits with 0 on a folder without fault', async () => {
    const files: Files = wholeKnowledge()
    expect(await check(knowledgeFolder(files))).toEqual({
      code: 0,
      first: expect.stringMatching(new RegExp(`^${Object.keys(files).length} records, .* 0 problems, 0 warnings$`, 'u')),
    })
  })
})
