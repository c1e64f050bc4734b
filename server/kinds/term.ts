/** A term of art, defined where a text uses it. */
import { z } from 'zod'
import { citation, grade, line, prose, slug, sources } from './fields.ts'
import { defineKind } from './kind.ts'

const schema = z.strictObject({
  id: slug,
  term: line.meta({ description: 'The term as the glossary lists it' }),
  forms: z
    .array(line.max(60, 'expected a word or a few, at most 60 characters'))
    .min(1)
    .meta({ description: 'The words at which a page offers the definition, in each form that texts use' }),
  definition: prose
    .max(400, 'expected one or two sentences, at most 400 characters')
    .meta({ description: 'What it means, in plain words' }),
  definedBy: z
    .array(citation('is defined by', 'defines'))
    .min(1)
    .optional()
    .meta({ description: 'Provisions and passages from which the definition is taken' }),
  see: z
    .array(citation('leads on to', 'is explained by the term', 'norm', 'term'))
    .min(1)
    .optional(),
  sources: sources.optional(),
  grade,
})

export type Term = z.output<typeof schema>

export const term = defineKind({
  name: 'term',
  folder: 'glossary',
  label: { one: 'Term', many: 'Glossary' },
  about: 'Terms of art in one or two sentences, each with the provision or text from which its meaning is taken.',
  schema,
  outline: (data) => ({
    kind: 'term',
    slug: data.id,
    page: true,
    view: 'term',
    title: data.term,
    // A norm may have the same name; a citation must tell the two apart.
    citation: `${data.term} (term)`,
    names: [],
    path: [],
    excerpt: { quotes: [], gist: data.definition, note: undefined, grade: data.grade, weight: undefined },
    parts: [],
  }),
  check: (data) =>
    (data.definedBy ?? data.sources)
      ? []
      : [{ path: ['definition'], message: 'says neither what it is defined by (definedBy) nor where it was read (sources)' }],
})
