// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'

/** What the observer of the headings is told when one crosses the line. */
let cross: (entries: { target: Element | null; isIntersecting: boolean }[]) => void
let margin: string | undefined

beforeEach(async () => {
  vi.stubGlobal('requestIdleCallback', (task: () => void) => task())
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(callback: typeof cross, { rootMargin }: { rootMargin: string }) {
        cross = callback
        margin = rootMargin
      }
      observe() {}
      disconnect() {}
    },
  )
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800)
  await import('./contents.ts')
  document.body.innerHTML = `
    <main><h1 id="_top">L1</h1><h2 id="picture">Picture</h2><h2 id="角">Corner</h2></main>
    <starlight-toc>
      <a href="#_top">Overview</a><a href="#picture">Picture</a><a href="#%E8%A7%92">Corner</a>
    </starlight-toc>`
})

const heading = (id: string) => document.getElementById(id)
const current = () =>
  [...document.querySelectorAll('[aria-current="true"]')].map(({ textContent }) => textContent)

test('the last heading above the line is the section being read', () => {
  cross(['_top', 'picture', '角'].map((id) => ({ target: heading(id), isIntersecting: false })))
  expect(current()).toEqual(['Overview'])
  cross([{ target: heading('_top'), isIntersecting: true }])
  cross([
    { target: heading('角'), isIntersecting: true },
    { target: heading('picture'), isIntersecting: true },
  ])
  expect(current()).toEqual(['Corner'])
  cross([{ target: heading('角'), isIntersecting: false }])
  expect(current()).toEqual(['Picture'])
})

test('the line is near the top of the window, and follows its height', () => {
  vi.useFakeTimers()
  expect(margin).toBe('999999px 0px -715px')
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(600)
  dispatchEvent(new Event('resize'))
  vi.runAllTimers()
  expect(margin).toBe('999999px 0px -515px')
  vi.useRealTimers()
})
