// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { movedAddress } from './followMoved.ts'

beforeEach(() => {
  document.body.innerHTML = `
    <h2 id="picture">The picture</h2>
    <course-figure id="geometry"></course-figure>
    <div data-moved-to="/course/en/lasso/">
      <li><span id="selection"></span><span id="text"></span><span id="twins"></span></li>
    </div>
    <div data-moved-to="/course/en/ridge/"><li><span id="wiggles"></span></li></div>`
})

const led = (address: string) => movedAddress(new URL(address, 'https://example.org/course/en/l1/'))

test('a place that has moved leads to its new page', () => {
  expect(led('#selection')).toBe('/course/en/lasso/#selection')
  expect(led('#wiggles')).toBe('/course/en/ridge/#wiggles')
})

test('the state of a figure and the program of a cell are kept', () => {
  expect(led('?text.lambda=0.1&geometry.lambda=2#text')).toBe(
    '/course/en/lasso/?text.lambda=0.1&geometry.lambda=2#text',
  )
  expect(led('?text.lambda=0.1')).toBe('/course/en/lasso/?text.lambda=0.1')
  expect(led('#twins.code=eJwr')).toBe('/course/en/lasso/#twins.code=eJwr')
})

test('what is still here stays here', () => {
  for (const address of ['', '#picture', '#nowhere', '?geometry.lambda=2', '?utm=selection'])
    expect(led(address)).toBeUndefined()
  // The fragment says what the reader is to see; the other state is by the way.
  expect(led('?text.lambda=0.1#picture')).toBeUndefined()
})
