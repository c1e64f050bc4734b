import { describe, expect, test } from 'vitest'
import { influences } from '../../server/argument/influence.ts'
import type { Framework } from '../../server/argument/label.ts'

const FRAMEWORK: Framework = {
  claims: ['A', 'B', 'C'],
  arguments: [
    { id: 'ARG-A', claim: 'A', premises: [{ id: 'ARG-A/P1', stance: 'disputed' }], attacks: [] },
    { id: 'ARG-B', claim: 'B', premises: [{ id: 'ARG-B/P1', stance: 'accepted', follows: 'A' }], attacks: [] },
    { id: 'ARG-C', claim: 'C', premises: [{ id: 'ARG-C/P1', stance: 'accepted' }], attacks: [{ counter: 'CA-1', answers: [false] }] },
  ],
  counters: new Map([['CA-1', [{ id: 'CA-1/Q1', stance: 'accepted' }]]]),
}

describe('influences', () => {
  test('puts first what alters most claims, also through claims that follow from others', () => {
    const found = influences(FRAMEWORK, (premise) => premise.follows === undefined).map(
      ({ what, id, claims }) => `${what} ${id}: ${claims.join(' ')}`,
    )
    expect(found).toEqual(['accept ARG-A/P1: A B', 'reject ARG-A/P1: A B', 'reject ARG-C/P1: C', 'accept CA-1: C', 'reject CA-1: C'])
  })
})
