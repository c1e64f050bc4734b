import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { resolveCitation } from '../../server/graph/citation.ts'
import { linkRecords } from '../../server/graph/link.ts'
import { validateSource } from '../../server/graph/validate.ts'
import { citation, date, line, slug } from '../../server/kinds/fields.ts'
import { kinds } from '../../server/kinds/index.ts'
import { defineKind, type Kind } from '../../server/kinds/kind.ts'
import { search } from '../../server/search/query.ts'
import { makePages } from '../../server/site/pages.ts'
import { editorSchemas, recordsReference } from '../../server/site/schemas.ts'
import { makeSite } from '../../server/site/site.ts'

// The one new file that a kind needs. The one line is its place in the list of kinds, below.
const courtCase = defineKind({
  name: 'case',
  folder: 'cases',
  label: { one: 'Case', many: 'Cases' },
  about: 'Decided cases, with the norms that the court applied.',
  schema: z.strictObject({
    id: slug,
    title: line,
    decided: date,
    applies: z.array(citation('applies', 'applied in', 'norm')),
  }),
  outline: (data) => ({
    kind: 'case',
    slug: data.id,
    page: true,
    title: data.title,
    citation: data.title,
    names: [],
    path: [],
    search: { keys: [], facets: {}, text: data.decided },
    parts: [],
  }),
}) as Kind

const withCases = [...kinds, courtCase]

const NORM = `id: non-return
name: Non-return
family: protection
definition: Nobody is sent to torture.
elements: [A removal.]
exceptions: None.
forms:
  - {form: treaty, status: In a treaty.}
mistakes: [Calling it asylum.]
sources: [{title: A text}]
grade: read
`

const CASE = `id: doe-v-state
title: Doe v. State
decided: 2020-02-29
applies: [non-return]
`

function siteWithCase() {
  const sources = [
    { kind: kinds.find((kind) => kind.name === 'norm') as Kind, id: 'non-return', file: 'norms/non-return.yaml', text: NORM },
    { kind: courtCase, id: 'doe-v-state', file: 'cases/doe-v-state.yaml', text: CASE },
  ]
  const records = sources.map(validateSource).flatMap((result) => (Array.isArray(result) ? [] : [result]))
  const { graph, problems } = linkRecords(records)
  return { site: makeSite(graph, withCases), problems, records }
}

describe('a new kind, one file and one line in the list', () => {
  test('is read and checked', () => {
    const { problems, records } = siteWithCase()
    expect(records).toHaveLength(2)
    expect(problems).toEqual([])
  })

  test('has a page that shows its fields, a list, a place in the menu and JSON', () => {
    const pages = makePages(siteWithCase().site)
    const page = pages.get('/cases/doe-v-state')?.body() ?? ''
    expect(page).toContain('<h1>Doe v. State</h1>')
    expect(page).toContain('2020-02-29')
    expect(page).toContain('href="/norms/non-return"')
    expect(pages.get('/cases')?.body()).toContain('Doe v. State')
    expect(pages.get('/')?.body()).toContain('href="/cases"')
    expect(JSON.parse(String(pages.get('/api/cases/doe-v-state')?.body()))).toMatchObject({ kind: 'case', data: { decided: '2020-02-29' } })
  })

  test('is linked from what it cites', () => {
    const page = makePages(siteWithCase().site).get('/norms/non-return')?.body() ?? ''
    expect(page).toContain('Applied in')
    expect(page).toContain('href="/cases/doe-v-state"')
  })

  test('is cited and found', () => {
    const { site } = siteWithCase()
    expect(resolveCitation(site.graph.citations, 'doe v state').matches[0]?.address).toBe('/cases/doe-v-state')
    expect(search(site.index, { text: 'doe', limit: 5, offset: 0 }).results[0]?.entry.kind).toBe('case')
  })

  test('has a schema for editors and a section in the reference', () => {
    expect(editorSchemas(withCases).get('case.json')).toContain('"decided"')
    expect(recordsReference(withCases)).toContain('`knowledge/cases/<id>.yaml`')
  })
})
