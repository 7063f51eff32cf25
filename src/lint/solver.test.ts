import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { solverLayers as layers } from './solver.js'

const eslint = new ESLint()

async function complaints(filePath: string, imported: string): Promise<string[]> {
  const [{ messages }] = await eslint.lintText(`export * from '${imported}'\n`, { filePath })
  return messages.map(({ message }) => message)
}

test('lint refuses an import of a layer from the one below it, and allows the other direction', async () => {
  for (let k = 1; k < layers.length; k++) {
    const [above, below] = [layers[k - 1], layers[k]]
    const up = await complaints(`src/solver/${below}/some.ts`, `../${above}/other.ts`)
    expect(up, below).toEqual([expect.stringContaining('imports only the layers below it')])
    expect(await complaints(`src/solver/${above}/some.ts`, `../${below}/other.ts`)).toEqual([])
  }
  const deep = await complaints('src/solver/methods/path/some.ts', '../../models/linear/lasso.ts')
  expect(deep).toHaveLength(1)
})
