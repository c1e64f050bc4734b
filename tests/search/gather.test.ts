import { describe, expect, test } from 'vitest'
import { canBePrefix } from '../../server/search/gather.ts'

describe('canBePrefix', () => {
  test('is so from three letters, or one of Korean or Chinese', () => {
    expect(['tor', '송'].every(canBePrefix)).toBe(true)
    expect(['to', ''].some(canBePrefix)).toBe(false)
  })
})
