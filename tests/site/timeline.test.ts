import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PartyRow } from '../../server/argument/acts.ts'
import { timelineOf } from '../../server/site/present/timeline.ts'

const row = (fields: Partial<PartyRow>) => fields as PartyRow
const drawn = (fields: Partial<PartyRow>, day = '2023-10-09') =>
  timelineOf([{ treaty: 'CAT', url: '/treaties/cat', row: row(fields) }], day)

describe('timelineOf', () => {
  test('draws a wait from signature to entry into force, and a bar from there to the end', () => {
    const timeline = drawn({ signature: '1986-12-12', consent: '1988-10-04', inForce: '1988-11-03' })
    const [line] = timeline?.rows ?? []
    expect(line?.signed).toBe(line?.waiting?.x)
    expect((line?.waiting?.x ?? 0) + (line?.waiting?.width ?? 0)).toBeCloseTo(line?.bound?.x ?? 0, 0)
    expect((line?.bound?.x ?? 0) + (line?.bound?.width ?? 0)).toBeCloseTo(100, 1)
  })

  test('begins in the decade of the first act, whatever the years before it', () => {
    const timeline = drawn({ consent: '1981-09-14', inForce: '1981-12-14' })
    expect(timeline?.years.map(({ year }) => year)).toEqual([1980, 1990, 2000, 2010, 2020])
    expect(timeline?.years[0]?.x).toBe(0)
    expect(timeline?.rows[0]?.waiting?.x).toBeLessThan(5)
  })

  test('has no bar for a treaty that was only signed', () => {
    const [line] = drawn({ signature: '1998-10-05' })?.rows ?? []
    expect(line?.bound).toBeUndefined()
    expect(line?.waiting?.width).toBeGreaterThan(0)
  })

  test('ends the bar where the State left', () => {
    const [line] = drawn({ consent: '2000-01-01', inForce: '2000-02-01', withdrawn: '2017-10-27' })?.rows ?? []
    expect((line?.bound?.x ?? 0) + (line?.bound?.width ?? 0)).toBeCloseTo(line?.left ?? 0, 0)
  })

  test('is not there for a State without acts', () => {
    expect(drawn({})).toBeUndefined()
    expect(timelineOf([], '2023-10-09')).toBeUndefined()
  })

  test('keeps the order of days, whatever they are', () => {
    const date = fc
      .date({ min: new Date('1945-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
      .map((value) => value.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.array(date, { minLength: 2, maxLength: 6 }), date, (days, day) => {
        const timeline = timelineOf(
          days.map((inForce) => ({ treaty: inForce, url: '/', row: row({ inForce }) })),
          day,
        )
        const starts = timeline?.rows.map(({ acts, bound }) => [acts.inForce ?? '', bound?.x ?? 0] as const) ?? []
        for (const [a, x] of starts) for (const [b, y] of starts) if (a < b) expect(x).toBeLessThanOrEqual(y)
        for (const [, x] of starts) expect(x).toBeLessThanOrEqual(100)
      }),
    )
  })
})
