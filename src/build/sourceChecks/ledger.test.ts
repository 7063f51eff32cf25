import { expect, test } from 'vitest'
import { figures } from '../../figures/index.ts'
import { readChapter } from './chapter.ts'
import { checkLedger, withCurrent, type Ledger } from './ledger.ts'

const chapter = (body: string) =>
  readChapter('content/docs/en/l1.mdx', 'en/l1.mdx', `---\ntitle: T\n---\n\n${body}`)
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
