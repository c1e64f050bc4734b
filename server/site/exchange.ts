/** Arguments in the formats of other tools: AIF as JSON (as AIFdb has it) and Argdown. */
import type { Evaluation } from '../argument/evaluate.ts'
import type { Graph } from '../graph/link.ts'
import { recordsOf } from '../graph/questions.ts'
import type { Argument } from '../kinds/argument.ts'
import type { CounterArgument } from '../kinds/counter-argument.ts'
import type { Statement } from '../kinds/statement.ts'

/** Claims that are exported together, with everything that argues for them or against that. */
export interface Extract {
  readonly claims: readonly { readonly id: string; readonly title: string }[]
  readonly arguments: readonly Argument[]
  readonly counters: readonly CounterArgument[]
}

const attacksOn = (counter: CounterArgument, argument: string) =>
  counter.attacks.filter((attack) => attack.on.text.split('/')[0] === argument)

/** Everything about some claims; the claims from which a premise follows come with them. */
export function extractOf(graph: Graph, wanted: readonly string[]): Extract {
  const all = recordsOf(graph, 'argument').map((node) => node.record.data as Argument)
  const ids = new Set(wanted)
  // A set that grows while it is walked: each claim brings those from which its premises follow.
  for (const id of ids) {
    for (const argument of all.filter((item) => item.concludes.text === id))
      for (const premise of argument.premises) if (premise.follows) ids.add(premise.follows.text)
  }
  const args = all.filter((argument) => ids.has(argument.concludes.text))
  const counters = recordsOf(graph, 'counter-argument').map((node) => node.record.data as CounterArgument)
  const claims = recordsOf(graph, 'statement').flatMap((node) => (node.record.data as Statement).claims)
  return {
    claims: claims.filter((claim) => ids.has(claim.id)).map(({ id, title }) => ({ id, title })),
    arguments: args,
    counters: counters.filter((counter) => args.some((argument) => attacksOn(counter, argument.id).length > 0)),
  }
}

interface AifNode {
  readonly nodeID: string
  readonly text: string
  /** I: information; RA: inference; CA: conflict. */
  readonly type: 'I' | 'RA' | 'CA'
  readonly scheme?: string
  /** Default stance of a premise. */
  readonly stance?: string
}

interface AifEdge {
  readonly edgeID: string
  readonly fromID: string
  readonly toID: string
}

export interface Aif {
  readonly nodes: readonly AifNode[]
  readonly edges: readonly AifEdge[]
  readonly locutions: readonly never[]
}

/**
 * AIF: premises and claims are I-nodes, an argument an RA-node, an attack a CA-node from the objection to what it attacks; an answer is an I-node
 * with a CA-node on that attack. A premise that follows from a claim is that claim's node.
 */
