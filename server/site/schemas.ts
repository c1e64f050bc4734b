/** The kinds as JSON Schemas for editors, and as a reference to read: both follow from the schemas, so they cannot drift. */
import { z } from 'zod'
import type { Kind } from '../kinds/kind.ts'

interface JsonSchema {
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly [key: string]: unknown
}

const jsonSchema = (kind: Kind): JsonSchema => ({
  ...(z.toJSONSchema(kind.schema, { target: 'draft-7', io: 'input' }) as JsonSchema),
  title: kind.label.one,
  description: kind.about,
})

const cell = (text: string) => text.replace(/\|/gu, '\\|').replace(/\n/gu, ' ')

function typeOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ')
  if (schema.const !== undefined) return `\`${String(schema.const)}\``
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'values'}`
  if (schema.type === 'object') return 'fields'
  return schema.type === 'string' ? 'text' : (schema.type ?? 'value')
}

function rows(schema: JsonSchema, prefix: string): string[] {
  const required = new Set(schema.required ?? [])
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const inner = field.type === 'array' ? (field.items ?? {}) : field
    const path = `${prefix}${name}`
    const row = `| \`${path}\` | ${cell(typeOf(field))} | ${required.has(name) ? 'yes' : ''} | ${cell(field.description ?? field.items?.description ?? '')} |`
    return [row, ...rows(inner, `${path}${field.type === 'array' ? '[]' : ''}.`)]
  })
}

/** `docs/records.md`: every field of every kind. */
export function recordsReference(kinds: readonly Kind[]): string {
  const sections = kinds.map((kind) => {
    const table = ['| field | value | needed | meaning |', '|---|---|---|---|', ...rows(jsonSchema(kind), '')]
    return `## ${kind.label.one}\n\n\`knowledge/${kind.folder}/<id>.yaml\`. ${kind.about}\n\n${table.join('\n')}\n`
  })
  const head = `# Records

Generated from the schemas in \`server/kinds/\` by \`npm run generate\`; do not edit. A record is one YAML file whose name is
its id. Cross-links are citations as a lawyer writes them, such as \`CAT art 3(1)\`, \`CAT/C/GC/4 para 13\`, \`L-02a\` or a norm's id; in running text
they stand in double brackets, \`[[CAT art 3(1)]]\`. \`pacta check\` resolves each of them and says where one does not lead anywhere.
`
  return `${head}\n${sections.join('\n')}`
}

/** File name → content of the editor schemas, for the folder `.schema` beside the records. */
export const editorSchemas = (kinds: readonly Kind[]): ReadonlyMap<string, string> =>
  new Map(kinds.map((kind) => [`${kind.name}.json`, `${JSON.stringify(jsonSchema(kind), undefined, 2)}\n`]))
