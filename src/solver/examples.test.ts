import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runExample } from './testing/runExample.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))

/** The lines under each `@example` of a source file, one list per docstring. */
function examplesOf(source: string): string[][] {
  const docstrings = source.match(/\/\*\*[\s\S]*?\*\//g) ?? []
  return docstrings.flatMap((docstring) =>
    docstring
      .split(/^\s*\*\s*@example\s*$/m)
      .slice(1)
      .map((block) =>
        block
          .split(/^\s*\*\s*@/m)[0]
          .split('\n')
          .map((line) => line.replace(/^\s*\*\/?\s?/, '').trimEnd())
          .filter((line) => line !== ''),
      ),
  )
}

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .filter((name) => !/(^|\/)(node_modules|dist)\//.test(name))
  .map((name) => join(folder, name))

for (const path of sources) {
  examplesOf(readFileSync(path, 'utf8')).forEach((lines, i) => {
    test(`example ${i + 1} of ${relative(folder, path)} is true`, () => runExample(lines))
  })
}

test('an example that is false fails', async () => {
  await expect(runExample(['softThreshold(3, 1) // 2.5'])).rejects.toThrow()
})
