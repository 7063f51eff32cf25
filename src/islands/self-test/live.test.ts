// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetProgress, replaceProgress, progressHere } from '../progress/file.ts'
import { questionProgress } from '../progress/questions.ts'
import { LiveSelfTest } from './live.ts'

const TOPICS = ['sparsity', 'priors']
const now = new Date(2026, 10, 30, 16)
const part = (selector: string) => document.querySelector<HTMLElement>(selector)!
const root = () => part('self-test')
const current = () => part('[data-current]').dataset.question
const number = (place: string) => part(`[data-number="${place}"]`).textContent
const said = () => part('[data-said]')
const standing = (id: string) => questionProgress.get().get(id)?.standing
let stop = () => {}

/** The page of the self-test, with two questions on each of two topics. */
function open(query = '') {
  history.replaceState(null, '', `/${query}`)
  const items = ['a', 'b', 'c', 'd'].map(
    (id, k) => `<li data-question="${id}" data-topic="${TOPICS[k >> 1]}" data-level="deep">
      <details><summary>${id}?</summary><div class="breath">Short.</div><div data-more></div></details>
      <a data-page href="/en/q/${id}/">page</a></li>`,
  )
  document.body.innerHTML = `<div lang="en"><self-test data-screen="start" tabindex="-1">
    ${['due', 'new', 'later', 'known'].map((place) => `<span data-number="${place}"></span>`).join('')}
    <select name="topic"><option value="">All</option>${TOPICS.map((t) => `<option value="${t}">${t}</option>`).join('')}</select>
    <select name="level"><option value="">All</option><option value="deep">deep</option></select>
    ${['practise', 'round', 'pause', 'back', 'stop', 'again', 'end']
      .map((action) => `<button data-action="${action}"></button>`)
      .join('')}
    <p data-at></p><p data-clock></p><h2 tabindex="-1" data-result></h2><p data-sum></p>
    <table>${TOPICS.map(
      (topic) => `<tr data-topic="${topic}"><td data-of="knew"></td><td data-of="partly"></td>
        <td data-of="missed"></td></tr>`,
    ).join('')}</table>
    <ol>${items.join('')}</ol>
    ${['missed', 'partly', 'knew'].map((r) => `<button data-rating="${r}"><i data-wait></i></button>`).join('')}
    <p data-said=""></p></self-test></div>`
  stop = new LiveSelfTest(root()).start()
}

const click = (action: string) => part(`[data-action="${action}"]`).click()
const press = (key: string, options: KeyboardEventInit = {}) =>
  document.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, ...options }),
  )
