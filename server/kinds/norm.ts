/** A norm: what it demands, the test, where it comes from, who supports and who disputes it. */
import { z } from 'zod'
import { allNames, citation, grade, line, names, otherNames, prose, slug, sources } from './fields.ts'
import { defineKind } from './kind.ts'

const narrows = z
  .literal(true)
  .optional()
  .meta({ description: 'Set where it does not deny the norm, but speaks to what it demands, whom it reaches or whether it applies here' })

const authority = (verb: string, reverse: string) =>
  z.strictObject({
    cite: citation(verb, reverse),
    says: prose.optional().meta({ description: 'What it says on the point, in own words' }),
    grade: grade.optional(),
    narrows,
  })

const remark = z.strictObject({
  says: prose.meta({ description: 'A position whose source has no record of its own' }),
  grade,
  narrows,
})

/** How many entries some lists hold together. */
const held = (...lists: (readonly unknown[] | undefined)[]): number => lists.reduce((sum, list) => sum + (list?.length ?? 0), 0)

const form = z
  .strictObject({
    form: z
      .enum(['treaty', 'interpretation', 'custom', 'peremptory', 'declaration'])
      .meta({ description: 'The source from which the norm is said to come' }),
    status: prose.meta({ description: 'How far it is established in this form, and whom it binds' }),
    for: z.array(authority('supported by', 'supports')).optional().meta({ description: 'Authorities for it' }),
    against: z.array(authority('disputed by', 'disputes')).optional().meta({ description: 'Authorities against it' }),
    alsoFor: z.array(remark).optional().meta({ description: 'Positions for it that have no record' }),
    alsoAgainst: z.array(remark).optional().meta({ description: 'Positions against it that have no record' }),
    noneFound: z.literal(true).optional().meta({ description: 'Set where authority against it was looked for and not found' }),
  })
  .superRefine((value, context) => {
    if (value.form !== 'peremptory') return
    const missing = [
      held(value.against, value.alsoAgainst) || value.noneFound ? [] : ['against it, or says noneFound: true'],
      held(value.for, value.alsoFor) ? [] : ['for it'],
    ].flat()
    const message = `a norm called peremptory names the authorities ${missing.join(', and those ')}`
    if (missing.length > 0) context.addIssue({ code: 'custom', message })
  })

const topic = z.strictObject({
  heading: line.meta({ description: 'Heading' }),
  text: prose.meta({ description: 'Text' }),
  cites: z.array(citation('discusses', 'discussed in')).optional(),
})

const schema = z.strictObject({
  id: slug,
  name: line.meta({ description: 'Name by which pages call it' }),
  family: line.meta({ description: 'Family of norms under which lists show it' }),
  order: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Place in lists and among the forms of a norm, with gaps for others; a family stands where its first norm does' }),
  formOf: citation('is a form of', 'has the form', 'norm').optional(),
  otherNames: otherNames.optional(),
  names: names.optional(),
  searchTerms: z.array(line).optional().meta({ description: 'Other words in which people ask about it' }),
  definition: prose.meta({ description: 'What it demands, in plain words' }),
  elements: z.array(prose).min(1).meta({ description: 'The test, step by step' }),
  who: prose.optional().meta({ description: 'Whom it protects' }),
  harm: prose.optional().meta({ description: 'Which harm it is about' }),
  scope: prose.optional().meta({ description: 'How far it reaches' }),
  exceptions: prose.meta({ description: 'Exceptions, or that there are none' }),
  provisions: z
    .array(citation('laid down in', 'lays down'))
    .optional()
    .meta({ description: 'Treaty provisions that say it, or into which it is read' }),
  forms: z.array(form).min(1).meta({ description: 'Where it comes from, form by form, with authorities for and against' }),
  topics: z.array(topic).optional().meta({ description: 'Anything else that a reader should know, under headings' }),
  mistakes: z.array(prose).min(1).meta({ description: 'Common mistakes' }),
  related: z.array(citation('related to', 'related to', 'norm')).optional(),
  searchKeys: z.array(line).optional().meta({ description: 'Short names by which other sheets key it' }),
  sources,
  grade,
})

export type Norm = z.output<typeof schema>

export const norm = defineKind({
  name: 'norm',
  folder: 'norms',
  label: { one: 'Norm', many: 'Norms' },
  about: 'Norms of international law: what each demands, where it comes from, and who disputes it.',
  schema,
  group: (data) => data.family,
  outline: (data) => ({
    kind: 'norm',
    slug: data.id,
    page: true,
    view: 'norm',
    title: data.name,
    citation: data.id,
    names: [...new Set([data.name, ...(data.otherNames ?? []), ...allNames(data.names)])],
    path: [],
    search: {
      keys: data.searchKeys ?? [],
      facets: {},
      under: data.formOf?.text,
      terms: data.searchTerms ?? [],
      text: [
        data.definition,
        ...data.elements,
        data.who,
        data.harm,
        data.scope,
        data.exceptions,
        ...data.forms.map((item) => item.status),
        ...(data.topics ?? []).flatMap((item) => [item.heading, item.text]),
        ...data.mistakes,
      ]
        .filter(Boolean)
        .join('\n'),
    },
    excerpt: { quotes: [], gist: data.definition, note: undefined, grade: data.grade, weight: undefined },
    parts: [],
  }),
  sides: (data) =>
    data.forms.map((item) => ({
      name: `${data.id} (${item.form})`,
      path: [],
      for: { own: held(item.for, item.alsoFor) },
      against: { own: held(item.against, item.alsoAgainst) },
      isSettled: item.noneFound,
    })),
})
