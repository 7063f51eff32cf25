import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentChecks } from './index.ts'

let root = ''

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'course-'))
  const page = '<main><h2 id="chapters">Chapters</h2><img src="/nothing.png" alt="Nothing"></main>'
  const files = {
    'content/docs/en/index.mdx': '## Chapters {#chapters}\n\n![Nothing](/nothing.png)\n',
    'content/published.json': '{ "pages": { "": ["chapters"] } }',
    'dist/en/index.html': `<!doctype html><html lang="en"><title>T</title>${page}</html>`,
  }
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
})

afterAll(() => rm(root, { recursive: true }))

/** Runs the checks of a built site, as the build does at its end. */
async function checkBuilt() {
  const { hooks } = contentChecks()
  const config = { root: pathToFileURL(`${root}/`), base: '/', site: 'https://course.invalid' }
  await hooks['astro:config:done']!({ config } as never)
  const logger = { info: () => undefined }
  await hooks['astro:build:done']!({ dir: pathToFileURL(`${root}/dist/`), logger } as never)
}

test('a fault that only the whole site shows stops the build, with the line of its source', async () => {
  await expect(checkBuilt()).rejects.toThrow(
    'content/docs/en/index.mdx:3: the link “/nothing.png” is broken',
  )
})

test('a site without a fault passes', async () => {
  await writeFile(join(root, 'dist/nothing.png'), '')
  await expect(checkBuilt()).resolves.toBeUndefined()
})
