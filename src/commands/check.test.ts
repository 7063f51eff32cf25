import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { root } from './run.mjs'

/** What npm run check says of some files. */
function said(...files: string[]): { status: number | null; output: string } {
  const args = ['src/commands/check.ts', ...files]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

test('a chapter is checked with the figures that it uses, in plain Node', () => {
  expect(said('content/docs/en/l1.mdx')).toEqual({ status: 0, output: 'Nothing to mend.\n' })
})

test('a file that is no chapter is told with what is expected', () => {
  expect(said('content/docs/en/l3.mdx')).toEqual({
    status: 2,
    output:
      'There is no chapter “content/docs/en/l3.mdx”; expected a path such as content/docs/en/l1.mdx.\n',
  })
})
