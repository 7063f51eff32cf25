import { JSDOM } from 'jsdom'
import { createHighlighter } from 'shiki'
import { expect, test } from 'vitest'
import { figures } from '../../figures/index.ts'
import { programOf } from '../../figures/kit/program.ts'
import { endStates } from '../../figures/testing/randomState.ts'
import { codeColor, codeTheme } from '../../styles/codeTheme.ts'
import { coloredParts, paintLine } from './paint.ts'

const highlighter = await createHighlighter({ themes: [codeTheme], langs: ['ts'] })

/** Each character that is seen, with its colour. */
const visible = (parts: readonly { text: string; color: string }[]) =>
  parts.flatMap(({ text, color }) => [...text].filter((c) => c.trim()).map((c) => `${c} ${color}`))

const painted = (line: string) =>
  visible(coloredParts(line).map(({ text, part = 'ink' }) => ({ text, color: codeColor(part) })))

test.each(Object.keys(figures))('the lines of %s have the colours of the build', async (name) => {
  const figure = await figures[name]()
  const lines = new Map<string, string[]>()
  for (const state of endStates(figure)) {
    for (const language of ['en', 'zh'] as const) {
      const program = programOf(figure, state, language)
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
