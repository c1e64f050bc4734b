import { describe, expect, test } from 'vitest'
import { marksIn } from '../../server/site/punctuation.ts'

const zh = (html: string) => marksIn({ code: 'zh' }, html)

describe('marksIn', () => {
  test('makes marks beside Chinese full-width, and takes the space behind them', () => {
    expect(zh('<p>采纳; 事实问题; 依据 F-01, F-03.</p>')).toBe('<p>采纳；事实问题；依据 F-01, F-03.</p>')
    expect(zh('<p><strong>分量</strong>: 有争议. <a>本页</a>.</p>')).toBe('<p><strong>分量</strong>：有争议。<a>本页</a>。</p>')
    expect(zh('<p>P1, 采纳</p>')).toBe('<p>P1，采纳</p>')
  })

  test('pairs brackets that hold Chinese or follow it, and leaves those of a citation', () => {
    expect(zh('<p>CAT art 3(1), 3(2) (明示), 受到攻击：CA-13 (已回应)</p>')).toBe(
      '<p>CAT art 3(1), 3(2)（明示），受到攻击：CA-13（已回应）</p>',
    )
    expect(zh('<h1>难民 (<span lang="en">Refugee (status)</span>)</h1>')).toBe('<h1>难民（<span lang="en">Refugee (status)</span>）</h1>')
  })

  test('leaves the words of records, programs, attributes and character references', () => {
    const html =
      '<p title="难民, 甲"><span lang="en">“推回”, <span>推回, x</span>, 驱回 (推回)</span> A &amp; 甲</p><script>{"a": "甲, 乙"}</script><span lang="zh-Hant">推回, 遣返</span>'
    expect(zh(html)).toBe(html)
  })

  test('leaves a mark at the start of a block and pages in other languages', () => {
    expect(zh('<p>甲</p><p>, b</p>')).toBe('<p>甲</p><p>, b</p>')
    expect(marksIn({ code: 'ko' }, '<p>漢字, x</p>')).toBe('<p>漢字, x</p>')
  })
})
