/** `/api/openapi.json`: what the API answers, from schemas by which the tests hold its answers. */
import { z } from 'zod'
import { STATUSES } from '../argument/binding.ts'
import { FORCES } from '../argument/strength.ts'
import { STYLES } from './cite-as/index.ts'
import type { Site } from './site.ts'

const address = z.string().meta({ description: 'Address on this site, from its root' })

const item = z.strictObject({ kind: z.string(), citation: z.string(), title: z.string(), url: address })

const link = item.extend({ verb: z.string(), from: z.string() })

const reason = z.strictObject({
  kind: z.enum(['act', 'reservation', 'limit', 'rule']),
  text: z.string(),
  date: z.string().optional(),
  address: address.optional(),
  unsourced: z.literal(true).optional().meta({ description: 'Set where it rests on memory' }),
})

/** A status has a day since when, one that is to come a day from when. */
const since = { since: z.string().nullable().optional(), from: z.string().nullable().optional() }
const status = z.enum(STATUSES)
const short = z.strictObject({ provision: z.string(), url: address, status, ...since })

const binding = z.strictObject({
  provision: z.string(),
  url: address,
  state: z.string(),
  date: z.string(),
  status,
  ...since,
  reasons: z.array(reason),
  through: z.array(short),
})

const normBinding = z.strictObject({
  norm: z.string(),
  url: address,
  state: z.string(),
  date: z.string(),
  provisions: z.array(binding),
  custom: z.array(z.looseObject({ form: z.string(), answer: z.string() })),
})

const force = z.enum(FORCES as readonly [string, ...string[]])
const strength = { force, reasons: z.array(z.string()), openFacts: z.array(z.string()) }

const evaluation = z.strictObject({
  state: z.string(),
  date: z.string(),
  accept: z.array(z.string()),
  reject: z.array(z.string()),
  claims: z.record(
    z.string(),
    z.strictObject({
      outcome: z.enum(['stands', 'contested', 'fails', 'no argument']),
      why: z.string(),
      ...strength,
      arguments: z.array(z.looseObject({ id: z.string(), label: z.enum(['in', 'out', 'undecided']), ...strength })),
    }),
  ),
})

const node = item.extend({
  partOf: item.optional(),
  data: z.looseObject({}).meta({ description: 'The record, or the part of it, as in its YAML; see the schemas of the kinds' }),
  parts: z.array(item),
  links: z.array(link),
  linkedFrom: z.array(link.extend({ place: z.string() })),
  binding: z.looseObject({}).optional(),
  evaluation: evaluation.optional(),
})

const facet = z.array(z.strictObject({ value: z.string(), count: z.int() }))

const found = z.strictObject({
  total: z.int(),
  facets: z.record(z.string(), facet),
  suggestion: z.string().nullable(),
  results: z.array(
    item.extend({
      id: z.string(),
      label: z.string().meta({ description: 'What readers call it' }),
      keys: z.array(z.string()),
      snippet: z.string().meta({ description: 'HTML in which what was found is marked' }),
      score: z.number().nullable(),
    }),
  ),
})

const cited = z.union([
  z.strictObject({ q: z.string(), matches: z.array(item) }),
  z.strictObject({ citation: z.string(), style: z.enum(STYLES), text: z.string(), url: address }),
])

/** Schemas by name, as an answer to each path is held by them. */
const SCHEMAS = {
  Kinds: z.strictObject({ kinds: z.array(z.strictObject({ kind: z.string(), url: address, count: z.int() })) }),
  List: z.strictObject({ kind: z.string(), about: z.string(), items: z.array(item) }),
  Node: node,
  Found: found.extend({ binding: z.union([binding, normBinding]).nullable() }),
  Cited: cited,
  Binding: z.union([binding, normBinding]),
  Evaluation: evaluation,
  Coverage: z.looseObject({
    state: z.string(),
    date: z.string(),
    statements: z.array(z.looseObject({ url: address, title: z.string(), total: z.int() })),
  }),
  References: z.array(z.looseObject({ id: z.string(), type: z.string(), title: z.string() })),
  Problem: z.looseObject({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() }).meta({ description: 'RFC 9457' }),
} as const

type SchemaName = keyof typeof SCHEMAS

interface Parameter {
  readonly name: string
  readonly about: string
  readonly example?: string
  readonly needed?: true
  readonly values?: readonly string[]
  readonly several?: true
}

const STATE: Parameter = { name: 'state', about: 'State by its code or name; the respondent of the statement by default', example: 'KOR' }
const DATE: Parameter = { name: 'date', about: 'Day, year-month-day; that of the events by default', example: '2016-02-01' }
const ACCEPT: Parameter = { name: 'accept', about: 'Premise or counter-argument to accept; may be repeated', several: true }
const REJECT: Parameter = { name: 'reject', about: 'Premise or counter-argument to reject; may be repeated', several: true }

