// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { reportMistake } from './reportMistake.ts'

const form = 'https://github.com/diamond-and-circle/course/issues/new?template=error.yml'
let link: HTMLAnchorElement

/** Puts each heading so many pixels below the top of a window of 768. */
function scrollTo(tops: Record<string, number>) {
  for (const [id, top] of Object.entries(tops)) {
    document.getElementById(id)!.getBoundingClientRect = () => new DOMRect(0, top, 100, 20)
  }
}

function select(id: string) {
  getSelection()!.selectAllChildren(document.getElementById(id)!)
}

function filled(): Record<string, string> {
  link.dispatchEvent(new Event('pointerdown'))
  return Object.fromEntries(new URL(link.href).searchParams)
}

beforeEach(() => {
  document.body.innerHTML = `
    <main>
      <p id="lead">Lead</p>
      <h2 id="picture">The picture</h2><p id="first">It is round.</p>
      <h2 id="corner">Why corners</h2><p id="second">It has a corner.</p>
      <footer><a href="${form}&page=https%3A%2F%2Fexample.org%2Fen%2Fl1%2F">Report</a></footer>
    </main>`
  link = document.querySelector('a')!
  getSelection()!.removeAllRanges()
  history.replaceState(null, '', '/en/l1/?geometry.lambda=2')
  scrollTo({ picture: -900, corner: 300 })
  reportMistake(link)
})

test('without a click the link names the page alone', () => {
  const fields = new URL(link.href).searchParams
  expect([...fields.keys()]).toEqual(['template', 'page'])
})

test('the report names the section on the screen, and the state of the figures', () => {
  expect(filled()).toEqual({
    template: 'error.yml',
    page: `${location.origin}/en/l1/?geometry.lambda=2#corner`,
    heading: 'Why corners',
    passage: '',
  })
})

test('what is selected is quoted, with its section', () => {
  select('first')
  expect(filled()).toMatchObject({ heading: 'The picture', passage: 'It is round.' })
})

test('a long selection is cut', () => {
  document.getElementById('second')!.textContent = 'w'.repeat(5000)
  select('second')
  expect(filled().passage).toHaveLength(602)
})

test('without a selection the section of the address wins', () => {
  history.replaceState(null, '', '/en/l1/#first')
  expect(filled()).toMatchObject({ heading: 'The picture' })
})

test('the code of a reader, kept in the address, is not sent', () => {
  history.replaceState(null, '', '/en/l1/#cell.code=abc')
  expect(filled().page).toBe(`${location.origin}/en/l1/#corner`)
})

test('above the first heading there is none', () => {
  scrollTo({ picture: 500, corner: 900 })
  expect(filled()).toMatchObject({ heading: '', page: expect.not.stringContaining('#') })
})

test('scrolling on changes the next report', () => {
  filled()
  scrollTo({ picture: 100, corner: 900 })
  expect(filled().heading).toBe('The picture')
})
