// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'
import { share } from './share.ts'

const page = 'https://example.org/en/q/why-zeros/'
const copied: string[] = []

beforeEach(() => {
  copied.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('navigator', {
    clipboard: { writeText: async (text: string) => void copied.push(text) },
  })
  document.documentElement.lang = 'en'
  document.head.innerHTML = `<link rel="canonical" href="${page}">`
  document.body.innerHTML = `<h1>Why zeros?</h1><main>
    <div class="breath"><p>By <span class="katex" data-tex="\\lambda"><math></math></span>.</p></div>
    <share-tools><button value="markdown">Copy as Markdown</button></share-tools>
    <h2 id="strong">In two minutes</h2><p>It is 1.15, see <a href="/en/l1/#x">here</a>.</p>
    <h2 id="weak">Weak answers</h2><p>The diamond is pointy.</p></main>`
})

async function pressed(kind: string): Promise<string> {
  const button = document.createElement('button')
  button.value = kind
  document.body.append(button)
  await share(button)
  expect(button.textContent).toBe('Copied')
  return copied[0]
}

test('a question is copied with both answers, formulas in TeX and its permanent address', async () => {
  expect(await pressed('markdown')).toBe(`# Why zeros?

By $\\lambda$.

## In two minutes

It is 1.15, see [here](http://localhost:3000/en/l1/#x).

<${page}>
`)
})

test('the address that is copied is the published one', async () => {
  expect(await pressed('link')).toBe(page)
})

test('a question is cited as a page of the course', async () => {
  expect(await pressed('cite')).toMatch(/“Why zeros\?”\. In: Diamond & Circle: .*\/q\/why-zeros\/ /)
  copied.length = 0
  expect(await pressed('bibtex')).toContain('@misc{diamond-and-circle:en:q:why-zeros,')
})
