import { describe, expect, test } from 'vitest'
import { figures } from '../../figures/index.ts'
import { readChapter } from './chapter.ts'
import { checkLedger, withCurrent, type Ledger } from './ledger.ts'

const chapter = (body: string, slug = 'l1') =>
  readChapter(`content/docs/en/${slug}.mdx`, `en/${slug}.mdx`, `---\ntitle: T\n---\n\n${body}`)
const empty: Ledger = { pages: {}, figures: {}, challenges: [], questions: [] }
const geometry = await figures['geometry']()
const published = withCurrent(empty, [chapter('## A {#a}')], { geometry })

const messages = (ledger: Ledger, body = '## A {#a}', named = { geometry }) =>
  checkLedger([chapter(body)], named, { file: 'published.json', text: JSON.stringify(ledger) }).map(
    ({ message }) => message,
  )

test('what was just published keeps every promise', () => {
  expect(published.pages).toEqual({ l1: ['a'] })
  expect(published.figures['geometry']['lambda']).toEqual({ default: 1, min: 0, max: 4 })
  expect(messages(published)).toEqual([])
})

test('publishing again adds what is new, widens ranges and takes nothing out', () => {
  const lambda = { ...published.figures['geometry']['lambda'], max: 2 }
  const old = { ...published, figures: { geometry: { lambda } }, pages: { l1: ['gone'] } }
  const next = withCurrent(old, [chapter('## A {#a}')], { geometry })
  expect(next.pages).toEqual({ l1: ['gone', 'a'] })
  expect(next.figures['geometry']['lambda'].max).toBe(4)
  expect(Object.keys(next.figures['geometry']).sort()).toEqual(
    Object.keys(geometry.parameters).sort(),
  )
})

test.each([
  ['another default', { default: 2, min: 0, max: 4 }, 'has another default than 2'],
  ['a narrower range', { default: 1, min: 0, max: 5 }, 'has a narrower range'],
])('a parameter with %s breaks its promise', (_, lambda, reason) => {
  const figure = { ...published.figures['geometry'], lambda }
  const [message] = messages({ ...published, figures: { geometry: figure } })
  expect(message).toContain(`the parameter “lambda” of the figure “geometry” ${reason}`)
})

test('an option, a parameter, a figure, a challenge or a page that is gone breaks its promise', () => {
  const penalty = { default: 'l1', options: ['l1', 'l2', 'elastic-net', 'lq', 'l3'] }
  const ledger = {
    pages: { ...published.pages, l9: ['a'] },
    figures: {
      geometry: { ...published.figures['geometry'], penalty, old: { default: 1 } },
      circle: {},
    },
    challenges: ['add-one'],
    questions: [],
  }
  expect(messages(ledger)).toEqual([
    expect.stringContaining('the published page “l9” is gone'),
    expect.stringContaining('has lost the option l3'),
    expect.stringContaining('“old” of the figure “geometry” is gone'),
    expect.stringContaining('the published figure “circle” is gone'),
    expect.stringContaining('the published challenge “add-one” is gone'),
  ])
})

test('a figure that is not published says what to run', () => {
  expect(messages({ ...published, figures: {} })).toEqual([
    '“geometry” cannot be found in published.json: run npm run publish, once names are final',
  ])
})

describe('a section that moves to another page', () => {
  const before = withCurrent(empty, [chapter('## A {#a}\n\n## B {#b}')], {})
  const pages = [chapter('## A {#a}'), chapter('## B {#b}', 'lasso')]
  const after = withCurrent(before, pages, {})
  const faults = (ledger: Ledger, chapters = pages, asked = chapters) =>
    checkLedger(asked, {}, { file: 'published.json', text: JSON.stringify(ledger) }, chapters).map(
      ({ message }) => message,
    )

  test('breaks its promise until it is published anew', () => {
    const known = { ...before, pages: { ...before.pages, lasso: ['b'] } }
    expect(faults(known)).toEqual([
      expect.stringContaining('/en/l1/#b leads nowhere now: put <span id="b"></span>'),
    ])
    expect(after.moved).toEqual({ l1: { b: 'lasso' } })
    expect(after.pages).toEqual({ l1: ['a', 'b'], lasso: ['b'] })
    expect(faults(after)).toEqual([])
  })

  test('stays where it was noted, and may move on', () => {
    const third = [chapter('## A {#a}'), chapter('', 'lasso'), chapter('## B {#b}', 'ridge')]
    const next = withCurrent(after, third, {})
    expect(next.moved).toEqual({ l1: { b: 'lasso' }, lasso: { b: 'ridge' } })
    expect(faults(next, third)).toEqual([])
  })

  test('is not guessed where two pages have gained its id', () => {
    const two = [...pages, chapter('## B {#b}', 'ridge')]
    expect(withCurrent(before, two, {}).moved).toBeUndefined()
    // A page that has had the id all along is not meant.
    const had = { ...before, pages: { ...before.pages, ridge: ['b'] } }
    expect(withCurrent(had, two, {}).moved).toEqual({ l1: { b: 'lasso' } })
  })

  test('has to be on the page that is named', () => {
    const wrong = { ...after, moved: { l1: { b: 'ridge' } } }
    expect(faults(wrong)).toEqual([expect.stringContaining('says that “ridge” has it')])
    // The check of one chapter does not know all pages, so it cannot tell.
    expect(faults(wrong, pages, [pages[0]]).filter((fault) => fault.includes('#b'))).toEqual([])
  })
})
