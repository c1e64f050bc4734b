/** Who takes part in a treaty: the acts of each State with their dates, and reservations and declarations. */
import { z } from 'zod'
import { citation, date, line, prose, slug, sources } from './fields.ts'
import { defineKind } from './kind.ts'

const origin = line.meta({ description: 'Tags of the sources of this row, as listed under sources' })
const unsourced = z.literal(true).optional().meta({ description: 'Set where the row rests on memory alone' })

const party = z
  .strictObject({
    state: citation('records the acts of', 'takes part in', 'state'),
    signature: date.optional().meta({ description: 'Day of signature' }),
    consent: date.optional().meta({ description: 'Day on which the instrument of consent was deposited' }),
    form: z
      .enum(['ratification', 'accession', 'succession', 'acceptance', 'approval', 'definitive signature', 'formal confirmation'])
      .optional()
      .meta({ description: 'Form of consent' }),
    inForce: date.optional().meta({ description: 'Day on which the treaty entered into force for the State' }),
    withdrawn: date.optional().meta({ description: 'Day on which a withdrawal took effect' }),
    notice: date.optional().meta({ description: 'Day on which a signatory gave notice that it does not intend to become a party' }),
    note: line.optional().meta({ description: 'What to know about the row' }),
    origin: origin.optional(),
    unsourced,
  })
  .refine((row) => !row.inForce || row.consent || row.unsourced, { path: ['inForce'], message: 'in force without an act of consent' })
  .refine((row) => !row.notice || row.signature, { path: ['notice'], message: 'a notice of a State that has not signed' })

const made = {
  kind: line.meta({ description: 'reservation, declaration, ICJ opt-out …' }),
  date: date.optional().meta({ description: 'Day on which it was made' }),
  withdrawn: date.optional().meta({ description: 'Day on which it was withdrawn' }),
  gist: prose.meta({ description: 'What it says, in own words' }),
  origin,
  unsourced,
}

const reservation = z.strictObject({
  state: citation('records a reservation of', 'has made', 'state'),
  article: line.meta({ description: 'Article or articles as the source names them' }),
  provisions: z
    .array(citation('limits', 'limited by', 'article', 'paragraph'))
    .min(1)
    .optional()
    .meta({ description: 'What it concerns; the treaty as a whole, where there are none' }),
  ...made,
})

/** Consent to a procedure gives a competence; it takes nothing from the treaty, so it is no reservation. */
const acceptance = z.strictObject({
  state: citation('records an acceptance of', 'has accepted', 'state'),
  article: line.meta({ description: 'Article as the source names it' }),
  accepts: citation('accepts the procedure of', 'accepted by', 'article', 'paragraph'),
  ...made,
  kind: line.meta({ description: 'acceptance of individual complaints, of inter-State complaints' }),
})

/** A statement is a reservation for what it does, however it is phrased or named (VCLT art 2(1)(d)). */
const noReservation = z.strictObject({
  article: line.meta({ description: 'Article as the rows under reservations name it' }),
  states: z.array(line).min(1).meta({ description: 'States as those rows name them' }),
  why: line.meta({ description: 'Why it takes nothing from what the State owes, in words that can follow a semicolon' }),
})

const surveyed = z.strictObject({
  states: z
    .array(citation('covers the reservations of', 'reservations covered in', 'state'))
    .optional()
    .meta({ description: 'States of which all reservations were looked for' }),
  provisions: z
    .array(citation('covers the reservations to', 'reservations covered in', 'article', 'paragraph'))
    .optional()
    .meta({ description: 'Provisions to which the reservations of all States were looked for' }),
})

const schema = z.strictObject({
  id: slug,
  treaty: citation('records who takes part in', 'participation', 'treaty'),
  asOf: date.meta({ description: 'Day to which the list is complete' }),
  limits: prose.meta({ description: 'What the list does not tell' }),
  surveyed: surveyed
    .optional()
    .meta({ description: 'How far reservations were looked for; where they were not, that none is listed is no finding' }),
  noReservation: z.array(noReservation).optional().meta({
    description: 'Those of the declarations below that take nothing from what the State owes, so that it is bound without reservation',
  }),
  states: z.array(party).min(1).meta({ description: 'A row for each State' }),
  reservations: z.array(reservation).optional().meta({ description: 'Reservations and declarations' }),
  acceptances: z.array(acceptance).optional().meta({ description: 'Acceptances of complaint procedures' }),
  sources,
})

export type Participation = z.output<typeof schema>

export const participation = defineKind({
  name: 'participation',
  folder: 'participation',
  label: { one: 'Participation', many: 'Participation' },
  about: 'Which States signed, ratified or acceded to a treaty, when it entered into force for each, and with what reservations.',
  schema,
  outline: (data) => ({
    kind: 'participation',
    slug: data.id,
    page: true,
    view: 'participation',
    title: `Participation in ${data.treaty}`,
    citation: `participation, ${data.treaty}`,
    names: [`participation ${data.id}`, `status of ${data.treaty}`],
    path: [],
    parts: [],
  }),
  check: (data, look) => {
    const states = data.states.map((row) => look.find(row.state)?.data ?? row.state.text)
    const twice = states.flatMap((state, index) =>
      states.indexOf(state) < index ? [{ path: ['states', index, 'state'], message: `${data.states[index]?.state} is there twice` }] : [],
    )
    const made = new Set((data.reservations ?? []).map((row) => `${row.state} ${row.article}`))
    const unmade = (data.noReservation ?? []).flatMap((item, index) =>
      item.states.flatMap((state, at) =>
        made.has(`${state} ${item.article}`)
          ? []
          : [
              {
                path: ['noReservation', index, 'states', at],
                message: `there is no declaration of ${state} to article ${item.article} below`,
              },
            ],
      ),
    )
    return [...twice, ...unmade]
  },
})