/** Opens the answer as Space, Enter or a click on the question does. */
async function reveal() {
  part('[data-current] details').toggleAttribute('open', true)
  await vi.waitFor(() => expect(root().hasAttribute('data-revealed')).toBe(true))
}
async function answer(key: string) {
  await reveal()
  press(key)
}

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] })
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })))
  Element.prototype.scrollIntoView = () => {}
  forgetProgress()
})
afterEach(() => {
  stop()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('by keyboard: the question has the focus, its answer is hidden, 1 to 3 rate it, the next one follows', async () => {
  open()
  click('practise')
  expect(root().dataset.screen).toBe('asking')
  expect(current()).toBe('a')
  expect(document.activeElement).toBe(part('[data-current] summary'))
  press('3')
  expect(standing('a')).toBeUndefined()
  await reveal()
  const waits = [...document.querySelectorAll('[data-wait]')].map((wait) => wait.textContent)
  expect(waits).toEqual(['tomorrow', 'tomorrow', 'in 3 days'])
  press('3', { ctrlKey: true })
  expect(current()).toBe('a')
  press('3')
  expect(standing('a')).toMatchObject({ rung: 1, rating: 'knew' })
  expect(current()).toBe('b')
  expect(part('[data-at]').textContent).toBe('Question 2 of 4')
  expect(document.activeElement).toBe(part('[data-current] summary'))
  expect(root().hasAttribute('data-revealed')).toBe(false)
})

test('a rating is taken back, with what was known before', async () => {
  open()
  click('practise')
  await answer('1')
  expect(standing('a')?.rating).toBe('missed')
  click('back')
  expect(current()).toBe('a')
  expect(standing('a')).toBeUndefined()
  expect((part('[data-action="back"]') as HTMLButtonElement).disabled).toBe(true)
})

test('at the end: how it went by topic, and the questions to look at again', async () => {
  open()
  click('practise')
  for (const key of ['1', '3', '2', '3']) await answer(key)
  expect(root().dataset.screen).toBe('result')
  expect(document.activeElement).toBe(part('[data-result]'))
  expect(part('[data-sum]').textContent).toBe('2 known, 1 partly, 1 missed.')
  const rows = [...document.querySelectorAll('tr')].map((row) =>
    [...row.cells].map((cell) => cell.textContent).join(' '),
  )
  expect(rows).toEqual(['1 0 1', '1 1 0'])
  const rated = [...document.querySelectorAll<HTMLElement>('li')].map(
    ({ dataset }) => dataset.rated,
  )
  expect(rated).toEqual(['missed', 'knew', 'partly', 'knew'])
  click('again')
  expect(part('[data-at]').textContent).toBe('Question 1 of 2')
  expect(current()).toBe('a')
})

test('what is due today comes first; what is not due, or known, is not asked', () => {
  const day = (ago: number) => now.getTime() - ago * 86_400_000
  const questions = new Map([
    ['a', { standing: { rung: 4, rating: 'knew' as const, rated: day(3) } }],
    ['b', { known: { is: true, said: day(1) } }],
    ['d', { standing: { rung: 0, rating: 'missed' as const, rated: day(1) } }],
  ])
  replaceProgress({ ...progressHere(), questions })
  open()
  expect(['due', 'new', 'later', 'known'].map(number)).toEqual(['1', '1', '1', '1'])
  click('practise')
  expect(current()).toBe('d')
  expect(part('[data-at]').textContent).toBe('Question 1 of 2')
})

test('the filters of the address hold, and are written there', () => {
  open('?topic=priors&level=nonsense&figure.lambda=2')
  expect(number('new')).toBe('2')
  const list = part('[name="topic"]') as HTMLSelectElement
  list.value = ''
  list.dispatchEvent(new Event('change', { bubbles: true }))
  expect(number('new')).toBe('4')
  expect(location.search).toBe('?figure.lambda=2')
})

test('the clock runs down, stands while it is paused or out of sight, and ends nothing', async () => {
  open()
  click('round')
  const clock = () => part('[data-clock]').textContent
  const wait = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)
  expect(clock()).toBe('6:00')
  wait(61)
  expect(clock()).toBe('4:59')
  click('pause')
  wait(100)
  expect(clock()).toBe('4:59')
  click('pause')
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  document.dispatchEvent(new Event('visibilitychange'))
  wait(100)
  hidden.mockReturnValue(false)
  document.dispatchEvent(new Event('visibilitychange'))
  wait(300)
  expect(clock()).toBe('+0:01')
  expect(said().dataset.said).toBe('timeUp')
  for (const key of ['3', '3', '3', '3']) await answer(key)
  expect(root().hasAttribute('data-clean')).toBe(true)
  // To wait for the answer to open takes a moment of the clock.
  expect(part('[data-sum]').textContent).toMatch(/^4 known, 0 partly, 0 missed, in 6:0\d\.$/)
})

test('without storage it says so once, and goes on', async () => {
  open()
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  click('practise')
  await answer('3')
  expect(said().dataset.said).toBe('unkept')
  await answer('3')
  expect(said().textContent).toBe('')
  click('stop')
  expect(part('[data-sum]').textContent).toBe('2 known, 0 partly, 0 missed.')
  click('end')
  expect(['new', 'later'].map(number)).toEqual(['2', '2'])
})

test('a rating in another tab is counted', () => {
  open()
  const text = JSON.stringify({ questions: { a: { known: true, marked: now.toISOString() } } })
  localStorage.setItem('course-questions-1', text)
  dispatchEvent(new StorageEvent('storage', { key: 'course-questions-1' }))
  expect(number('known')).toBe('1')
})

test('a translation by the browser, which puts every text into other elements, changes nothing', async () => {
  open('?topic=priors')
  for (const node of document.querySelectorAll(
    'summary, option, button, [data-number], [data-at]',
  )) {
    const font = document.createElement('font')
    font.textContent = 'übersetzt'
    node.replaceChildren(font, ...node.querySelectorAll('[data-wait]'))
  }
  click('practise')
  expect(current()).toBe('c')
  await answer('1')
  expect(standing('c')?.rating).toBe('missed')
  expect(part('li[data-question="c"] summary').textContent).toBe('übersetzt')
  expect(part('[data-at]').textContent).toBe('Question 2 of 2')
})

test('when nothing is due and nothing new, it says what can be done', () => {
  const known = { is: true, said: 0 }
  replaceProgress({
    ...progressHere(),
    questions: new Map([...'abcd'].map((id) => [id, { known }])),
  })
  open()
  expect((part('[data-action="practise"]') as HTMLButtonElement).disabled).toBe(true)
  expect(said().dataset.said).toBe('nothingDue')
  click('round')
  expect(part('[data-at]').textContent).toBe('Question 1 of 4')
})

test('the long answer and the weak ones come from the page of the question', async () => {
  const page = `<style></style><main lang="en"><h2 id="strong">S</h2><p id="x">Long <a href="#x">here</a>.</p><h2 id="weak">W</h2>
    <div class="weak">Weak.</div><div class="part"><h2 id="references">R</h2></div><ul><li>Book</li></ul>
    <h2 id="picture">P</h2><p>Figure</p></main>`
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(page)))
  open()
  click('practise')
  await reveal()
  const more = part('[data-current] [data-more]')
  await vi.waitFor(() => expect(more.textContent).toContain('Long here.'))
  expect(more.textContent).not.toMatch(/Book|Figure/)
  expect(more.querySelector('[id]')).toBeNull()
  expect(more.querySelector('a')!.href).toMatch(/\/en\/q\/a\/#x$/)
  expect(more.querySelectorAll('details')).toHaveLength(2)
})

test('where the page cannot be loaded, a word says so, and it is tried again', async () => {
  open()
  click('practise')
  await reveal()
  const more = part('[data-current] [data-more]')
  await vi.waitFor(() => expect(more.textContent).toContain('could not be loaded'))
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('<main><h2 id="strong"></h2><p>Long.</p></main>')),
  )
  part('[data-current] details').toggleAttribute('open', false)
  await vi.waitFor(() => expect(root().hasAttribute('data-revealed')).toBe(false))
  await reveal()
  await vi.waitFor(() => expect(more.textContent).toContain('Long.'))
})
