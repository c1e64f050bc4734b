/** A State: its code and its names. */
import { z } from 'zod'
import { allNames, line, names, otherNames, prose } from './fields.ts'
import { defineKind } from './kind.ts'

const schema = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z]{3}$/u, 'expected an ISO 3166-1 alpha-3 code such as CHN')
    .meta({ description: 'ISO 3166-1 alpha-3 code' }),
  name: line.meta({ description: 'Name by which pages call it' }),
  withArticle: z.literal(true).optional().meta({ description: 'Set where English puts “the” before the name in a sentence' }),
  fullName: line.optional().meta({ description: 'Full name, where it differs' }),
  otherNames: otherNames.optional(),
  names: names.optional(),
  searchTerms: z
    .array(line)
    .optional()
    .meta({ description: 'Other words in which people ask about it, such as what its people are called' }),
  note: prose.optional().meta({ description: 'What to know about it' }),
})

export const state = defineKind({
  name: 'state',
  folder: 'states',
  label: { one: 'State', many: 'States' },
  about: 'States, with the treaties in which each takes part.',
  schema,
  outline: (data) => {
    const others = [data.fullName, ...(data.otherNames ?? []), ...allNames(data.names)].filter((name) => name !== undefined)
    return {
      kind: 'state',
      slug: data.id,
      page: true,
      view: 'state',
      title: data.name,
      citation: data.name,
      names: [data.id, ...others],
      path: [],
      search: { keys: [data.id], facets: { state: [data.name] }, terms: data.searchTerms ?? [], text: data.note ?? '' },
      parts: [],
    }
  },
})
