import { expect, test } from 'vitest'
import { checkImports } from './imports.ts'

const linesOf = (text: string, file = 'src/figures/path/index.ts') =>
  checkImports([{ file, text }]).map(({ line }) => line)

test.each([
  "import { draw } from '../../islands/course-figure/draw.ts'",
  "import '../geometry/model.ts'",
  "import type {\n  A,\n} from 'astro'",
  "export { solve } from '../geometry/solve.ts'",
  "const load = () => import('../geometry/model.ts')",
])('a figure may not import what is above it or beside it: %s', (statement) => {
  expect(linesOf(`const a = 1\n${statement}\n`)).toEqual([2])
})

test.each([
  "import { lasso } from 'shrinkage'\nimport { fixed } from '../kit/format.ts'",
  "export const words = {\n  'which it is computed from': '从',\n}",
  "const program = `\nimport table from 'data/${data}'\n`",
])('it may import the kit and the solver, and say what it likes: %s', (text) => {
  expect(linesOf(text)).toEqual([])
})

test('other files are held to it by lint', () => {
  const statement = "import '../../islands/shared/save.ts'"
  expect(linesOf(statement, 'src/islands/path/strings.ts')).toEqual([])
  expect(linesOf(statement, 'src/figures/testing/contract.ts')).toEqual([])
})
