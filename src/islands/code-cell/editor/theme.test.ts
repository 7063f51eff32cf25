import { typescriptLanguage } from '@codemirror/lang-javascript'
import { highlightTree, type Tag } from '@lezer/highlight'
import { createHighlighter } from 'shiki'
import { expect, test } from 'vitest'
import { codeTheme } from '../../../styles/codeTheme.ts'
import { highlightStyle } from './theme.ts'

const highlighter = await createHighlighter({ themes: [codeTheme], langs: ['ts'] })

const classColors = new Map(
  highlightStyle.specs.flatMap(({ tag, color }) =>
    [tag].flat().map((one) => [highlightStyle.style([one as Tag]), color as string]),
  ),
)

/** The colour of each character that is seen, as the page shows it before the editor has come. */
function builtColors(code: string): string[] {
  const lines = highlighter.codeToTokens(code, {
    lang: 'ts',
    theme: codeTheme.name!,
    tokenizeTimeLimit: 0, // on a busy machine, Shiki would leave the rest of a line without colours
  }).tokens
  return lines.flatMap((tokens) =>
    tokens.flatMap(({ content, color }) =>
      [...content].filter((c) => c.trim()).map((c) => `${c} ${color}`),
    ),
  )
}

function liveColors(code: string) {
  const colors = Array<string>(code.length).fill('var(--dc-code-ink)')
  highlightTree(typescriptLanguage.parser.parse(code), highlightStyle, (from, to, names) => {
    colors.fill(classColors.get(names.split(' ').at(-1)!)!, from, to)
  })
  return [...code].flatMap((c, k) => (c.trim() ? [`${c} ${colors[k]}`] : []))
}

test.each([
  "import { lasso, type Fit, ridge as r } from 'shrinkage' // why",
  "import * as Plot from '@observablehq/plot'",
  'const fit: Fit = lasso(X, y, 0.1, { intercept: false, ...rest })',
  'for (const x of [1, 2]) print(`a ${fit.lambda + 1} b\\n`, x === null, /a+/g)',
  'async function f<T>(a: number, ...b: T[]): Promise<number> { await 0; return new Map() }',
  'const g = (a) => a ?? !a && -a ** 2; a?.b; x!.y; a[0] += 1',
  'function* h() { yield 1; yield* h() }',
  '/** doc */ interface A { readonly x?: string } type B = A | "x"',
  'export default class C extends D { readonly p = 1; constructor() { super(); this.p } }',
  'while (true) { if (a in b || a instanceof C) break; else continue }',
  'try { throw new Error("no") } catch (error) { typeof error } finally { delete a.b }',
  'let z = undefined, w = NaN, v = Infinity, u = 1_000, t = 1e-12, s = 0xff, r = y as const',
  'switch (k) { case 1: break; default: void 0 }',
  'const { a: b, ...c } = await import("data/diabetes")',
  'path.knots.map((knot) => ({ lambda: knot.lambda, size: Math.hypot(...knot.coefficients) }))',
])('what is live colours every character as the build does: %s', (code) => {
  expect(liveColors(code)).toEqual(builtColors(code))
})
