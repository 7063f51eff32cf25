import { describe, expect, test } from 'vitest'
import { buildApi } from './api/buildApi.ts'
import { entryAt } from './entryAt.ts'
import { parseProgram } from './parsedProgram.ts'

const { api } = buildApi()

/** What is told of the word before the bar. */
function told(text: string) {
  const start = `import { lasso, lassoPath as follow, type Fit } from 'shrinkage'
import diabetes from 'data/diabetes'
const path = follow(X, y)
const fit = lasso(X, y, 1);
`
  const code = start + text.replace('|', '')
  return entryAt(parseProgram(api, code), start.length + text.indexOf('|'), -1)?.entry
}

const lasso = 'lasso(X: MatrixLike, y: VectorLike, lambda: number, options?: FitOptions): Fit'

describe('a word is told by its signature', () => {
  test.each([
    ['lasso|(X, y)', lasso],
    ["import { lasso| } from 'shrinkage'", lasso],
    ["import { lasso| as l } from 'shrinkage'", lasso],
    ["import * as s from 'shrinkage'; s.lasso|(X)", lasso],
    ['fit|', 'fit: Fit'],
    ['const again| = fit', 'again: Fit'],
    ['diabetes|.rows', 'diabetes: NumericTable'],
    ['fit.lambda|', 'lambda: number'],
    ['path.knots|[0]', 'knots: Knot[]'],
    ['path.at|(1)', 'at(lambda: number): Fit'],
    ['lasso(X, y, 1, { intercept|: true })', 'intercept?: boolean'],
    ['const { rho|: share } = fit', 'rho: number'],
    ['const x: Fit| = fit', 'interface Fit'],
    ['print|(1)', 'print(...values: unknown[]): void'],
    ['path.knots.map((knot|) => 1)', 'knot: Knot'],
  ])('%s', (text, signature) => {
    expect(told(text)?.signature).toBe(signature)
  })

  test('under the name that the program gives it', () => {
    expect(told('follow|(X, y)')?.signature).toMatch(/^follow\(X: MatrixLike/)
  })
})

test('a summary and the parameters come with it', () => {
  expect(told('lasso|(X)')?.doc).toMatch(/^Lasso: minimizes/)
  expect(told('lasso|(X)')?.parameters).toMatch(/n rows of p numbers/)
  expect(told('lasso(X, y, 1, { nonNegative|: true })')?.doc).toMatch(/^Keep every coefficient ≥ 0/)
})

test.each(['unknown|', '// lasso|', "'lasso|'", 'fit.nothing|', '12|', '(print) => print|'])(
  'nothing is made up of %s',
  (text) => {
    expect(told(text)?.doc).toBe(undefined)
  },
)
