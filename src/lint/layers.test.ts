import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'

const eslint = new ESLint()

/** The lint messages on the direction of imports in a file, which need not exist. */
async function complaints(filePath: string, code: string): Promise<string[]> {
  const [{ messages }] = await eslint.lintText(code, { filePath })
  return messages.filter(({ ruleId }) => ruleId === 'layers/one-way').map(({ message }) => message)
}

describe.each([
  ['src/solver/linear/deep/x.ts', '../../../figures/kit/format.ts', '../../algebra/matrix.ts'],
  ['src/figures/kit/x.ts', '../geometry/model.ts', '../../solver/index.ts'],
  ['src/figures/path/x.ts', '../../islands/shared/save.ts', '../kit/format.ts'],
  ['src/figures/path/deep/x.ts', '../../geometry/model.ts', '../model.ts'],
  ['src/figures/path/x.ts', '../index.ts', 'shrinkage'],
  ['src/figures/path/x.ts', 'jsdom', './model.ts'],
  ['src/figures/index.ts', '../islands/shared/save.ts', './geometry/index.ts'],
  ['src/islands/code-cell/x.ts', '../../components/lib/urls.ts', '../../figures/kit/format.ts'],
  ['src/islands/code-cell/x.ts', '../../figures/path/model.ts', '../../figures/index.ts'],
  ['src/components/lib/x.ts', '../../build/problems.ts', '../../islands/shared/save.ts'],
  ['src/components/lib/x.ts', '/content/docs/en/l1.mdx', '/src/figures/index.ts'],
  ['src/build/x.ts', '../components/lib/urls.ts', '../figures/kit/parameters.ts'],
  ['src/markdown/x.ts', '../islands/shared/save.ts', '../markdown/problems.ts'],
  ['src/styles/x.ts', '../islands/shared/save.ts', './color.ts'],
  ['src/solver/x.ts', 'astro', './index.ts'],
])('%s', (file, forbidden, allowed) => {
  test.each([
    (path: string) => `import '${path}'`,
    (path: string) => `export * from '${path}'`,
    (path: string) => `export const x = () => import('${path}')`,
    (path: string) => `export type X = import('${path}').X`,
  ])('may not import what it may not, in whichever way', async (importing) => {
    expect(await complaints(file, importing(forbidden))).toHaveLength(1)
    expect(await complaints(file, importing(allowed))).toEqual([])
  })
})

test('the message says what may be imported', async () => {
  expect(await complaints('src/figures/path/x.ts', "import '../../islands/x.ts'")).toEqual([
    '“figures/NAME” may not import “islands”; expected one of: figures/NAME, figures/kit, solver.',
  ])
})

test('a component is held to it in its frontmatter and in its script', async () => {
  const code =
    "---\nimport '../../build/x.ts'\n---\n<script>\n  import '../../build/y.ts'\n</script>\n"
  expect(await complaints('src/components/chapter/X.astro', code)).toHaveLength(2)
})
