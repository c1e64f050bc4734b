import { describe, expect, test } from 'vitest'
import { cut } from './cut.ts'

const PAGE =
  '<main><div class="a"><div>one</div><div>two</div></div><ul id="b"><li>1</li><li>2<ul><li>3</li></ul></li></ul><p class="c">4</p></main>'

describe('cut', () => {
  test('takes an element whole, those of its own name inside it too', () => {
    expect(cut(PAGE, '<div class="a">')).toBe('<div class="a"><div>one</div><div>two</div></div>')
    expect(cut(PAGE, '<ul id="b"')).toBe('<ul id="b"><li>1</li><li>2<ul><li>3</li></ul></li></ul>')
  })

  test('knows an element by more than its tag', () => {
    expect(cut(PAGE, '<div>two')).toBe('<div>two</div>')
  })

  test('keeps of an element those parts that are named, one after the other', () => {
    expect(cut(PAGE, ['<div class="a">', '<div>two'])).toBe('<div class="a"><div>two</div></div>')
    expect(cut(PAGE, ['<ul id="b">', ['<li>2', ['<ul>', '<li>']]])).toBe('<ul id="b"><li><ul><li>3</li></ul></li></ul>')
  })

  test('says what it did not find, and what is not closed', () => {
    expect(() => cut(PAGE, ['<div class="a">', '<p class="c">'])).toThrow('no element begins with <p class="c">')
    expect(() => cut(PAGE, ['<div class="a">', '<div>two', '<div>one'])).toThrow('<div>one')
    expect(() => cut('<div><p>open</div>', '<p>')).toThrow('<p> is not closed')
  })
})
