// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { sheetOf } from './sheet.ts'

const panel = (width: number) => {
  const box = document.createElement('div')
  box.innerHTML = `<svg viewBox="0 0 ${width} 100"><circle fill="var(--dc-l1)" r="1"/></svg>`
  return box.firstElementChild as SVGSVGElement
}
const red = () => '#cd4028'
const footOf = (svg: SVGSVGElement) =>
  [...svg.querySelectorAll(':scope > text')].map((line) => line.textContent)

test('panels stand side by side, in colours that need no style sheet', () => {
  const { svg, width, height } = sheetOf([panel(100), panel(200)], red)
  expect([width, height]).toEqual([348, 132])
  expect(svg.querySelector('circle')!.getAttribute('fill')).toBe('#cd4028')
  expect(footOf(svg)).toEqual([])
})

test('the address stands below, in as many lines as it takes, broken where a part begins', () => {
  const address = 'https://example.org/en/l1/?geometry.lambda=0.5&geometry.penalty=l2#geometry'
  const wide = sheetOf([panel(600)], red, address)
  expect(footOf(wide.svg)).toEqual([address.slice('https://'.length)])
  const narrow = sheetOf([panel(220)], red, address)
  expect(footOf(narrow.svg)).toEqual([
    'example.org/en/l1/?geometry.lambda=0.5',
    '&geometry.penalty=l2#geometry',
  ])
  expect(narrow.height).toBeGreaterThan(wide.height)
})
