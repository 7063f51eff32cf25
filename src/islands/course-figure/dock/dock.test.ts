// @vitest-environment jsdom
// @vitest-environment-options { "url": "http://localhost/en/page/" }
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'

/* How an opened figure and the history of the browser go together. What is seen of it, a browser test tells. */

const WIDTH = 1280

let dock: typeof import('./dock.ts')
const wake = vi.fn(() => Promise.resolve())
const element = (id: string) => document.getElementById(id)!
const link = (name: string) => document.querySelector<HTMLAnchorElement>(`[data-name="${name}"]`)!
const figureFor = (name: string) => element(link(name).hash.slice(1))
const follow = (name: string, isByKey = false) => dock.follow(link(name), figureFor(name), isByKey)
const docked = () => [...document.querySelectorAll('[data-docked]')].map(({ id }) => id)
const address = () => location.search + location.hash
const escape = (target: Element = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))

/** Resolves once the browser has gone to another entry of its history, and the page has followed. */
function travelled() {
  return new Promise<void>((resolve) =>
    addEventListener('popstate', ({ state }) => (dock.travel(state), resolve()), { once: true }),
  )
}

beforeAll(async () => {
  const { prototype } = HTMLElement
  Object.assign(prototype, {
    showPopover: () => {},
    hidePopover: () => {},
    scrollIntoView: vi.fn(),
  })
  vi.stubGlobal('scrollBy', vi.fn())
  vi.stubGlobal('scrollTo', vi.fn())
  vi.stubGlobal('matchMedia', () => new EventTarget())
  Object.defineProperty(document.documentElement, 'clientWidth', { value: WIDTH })
  prototype.getClientRects = () => [new DOMRect(400, 300, 80, 20)] as unknown as DOMRectList
  prototype.getBoundingClientRect = function (this: HTMLElement) {
    if (this.matches('.figure-stage')) return new DOMRect(0, Number(this.dataset.top), 400, 400)
    return new DOMRect(352, 300, 576, 20)
  }
  dock = await import('./dock.ts')
})

beforeEach(() => {
  dock.travel(null)
  history.pushState(null, '', 'http://localhost/en/page/')
  const figure = (id: string, top: number) => `<course-figure id="${id}" class="figure wide">
      <div class="figure-card"><p class="figure-title">${id}</p>
        <div class="figure-stage" data-top="${top}"><svg viewBox="0 0 200 100"></svg></div></div>
    </course-figure>`
  document.body.innerHTML = `<div class="sl-markdown-content" lang="en">
    ${figure('far', -9000)} ${figure('farther', -20000)} ${figure('near', 100)}
    <a data-name="one" href="?far.lambda=1#far">one</a>
    <a data-name="two" href="?far.lambda=2#far">two</a>
    <a data-name="other" href="?farther.lambda=1#farther">other</a>
    <a data-name="seen" href="?near.lambda=1#near">seen</a></div>`
  document.querySelectorAll('course-figure').forEach((figure) => Object.assign(figure, { wake }))
})

test('a link opens its figure as a labelled region, and the address is its own', () => {
  const before = history.length
  follow('one')
  expect(docked()).toEqual(['far'])
  expect(address()).toBe('?far.lambda=1#far')
  expect(history.length).toBe(before + 1)
  expect(element('far').getAttribute('role')).toBe('complementary')
  expect(element('far').getAttribute('aria-label')).toBe('far')
  expect(element('far').previousElementSibling!.textContent).toContain('open beside the text')
  expect(wake).toHaveBeenCalled()
  // Wide tables and programs make room until it is closed.
  const root = document.documentElement
  expect(root.hasAttribute('data-dock')).toBe(true)
  escape()
  expect(root.hasAttribute('data-dock')).toBe(false)
})

test('further links replace the entry, and one step back closes the figure', async () => {
  follow('one')
  const opened = history.length
  follow('two')
  follow('other')
  expect(docked()).toEqual(['farther'])
  expect(address()).toBe('?farther.lambda=1#farther')
  expect(history.length).toBe(opened)
  const back = travelled()
  history.back()
  await back
  expect(docked()).toEqual([])
  expect(document.querySelector('.figure-place, .figure-bar, [role], [popover]')).toBeNull()
  expect(address()).toBe('')
  expect(history.scrollRestoration).toBe('auto')
})

test('Forward opens it again, in the address that it had', async () => {
  follow('two')
  let gone = travelled()
  history.back()
  await gone
  gone = travelled()
  history.forward()
  await gone
  expect(docked()).toEqual(['far'])
  expect(address()).toBe('?far.lambda=2#far')
})

test.each([
  ['Escape', () => escape()],
  ['the button', () => document.querySelector<HTMLButtonElement>('.figure-bar button')!.click()],
])('%s closes the figure and goes back', async (_, act) => {
  follow('one', true)
  expect(document.activeElement).toBe(element('far'))
  const back = travelled()
  act()
  expect(docked()).toEqual([])
  expect(document.activeElement).toBe(link('one'))
  await back
  expect(address()).toBe('')
})

test('Escape is left to what was opened later, and to the editor of a cell', () => {
  follow('one')
  const card = document.createElement('dialog')
  card.open = true
  document.body.append(card)
  vi.spyOn(document, 'querySelectorAll').mockReturnValueOnce([card] as never)
  escape()
  const cell = document.body.appendChild(document.createElement('code-cell'))
  escape(cell)
  expect(docked()).toEqual(['far'])
})

test('a figure in view takes the state where it is, and closes another', () => {
  follow('seen')
  expect(docked()).toEqual([])
  expect(address()).toBe('?near.lambda=1#near')
  follow('one')
  const opened = history.length
  follow('seen')
  expect(docked()).toEqual([])
  expect(address()).toBe('?near.lambda=1#near')
  expect(history.length).toBe(opened)
})

test('after a jump to a heading, the page stays at it', async () => {
  follow('one')
  vi.mocked(scrollTo).mockClear()
  const gone = travelled()
  location.hash = '#corner'
  await gone
  expect(docked()).toEqual([])
  expect(scrollTo).not.toHaveBeenCalled()
  expect(history.scrollRestoration).toBe('auto')
})

test('entries of an earlier visit lead to the figure, and before it to the place in the text', async () => {
  vi.resetModules()
  const { travel } = await import('./dock.ts')
  history.replaceState({ docked: 'of another visit' }, '', '?far.lambda=1#far')
  travel(history.state)
  expect(docked()).toEqual([])
  expect(element('far').scrollIntoView).toHaveBeenCalled()
  travel({ text: 700 })
  expect(scrollTo).toHaveBeenLastCalledWith({ top: 700, behavior: 'instant' })
})
