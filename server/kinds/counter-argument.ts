/** A counter-argument: who raises it and where, what it attacks, and how it is answered. */
import { z } from 'zod'
import { premise, premiseOutlines } from './argument.ts'
import { citation, evidence, grade, line, prose, sources } from './fields.ts'
import { defineKind, type Finding } from './kind.ts'

const raised = z
  .strictObject({
    by: line.meta({ description: 'Who raises it' }),
    where: z.array(citation('raised in', 'raises')).min(1).optional().meta({ description: 'Records in which it is raised' }),
    when: line.optional().meta({ description: 'When' }),
    grade: grade.optional(),
    note: line.optional().meta({ description: 'What to know about it' }),
  })
  .refine((value) => value.where ?? value.grade, {
    message: 'says who raises it, but neither where (a record) nor how far that was checked (grade)',
  })

const answer = z.strictObject({
  id: z
    .string()
    .regex(/^A\d+$/u, 'expected A1, A2 …')
    .meta({ description: 'Id within the record' }),
  decisive: z.boolean().meta({ description: 'Whether it disposes of the attack (true) or meets it only in part (false)' }),
  text: prose.meta({ description: 'The answer, in a sentence' }),
  authorities: z.array(citation('relies on', 'relied on by')).optional(),
  why: prose.meta({ description: 'Why it is decisive, or what it leaves open' }),
})

const attack = z
  .strictObject({
    on: citation('attacks', 'attacked by', 'argument', 'premise').meta({
      description: 'The argument, or for undermine the premise: ARG-L02a-1/P4',
    }),
    kind: z
      .enum(['rebut', 'undercut', 'undermine'])
      .meta({ description: 'rebut: the conclusion; undercut: the step to it; undermine: a premise' }),
    answers: z.array(line).meta({ description: 'Ids of the answers that meet this attack; none, if nothing meets it' }),
  })
  .refine((value) => (value.kind === 'undermine') === value.on.text.includes('/'), {
    path: ['on'],
    message: 'undermine names a premise (ARG-L02a-1/P4); rebut and undercut name the argument alone',
  })

const schema = z.strictObject({
  id: z
    .string()
    .regex(/^CA-\d{2}$/u, 'expected an id such as CA-07')
    .meta({ description: 'Id of the record and name of its file; never used again' }),
  title: line.meta({ description: 'The objection in a few words' }),
  raised: z.array(raised).min(1).optional().meta({ description: 'Who raised it, and where' }),
  hypothetical: z.literal(true).optional().meta({ description: 'Set where nobody was found to have raised it' }),
  objection: prose.meta({ description: 'The objection at its best, as its author would put it' }),
  weight: prose.meta({ description: 'How serious it is, and for which claims' }),
  reply: prose.optional().meta({ description: 'The reply in full' }),
  limit: prose.optional().meta({ description: 'What the reply leaves open' }),
  premises: z.array(premise('Q')).min(1).meta({ description: 'What the objection takes as given' }),
  attacks: z.array(attack).min(1).meta({ description: 'What it attacks' }),
  answers: z.array(answer).meta({ description: 'Answers to it; none, if none was found' }),
  bearsOn: z
    .array(citation('bears on', 'is met by', 'claim'))
    .optional()
    .meta({ description: 'Claims it bears on beyond the arguments it attacks' }),
  evidence: z.array(evidence).min(1).optional().meta({ description: 'Evidence for the objection' }),
  against: z.array(evidence).min(1).optional().meta({ description: 'Evidence for the reply' }),
  searchTerms: z.array(line).optional().meta({ description: 'Other words in which people ask about it' }),
  sources: sources.optional(),
})

export type CounterArgument = z.output<typeof schema>

function unknownAnswers(data: CounterArgument): Finding[] {
  const known = data.answers.map((item) => item.id)
  return data.attacks.flatMap((item, index) =>
    item.answers.flatMap((id, at) =>
      known.includes(id)
        ? []
        : [{ path: ['attacks', index, 'answers', at], message: `there is no answer ${id}; there are: ${known.join(', ') || 'none'}` }],
    ),
  )
}

function idleAnswers(data: CounterArgument): Finding[] {
  const used = new Set(data.attacks.flatMap((item) => item.answers))
  return data.answers.flatMap((item, index) =>
    used.has(item.id) ? [] : [{ path: ['answers', index], message: `answer ${item.id} meets no attack` }],
  )
}

export const counterArgument = defineKind({
  name: 'counter-argument',
  folder: 'counter-arguments',
  label: { one: 'Counter-argument', many: 'Counter-arguments' },
  about: 'The other side: objections at their best, who raised them, what they attack, and how far they are answered.',
  schema,
  outline: (data) => ({
    kind: 'counter-argument',
    slug: data.id,
    page: true,
    view: 'counter-argument',
    title: `${data.id} ${data.title}`,
    citation: data.id,
    names: [],
    path: [],
    search: {
      keys: [data.id],
      facets: {},
      terms: data.searchTerms ?? [],
      text: [data.objection, ...data.premises.map((item) => item.text), data.reply, ...data.answers.map((item) => item.text)]
        .filter(Boolean)
        .join('\n'),
    },
    parts: [
      ...premiseOutlines(data.id, data.premises),
      ...data.answers.map((item, index) => ({
        kind: 'answer',
        slug: item.id,
        page: false,
        title: `${data.id}/${item.id} ${item.text}`,
        citation: `${data.id}/${item.id}`,
        names: [],
        path: ['answers', index],
        parts: [],
      })),
    ],
  }),
  check: (data) => [
    ...unknownAnswers(data),
    ...idleAnswers(data),
    ...(data.raised || data.hypothetical
      ? []
      : [{ path: [], message: 'says neither who raised it (raised) nor that nobody did (hypothetical: true)' }]),
  ],
})