const query = ({ name, about, example, needed, values, several }: Parameter) => {
  const one = values ? { type: 'string', enum: values } : { type: 'string' }
  return {
    name,
    in: 'query',
    description: about,
    required: needed ?? false,
    schema: several ? { type: 'array', items: one } : one,
    ...(example ? { example } : {}),
  }
}

const ref = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` })

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: ref('Problem') } } })

/** A read-only operation that answers in JSON. */
function operation(summary: string, schema: SchemaName, parameters: readonly Parameter[] = [], inPath: readonly object[] = []) {
  const all = [...inPath, ...parameters.map(query)]
  return {
    get: {
      summary,
      ...(all.length > 0 ? { parameters: all } : {}),
      responses: {
        200: { description: 'The answer', content: { 'application/json': { schema: ref(schema) } } },
        ...(parameters.length > 0 ? { 400: problem('A parameter is wrong; the detail says what was expected') } : {}),
        ...(inPath.length > 0 ? { 404: problem('There is nothing at this address') } : {}),
      },
    },
  }
}

const inPath = (name: string, example: string) => ({ name, in: 'path', required: true, schema: { type: 'string' }, example })

const PLAIN_FILES = [
  ['cite.bib', 'The citation in BibTeX', 'application/x-bibtex'],
  ['cite.ris', 'The citation in RIS', 'application/x-research-info-systems'],
] as const

function pathsOf(site: Site): Record<string, object> {
  const cite = operation('What a citation means; with a style, the citation written in it', 'Cited', [
    { name: 'q', about: 'A citation, such as CAT art 3(1)', example: 'CAT art 3' },
    { name: 'citation', about: 'The same, with a style' },
    { name: 'style', about: 'Style in which to write it', values: STYLES },
    { name: 'form', about: 'Which note it is for', values: ['first', 'subsequent', 'ibid'] },
    { name: 'note', about: 'Number of the note in which it was first cited' },
  ])
  const fixed: Record<string, object> = {
    '/api': operation('The kinds of record', 'Kinds'),
    '/api/search': operation('Search', 'Found', [
      { name: 'q', about: 'Citation, name or words', example: 'return to torture' },
      ...['kind', 'body', 'treaty', 'state', 'outcome'].map((name) => ({ name, about: `Only results of this ${name}` })),
      { name: 'limit', about: 'At most so many results, 0 to 100' },
      { name: 'offset', about: 'Leave out the first so many' },
    ]),
    '/api/cite': cite,
    '/api/binding': operation('Whether a provision or a norm binds a State on a day, and why', 'Binding', [
      { name: 'provision', about: 'A provision, a treaty or a norm', example: 'CAT art 3', needed: true },
      STATE,
      DATE,
    ]),
    '/api/evaluate': operation('All claims, evaluated', 'Evaluation', [STATE, DATE, ACCEPT, REJECT]),
    '/api/coverage': operation('On what the claims of each statement rest', 'Coverage', [STATE, DATE]),
  }
  const ofKinds = site.kinds.flatMap((kind) => {
    const [root] = site.graph.roots.filter(({ record }) => record.kind.name === kind.name)
    if (!root) return []
    const id = inPath('id', root.record.id)
    const path = `/api/${kind.folder}`
    const part = root.parts.find((one) => one.outline.page)
    const readings = [STATE, DATE, ACCEPT, REJECT]
    return [
      [path, operation(kind.about, 'List')],
      [`${path}/{id}`, operation(kind.label.one, 'Node', readings, [id])],
      ...(part
        ? [[`${path}/{id}/{part}`, operation(`Part of a record: ${part.kind}`, 'Node', readings, [id, inPath('part', part.outline.slug)])]]
        : []),
      ...PLAIN_FILES.map(([file, summary, type]) => [
        `${path}/{id}/${file}`,
        {
          get: {
            summary,
            parameters: [id],
            responses: { 200: { description: summary, content: { [type]: { schema: { type: 'string' } } } } },
          },
        },
      ]),
      [`${path}/{id}/cite.json`, operation('The citation in CSL-JSON', 'References', [], [id])],
    ] as [string, object][]
  })
  return { ...fixed, ...Object.fromEntries(ofKinds) }
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io })
  return rest
}

/** The document of the API, OpenAPI 3.1. */
export const openApi = (site: Site): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Pacta',
    summary: 'Legal argument from treaty to claim: checked, linked, evaluated.',
    description: 'Read only. Every page for readers has its data at the same address under /api. An id is never used again.',
    version: '1',
    license: { name: 'CC-BY-4.0 for the records' },
  },
  servers: [{ url: site.base }],
  paths: pathsOf(site),
  components: {
    schemas: {
      ...Object.fromEntries(Object.entries(SCHEMAS).map(([name, schema]) => [name, schemaOf(schema, 'output')])),
      // What JSON holds of a record is what its YAML holds: the input of its schema.
      ...Object.fromEntries(site.kinds.map((kind) => [`record-${kind.name}`, schemaOf(kind.schema, 'input')])),
    },
  },
})
