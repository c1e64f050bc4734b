/** The coverage page: what the claims of each statement rest on, and how far the records were checked. */
import { BASES, type Basis, type CoveredClaim, checkedOf, coverageOf, GRADES } from '../../argument/coverage.ts'
import type { EvaluatedClaim } from '../../argument/evaluate.ts'
import type { Situation } from '../../argument/framework.ts'
import { NO_CHOICES } from '../../argument/label.ts'
import type { Graph } from '../../graph/link.ts'
import { type GraphNode, labelOf, partData } from '../../graph/node.ts'
import { recordsOf } from '../../graph/questions.ts'
import type { Claim } from '../../kinds/statement.ts'
import type { Language } from '../language.ts'
import { evaluateReading } from '../reading.ts'
import { baselineOf, type Site } from '../site.ts'
import { askForm } from './ask-form.ts'
import { frame } from './frame.ts'
import { claimLeans } from './leans.ts'
import { titleInText } from './names.ts'
import { NO_READING } from './what-if.ts'

export const COVERAGE = '/coverage'

interface Explained {
  readonly id: string
  readonly heading: string
  readonly sentence: string
}

/** What a group is, in words that say neither that a claim is right nor that it is wrong. */
function explained(basis: Basis, situation: Situation, language: Language): Explained {
  const { t } = language
  const state = titleInText(language, situation.state)
  const day = language.day(situation.date)
  switch (basis) {
    case 'treaty in force':
      return {
        id: 'treaty',
        heading: t('Treaty law in force for {state}', { state }),
        sentence: t(
          'At least one argument for each of these claims takes its rule from treaty provisions that bound {state} on {day}. That says where the rule comes from, and not that it was broken. A treaty without a table of participation is marked as not recorded, and taken to bind.',
          { state, day },
        ),
      }
    case 'general law':
      return {
        id: 'general',
        heading: t('Custom, and general rules on treaties and State responsibility'),
        sentence: t(
          'No argument for these claims has a treaty rule of its own; at least one relies on custom or on a general rule of State responsibility. Such a rule binds without an act of consent, so far as it is general law; whether it is can be disputed. Rules of the Vienna Convention on the Law of Treaties are counted here: as such it applies only to treaties concluded after it entered into force for the State (article 4), and otherwise as custom.',
        ),
      }
    case 'not binding':
      return {
        id: 'persuasive',
        heading: t('Only texts that do not bind {state}', { state }),
        sentence: t(
          'Every argument for these claims takes its rule from a text that did not bind {state} on {day}. Such a text can persuade; it does not oblige.',
          { state, day },
        ),
      }
    case 'no argument':
      return {
        id: 'none',
        heading: t('No argument recorded'),
        sentence: t(
          'These claims are of law, attribution or demand, and no argument for them is recorded. That is a gap in the records and says nothing of the claim.',
        ),
      }
    case 'evidence':
      return {
        id: 'facts',
        heading: t('Facts, and what sources say'),
        sentence: t(
          'These claims say what happened, or what a source says. They rest on evidence and not on law; each page has the evidence on both sides.',
        ),
      }
  }
}

function shownClaim(covered: CoveredClaim, evaluated: EvaluatedClaim | undefined, graph: Graph, language: Language) {
  const { node, rules, basis, isExpress } = covered
  const { title, evidence, against } = partData(node) as Claim
  return {
    id: node.citation,
    title,
    url: node.address,
    rules: rules.map((rule) => ({
      text: labelOf(rule.node),
      url: rule.node.address,
      // What binds in the usual way needs no word.
      status: rule.status === 'bound' ? undefined : rule.status,
    })),
    reading: rules.length > 0 && basis !== 'evidence' ? (isExpress ? 'in terms' : 'by interpretation') : undefined,
    evidence: basis === 'evidence' ? { for: evidence?.length ?? 0, against: against?.length ?? 0 } : undefined,
    // The source of a rule says less than the force that is left once the objections are counted.
    force: basis === 'evidence' || basis === 'no argument' ? undefined : evaluated?.force,
    leans: claimLeans(graph, node, language),
  }
}

/** The claims of one statement in groups; those without a claim are left out. */
function presentStatement(site: Site, statement: GraphNode, situation: Situation) {
  const { graph, language } = site
  const claims = coverageOf(graph, statement, situation)
  const evaluation = evaluateReading(site, { situation, choices: NO_CHOICES, parameters: NO_READING }, statement)
  return {
    url: statement.address,
    title: statement.title,
    total: claims.length,
    groups: BASES.map((basis) => ({
      basis,
      ...explained(basis, situation, language),
      claims: claims
        .filter((claim) => claim.basis === basis)
        .map((claim) => shownClaim(claim, evaluation.claims.get(claim.node.citation), graph, language)),
    })).filter((group) => group.claims.length > 0),
  }
}

function coverage(site: Site, asked: Situation | undefined) {
  const standard = baselineOf(site)?.situation
  const situation = asked ?? standard
  const statements = situation ? recordsOf(site.graph, 'statement') : []
  return {
    situation,
    isOther: situation?.state !== standard?.state || situation?.date !== standard?.date,
    standard,
    statements: statements.flatMap((node) =>
      situation ? [presentStatement(site, node, asked ?? baselineOf(site, node)?.situation ?? situation)] : [],
    ),
    checked: checkedOf(site.graph),
  }
}

/** The model of the page; for another State or day, if one is asked. */
export function presentCoverage(site: Site, asked?: Situation): { readonly view: string } & Record<string, unknown> {
  const { t } = site.language
  const { situation, statements, ...rest } = coverage(site, asked)
  const sections = statements.flatMap(({ groups }) => groups.map(({ id, heading }) => ({ id, text: heading })))
  return {
    ...site.helpers,
    ...frame(site, {
      view: 'coverage',
      heading: t('What the claims rest on'),
      path: COVERAGE,
      crumbs: [{ url: COVERAGE, text: t('Coverage') }],
      sections: [
        ...(statements.length === 1 ? sections : []),
        { id: 'checked', text: t('How far it was checked') },
        { id: 'unchecked', text: t('Claims with something unchecked') },
      ],
    }),
    ...rest,
    situation,
    statements,
    grades: [...GRADES, 'no grade'],
    leaning: statements.flatMap(({ groups }) => groups.flatMap(({ claims }) => claims.filter(({ leans }) => leans !== undefined))),
    form: situation && askForm(site.graph, site.language, COVERAGE, situation.state, situation.date),
  }
}

/** The same for programs. */
export function coverageJson(site: Site, asked?: Situation): object {
  const { situation, statements, checked } = coverage(site, asked)
  return {
    state: situation?.state.record.id,
    date: situation?.date,
    statements: statements.map(({ url, title, total, groups }) => ({
      url,
      title,
      total,
      groups: groups.map(({ basis, sentence, claims }) => ({
        basis,
        sentence,
        claims: claims.map(({ leans, ...claim }) => ({
          ...claim,
          unchecked: [...(leans?.for ?? []).flatMap(({ on }) => on), ...(leans?.against ?? [])].map(({ text, url: at }) => ({
            text,
            url: at,
          })),
          uncheckedEvidence: leans?.evidence ?? 0,
        })),
      })),
    })),
    checked,
  }
}
