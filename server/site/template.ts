/** The first draft of a record, with every needed key, for `pacta new`. */
import { z } from 'zod'
import type { Kind } from '../kinds/kind.ts'

interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly description?: string
}

/** A value to be overwritten; enumerations offer their first choice and list the others. */
function scalar(schema: Schema): string {
  if (schema.enum) return `${String(schema.enum[0])} # or ${schema.enum.slice(1).join(', ') || 'nothing else'}`
  if (schema.type === 'integer' || schema.type === 'number') return '0'
  if (schema.type === 'boolean') return 'false'
  return `"" # ${schema.description ?? 'text'}`
}

function lines(schema: Schema, indent: string, given: Readonly<Record<string, string>>): string[] {
  return (schema.required ?? []).flatMap((key) => {
    const field = schema.properties?.[key] ?? {}
    if (given[key] !== undefined) return [`${indent}${key}: ${given[key]}`]
    if (field.type === 'object') return [`${indent}${key}:`, ...lines(field, `${indent}  `, {})]
    if (field.type !== 'array') return [`${indent}${key}: ${scalar(field)}`]
    const item = field.items ?? {}
    if (item.type !== 'object') return [`${indent}${key}:`, `${indent}  - ${scalar(item)}`]
    const [first = '', ...rest] = lines(item, `${indent}    `, {})
    return [`${indent}${key}:`, `${indent}  - ${first.trimStart()}`, ...rest]
  })
}

/** YAML with the keys that a record of this kind needs; `pacta check` then says what is still to be written. */
export function draftRecord(kind: Kind, id: string): string {
  const schema = z.toJSONSchema(kind.schema, { target: 'draft-7', io: 'input' }) as Schema
  return [`# yaml-language-server: $schema=../.schema/${kind.name}.json`, ...lines(schema, '', { id }), ''].join('\n')
}
