/** `/api/cite?citation=&style=`: a citation written in a style, for a first note or a later one. */
import { placeAsked, resolveCitation } from '../graph/citation.ts'
import { type Answer, answerCite, fault } from './answer.ts'
import { problemDetails } from './api.ts'
import { citableOf, citeAs, type Form, STYLES, type Style } from './cite-as/index.ts'
import { plain } from './cite-as/words.ts'
import { first, type Parameters, unknownWord } from './parameters.ts'
import type { Site } from './site.ts'

const FORMS = ['first', 'subsequent', 'ibid']

function readForm(parameters: Parameters): Form | { readonly fault: string } {
  const form = first(parameters, 'form')
  if (form !== 'subsequent') return form === 'ibid' ? 'ibid' : 'first'
  const note = first(parameters, 'note') ?? '1'
  if (!/^[1-9]\d{0,4}$/u.test(note))
    return { fault: `note is ${JSON.stringify(note.slice(0, 40))}; expected the number of a note, 1 to 99999` }
  return { firstCitedIn: Number(note) }
}

/** A citation that means more than one thing, or nothing, is answered as `/api/cite?q=` answers it. */
export function answerCiteAs(site: Site, parameters: Parameters): Answer {
  const refuse = (text: string) => fault(site, problemDetails(400, text))
  const text = first(parameters, 'citation') ?? first(parameters, 'q') ?? ''
  const wrong = unknownWord(parameters, 'style', STYLES) ?? unknownWord(parameters, 'form', FORMS)
  if (wrong !== undefined) return refuse(wrong)
  const style = first(parameters, 'style')
  if (!style) return refuse(`style is empty; expected one of ${STYLES.join(', ')}`)
  const form = readForm(parameters)
  if (typeof form === 'object' && 'fault' in form) return refuse(form.fault)
  const { matches } = resolveCitation(site.graph.citations, text)
  const [node] = matches
  if (!node || matches.length > 1) return answerCite(site, new Map([...parameters, ['q', [text]]]))
  const cited = citableOf(node, site.base, placeAsked(text, node))
  return {
    status: 200,
    html: () => '',
    json: () => ({ citation: node.citation, style, text: plain(citeAs(style as Style, cited, form)), url: node.address }),
  }
}
