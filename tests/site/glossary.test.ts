import { describe, expect, test } from 'vitest'
import { glossaryOf, withDefinitions } from '../../server/site/glossary.ts'
import { makeLanguage, TONGUES, type Tongue } from '../../server/site/language.ts'
import { graphOf, problemsOf, termYaml, wholeKnowledge } from '../make.ts'

const english = makeLanguage(TONGUES[0] as Tongue, {})
const glossary = glossaryOf(
  graphOf(
    wholeKnowledge({
      'glossary/party.yaml': termYaml({
        id: 'party',
        term: 'State party',
        forms: ['State party', 'States parties', 'non-party', 'party (treaty)'],
      }),
    }),
  ).graph,
)
const defined = (html: string, except = '') => withDefinitions(glossary, english, html, except)
const words = (html: string, except = '') =>
  [...defined(html, except).matchAll(/popovertarget="term-([^"]+)">([^<]+)</gu)].map(([, id, word]) => `${id}: ${word}`)

describe('withDefinitions', () => {
  test('defines the first use of each term on the page, in the form and case that the text has', () => {
    expect(words('<p>Refoulement by a State party, refoulement by States parties.</p><p>Refoulement.</p>')).toEqual([
      'refoulement: Refoulement',
      'party: State party',
    ])
  })

  test('takes the longest form, and whole words only', () => {
    expect(words('<p>chain refoulement</p>')).toEqual(['refoulement: chain refoulement'])
    expect(words('<p>non-refoulement, refoulements, State partying</p>')).toEqual([])
  })

  test('knows forms with signs in them', () => {
    expect(words('<p>a party (treaty)</p>')).toEqual(['party: party (treaty)'])
    expect(words('<p>a non-party</p>')).toEqual(['party: non-party'])
  })

  test.each([
    'a href="/"',
    'button',
    'blockquote class="op"',
    'q',
    'h2 id="x"',
    'summary',
    'table',
    'span class="sign b-bound"',
    'article class="text" data-verbatim',
  ])('leaves alone what stands in <%s>, and goes on after it', (element) => {
    const name = element.split(' ')[0]
    expect(words(`<${element}><em>refoulement</em></${name}><p>a State party</p>`)).toEqual(['party: State party'])
    expect(words(`<${element}>refoulement <${name}>x</${name}> refoulement</${name}>`)).toEqual([])
  })

  test('changes nothing but the words that it defines', () => {
    const html = '<p title="refoulement">One &amp; <b>two</b>: refoulement.</p>'
    const without = defined(html)
      .replace(/<span class="tip".*?<\/a><\/span>/u, '')
      .replace(/<\/?button[^>]*>|<span class="nb">|(?<=\.)<\/span>/gu, '')
    expect(without).toBe(html)
  })

  test('keeps the term and the punctuation around it on one line', () => {
    expect(defined('<p>(refoulement), again</p>')).toMatch(/<p><span class="nb">\(<button.*<\/span>\),<\/span> again<\/p>$/u)
  })

  test('does not define a term on its own page', () => {
    expect(words('<p>refoulement</p>', '/glossary/refoulement')).toEqual([])
  })

  test('says how far the definition was checked, and leads to its source', () => {
    expect(defined('<p>refoulement</p>')).toContain(
      '<span class="grade grade--read">read</span> <a href="/glossary/refoulement">Source, and more</a>',
    )
  })

  test('does nothing where there is no glossary', () => {
    const none = glossaryOf(graphOf(wholeKnowledge({ 'glossary/refoulement.yaml': undefined })).graph)
    expect(withDefinitions(none, english, '<p>refoulement</p>', '')).toBe('<p>refoulement</p>')
  })
})

describe('a term', () => {
  test('says where its meaning is taken from', () => {
    const files = wholeKnowledge({ 'glossary/refoulement.yaml': termYaml({ definedBy: undefined }) })
    expect(problemsOf(files)).toEqual([
      expect.stringMatching(/glossary\/refoulement\.yaml:\d+:\d+: says neither what it is defined by \(definedBy\) nor where it was read/u),
    ])
  })
})
