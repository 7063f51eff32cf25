// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://localhost/en/page/" }
import { beforeAll, expect, test } from 'vitest'
import { createPeek } from './peek.ts'

/** The words on the card of a link, and the number of its drawn ellipses. */
async function peekOf(html: string) {
  document.body.innerHTML = html
  const created = await createPeek(document.querySelector('a')!)
  if (!created) return undefined
  const { card, describedBy } = created
  return {
    says: card.querySelector(`#${describedBy}`)!.textContent,
    ellipses: card.querySelectorAll('svg ellipse').length,
  }
}

beforeAll(() => {
  Element.prototype.getBoundingClientRect = function () {
    return new DOMRect(0, Number((this as HTMLElement).dataset.top ?? 0), 400, 400)
  }
})

const placed = (top: number) =>
  `<course-figure id="other" data-figure="geometry"><p class="figure-stage" data-top="${top}"></p></course-figure>`
const link = '<a href="?other.lambda=0#other">the optimum</a>'

test('a card shows the main panel in the state of the link, and the sentence on it', async () => {
  const en = await peekOf(`<div lang="en">${placed(-9000)}${link}</div>`)
  const zh = await peekOf(`<div lang="zh-CN">${placed(-9000)}${link}</div>`)
  expect(en?.says).toBe(
    'Without a penalty the solution is the optimum of the loss itself, w* = (1.900, 0.600).',
  )
  expect(zh?.says).toMatch(/^不加惩罚时.*。$/)
  expect(en?.ellipses).toBeGreaterThan(5)
})

test('a figure of another page is known by its id, or by the name that the link gives', async () => {
  const page = '/en/l1/?geometry.lambda=0#geometry'
  expect(await peekOf(`<a href="${page}">there</a>`)).toBeDefined()
  const named = '/en/l1/?own.lambda=0#own'
  expect(await peekOf(`<a href="${named}" data-figure="geometry">there</a>`)).toBeDefined()
})

test('there is none for a figure in view, nor for a link to which the reader just came back', async () => {
  expect(await peekOf(placed(100) + link)).toBeUndefined()
  expect(await peekOf(placed(-9000) + link.replace('<a', '<a data-returned'))).toBeUndefined()
})