export function aifOf({ claims, arguments: args, counters }: Extract): Aif {
  const nodes: AifNode[] = []
  const edges: AifEdge[] = []
  const edge = (fromID: string, toID: string) => edges.push({ edgeID: `${fromID} → ${toID}`, fromID, toID })
  for (const { id, title } of claims) nodes.push({ nodeID: id, text: title, type: 'I' })
  for (const argument of args) {
    nodes.push({ nodeID: argument.id, text: argument.warrant.text, type: 'RA', scheme: argument.scheme })
    edge(argument.id, argument.concludes.text)
    for (const premise of argument.premises) {
      const id = `${argument.id}/${premise.id}`
      if (!premise.follows) nodes.push({ nodeID: id, text: premise.text, type: 'I', stance: premise.stance })
      edge(premise.follows?.text ?? id, argument.id)
    }
  }
  for (const counter of counters) {
    nodes.push({ nodeID: counter.id, text: counter.title, type: 'I' })
    for (const premise of counter.premises) {
      const id = `${counter.id}/${premise.id}`
      nodes.push({ nodeID: id, text: premise.text, type: 'I', stance: premise.stance })
    }
    nodes.push({ nodeID: `${counter.id} argued`, text: 'objection', type: 'RA', scheme: 'objection' })
    for (const premise of counter.premises) edge(`${counter.id}/${premise.id}`, `${counter.id} argued`)
    edge(`${counter.id} argued`, counter.id)
    for (const attack of args.flatMap((argument) => attacksOn(counter, argument.id))) {
      const conflict = `${counter.id} on ${attack.on}`
      nodes.push({ nodeID: conflict, text: attack.kind, type: 'CA', scheme: attack.kind })
      edge(counter.id, conflict)
      edge(
        conflict,
        attack.kind === 'rebut' ? (args.find((argument) => argument.id === attack.on.text)?.concludes.text ?? '') : attack.on.text,
      )
      if (attack.kind === 'rebut') edge(conflict, attack.on.text)
      for (const answer of counter.answers.filter((item) => attack.answers.includes(item.id))) {
        const reply = `${counter.id}/${answer.id}`
        const decision = `${reply} to ${attack.on}`
        if (!nodes.some((node) => node.nodeID === reply)) nodes.push({ nodeID: reply, text: answer.text, type: 'I' })
        nodes.push({ nodeID: decision, text: answer.why, type: 'CA', scheme: answer.decisive ? 'decisive answer' : 'partial answer' })
        edge(reply, decision)
        edge(decision, conflict)
      }
    }
  }
  return { nodes, edges, locutions: [] }
}

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').replace(/[[\]<>]/gu, '')

/** Argdown: a text that people can read and Argdown's tools can draw. */
export function argdownOf({ claims, arguments: args, counters }: Extract, evaluation: Evaluation): string {
  const relation = { rebut: '-', undercut: '_', undermine: '-' }
  const sections = claims.map(({ id, title }) => {
    const own = args.filter((argument) => argument.concludes.text === id)
    const supports = own.map((argument) => `    <+ <${argument.id}>`)
    const blocks = own.map((argument) => {
      const premises = argument.premises.map((premise, at) => {
        const name = premise.follows
          ? `[${premise.follows}]`
          : `[${argument.id}/${premise.id}]: ${oneLine(premise.text)} #${premise.stance}`
        const undermined = counters
          .filter((counter) => counter.attacks.some((attack) => attack.on.text === `${argument.id}/${premise.id}`))
          .map((counter) => `    <- <${counter.id}>`)
        return [`(${at + 1}) ${name}`, ...undermined].join('\n')
      })
      const others = counters.flatMap((counter) =>
        attacksOn(counter, argument.id)
          .filter((attack) => attack.kind !== 'undermine')
          .map((attack) => `    <${relation[attack.kind]} <${counter.id}>`),
      )
      return [
        `<${argument.id}>: ${oneLine(argument.warrant.text)} #(${argument.scheme})`,
        ...others,
        '',
        ...premises,
        '-----',
        `(${argument.premises.length + 1}) [${id}]`,
      ].join('\n')
    })
    return [
      `# ${id} ${oneLine(title)}`,
      '',
      `[${id}]: ${oneLine(title)} #(${evaluation.claims.get(id)?.outcome ?? 'no argument'})`,
      ...supports,
      '',
      ...blocks.flatMap((block) => [block, '']),
    ].join('\n')
  })
  const objections = counters.map((counter) =>
    [
      `<${counter.id}>: ${oneLine(counter.title)}`,
      ...counter.answers.map(
        (answer) => `    <- <${counter.id}/${answer.id}>: ${oneLine(answer.text)} #(${answer.decisive ? 'decisive' : 'in part'})`,
      ),
    ].join('\n'),
  )
  const head = [
    '===',
    'title: Arguments of Pacta',
    `subTitle: ${evaluation.situation.state.title}, ${evaluation.situation.date}`,
    '===',
    '',
  ].join('\n')
  return `${head}\n${sections.join('\n')}\n# Objections\n\n${objections.join('\n\n')}\n`
}
