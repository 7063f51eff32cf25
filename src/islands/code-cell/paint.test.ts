import { globSync, readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { createHighlighter } from 'shiki'
import { expect, test, vi } from 'vitest'
import { figures } from '../../figures/index.ts'
import { programOf } from '../../figures/kit/program.ts'
import { endStates } from '../../figures/testing/randomState.ts'
import { codeColor, codeTheme } from '../../styles/codeTheme.ts'
import { solverFile } from '../../components/chapter/solverFile.ts'
import { paintedParts, fetchListing, paintLine } from './paint.ts'
import { paintOpened } from './paintOpened.ts'

const highlighter = await createHighlighter({ themes: [codeTheme], langs: ['ts'] })

/** Each character that is seen, with its colour. */
const visible = (parts: readonly { text: string; color: string }[]) =>
  parts.flatMap(({ text, color }) => [...text].filter((c) => c.trim()).map((c) => `${c} ${color}`))

const painted = (line: string) =>
  visible(paintedParts(line).map(({ text, part = 'ink' }) => ({ text, color: codeColor(part) })))

test.each(Object.keys(figures))('the lines of %s have the colours of the build', async (name) => {
  const figure = await figures[name]()
  const lines = new Map<string, string[]>()
  for (const state of endStates(figure)) {
    for (const language of ['en', 'zh'] as const) {
      const program = programOf(figure, state, language)
      // Most programs of a figure differ from another by a line or two; many by none.
      if (program.split('\n').every((line) => lines.has(line))) continue
      const built = highlighter.codeToTokens(program, {
        lang: 'ts',
        theme: codeTheme.name!,
        tokenizeTimeLimit: 0, // on a busy machine, Shiki would leave the rest of a line without colours
      }).tokens
      program.split('\n').forEach((line, index) => {
        const tokens = built[index].map(({ content, color }) => ({ text: content, color: color! }))
        lines.set(line, visible(tokens))
      })
    }
  }
  for (const [line, colors] of lines) expect(painted(line), line).toEqual(colors)
})

const listings = globSync('content/docs/en/*.mdx').flatMap((page) =>
  Array.from(
    readFileSync(page, 'utf8').matchAll(/<SolverCode file="([^"]+)"/g),
    ([, file]) => file,
  ),
)

test.each([...new Set(listings)])(
  '%s is coloured as by Shiki, punctuation in ink',
  async (file) => {
    const code = await solverFile(file)
    const { document } = new JSDOM('<div data-label="Code" data-code-from="x"></div>').window
    vi.stubGlobal('document', document)
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(code)))
    const box = document.querySelector('div')!
    await fetchListing(box, 'x')
    vi.unstubAllGlobals()
    expect(box.textContent).toBe(code)

    const options = { lang: 'ts', theme: codeTheme.name!, tokenizeTimeLimit: 0 } as const
    const built = highlighter.codeToTokens(code, options).tokens.flatMap((tokens) =>
      tokens.map(({ content, color }) => ({
        text: content,
        color: color === codeColor('punctuation') ? codeColor('ink') : color!,
      })),
    )
    const painted = [...box.querySelector('code')!.childNodes].map((node) => ({
      text: node.textContent!,
      color: (node as HTMLElement).style?.color || codeColor('ink'),
    }))
    // Not told: comments and templates, which hold other code, and `null` and `void`, which may be types.
    const masked = code.replace(/\/\*[^]*?\*\/|`[^`]*`|\b(null|void)\b|(?<=function)\*/g, (part) =>
      '_'.repeat(part.length),
    )
    const isTold = [...code].flatMap((c, index) => (c.trim() ? [masked[index] !== '_'] : []))
    const told = (parts: Parameters<typeof visible>[0]) =>
      visible(parts).filter((_, index) => isTold[index])
    expect(told(painted)).toEqual(told(built))
  },
)

test('what cannot be fetched leaves the box empty, to be tried again', async () => {
  const { document } = new JSDOM('<div data-label="Code" data-code-from="x"></div>').window
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })))
  const box = document.querySelector('div')!
  await expect(fetchListing(box, 'x')).rejects.toThrow('404')
  vi.unstubAllGlobals()
  expect(box.outerHTML).toBe('<div data-label="Code" data-code-from="x"></div>')
})

test('a line keeps its text', () => {
  const element = new JSDOM().window.document.createElement('span')
  paintLine(element, "const x = 'a' // why")
  expect(element.textContent).toBe("const x = 'a' // why")
  expect([...element.children].map((part) => part.textContent)).toEqual([
    'const',
    '=',
    "'a'",
    '// why',
  ])
})

test('the code of a folded part is coloured when the part is opened', async () => {
  const { window } = new JSDOM(
    '<details open><pre data-plain><code><span class="line">const a = 1</span></code></pre></details>',
  )
  vi.stubGlobal('document', window.document)
  paintOpened()
  window.document.querySelector('details')!.dispatchEvent(new window.Event('toggle'))
  await vi.waitFor(() => expect(window.document.querySelectorAll('.line > span')).toHaveLength(3))
  expect(window.document.querySelector('[data-plain]')).toBeNull()
  vi.unstubAllGlobals()
})
