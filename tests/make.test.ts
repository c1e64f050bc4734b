import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { graphOf, knowledgeFolder, problemsOf, treatyYaml, wholeKnowledge } from './make.ts'

describe('wholeKnowledge', () => {
  test('is without fault, and has a record of each kind', () => {
    const { graph, problems } = graphOf(wholeKnowledge())
    expect(problems).toEqual([])
    expect(new Set(graph.records.map((record) => record.kind.name)).size).toBe(9)
  })

  test('leaves out what is undefined', () => {
    expect(problemsOf(wholeKnowledge({ 'states/CHN.yaml': undefined })).length).toBeGreaterThan(0)
  })
})

describe('knowledgeFolder', () => {
  test('writes what is given', () => {
    const folder = knowledgeFolder({ 'treaties/cat.yaml': treatyYaml() })
    expect(existsSync(`${folder}/treaties/cat.yaml`)).toBe(true)
  })
})
