import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folders: string[] = []

afterAll(async () => {
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })))
})

/** Builds the site with other chapters, and returns what the build printed and its exit code. */
async function buildSite(chapters: Record<string, string>) {
  // Inside the project, so that its packages are found.
  await mkdir('.astro', { recursive: true })
  const root = await mkdtemp('.astro/site-')
  folders.push(root)

  await Promise.all([
    ...['src', 'public', 'tests', 'node_modules'].map((name) =>
      symlink(resolve(name), join(root, name)),
    ),
    ...['astro.config.mjs', 'content.config.ts', 'package.json', 'tsconfig.json'].map((name) =>
      cp(name, join(root, name)),
    ),
    ...['content/i18n', 'content/data/claims.json', 'content/parity.json', 'content/programs'].map(
      (name) => cp(name, join(root, name), { recursive: true }),
    ),
  ])
  await mkdir(join(root, 'content/questions'), { recursive: true })
  // The ledger of the figures stays; the test has published only this page.
  const { figures } = JSON.parse(await readFile('content/published.json', 'utf8'))
  const ledger = { pages: { '': ['chapters'] }, figures, challenges: [], questions: [] }
  const files = {
    ...chapters,
    '../published.json': JSON.stringify(ledger),
    '../glossary.yaml': '[]',
    '../search.yaml': '[]',
    '../news.yaml': '[]',
  }
  for (const [name, text] of Object.entries(files)) {
    const file = join(root, 'content/docs', name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }

  const astro = resolve('node_modules/astro/bin/astro.mjs')
  return new Promise<{ code: number | undefined; output: string }>((done) => {
    const child = execFile(process.execPath, [astro, 'build'], { cwd: root }, (_error, out, err) =>
      done({ code: child.exitCode ?? undefined, output: out + err }),
    )
  })
}

const chapter = (body: string) =>
  `---\ntitle: T\ndescription: D.\nsidebar: { order: 1 }\n---\n\n${body}\n`
const home = chapter('## Chapters {#chapters}')

test('a build with faults in its sources fails before it starts, and lists them all', async () => {
  const { code, output } = await buildSite({
    'en/index.mdx': home,
    'zh/index.mdx': home,
    'en/l1.mdx': chapter('## A {#a}\n\n[broken](/en/nowhere/) and $\\frac{a$ that is not closed.'),
    'zh/l1.mdx': chapter('## A {#b}'),
    'zh/l2.mdx': chapter(''),
  })
  expect(code).toBe(1)
  expect(output).toContain('content/docs/en/l1.mdx:9: the link “/en/nowhere/” is broken')
  expect(output).toContain('content/docs/en/l1.mdx:9: KaTeX rejects a formula')
  expect(output).toContain('content/docs/zh/l1.mdx:7: “b” comes where “a” stands')
  expect(output).toContain('content/docs/zh/l2.mdx:1: this page is missing in “en”')
  expect(output).not.toContain('building client')
}, 60_000)
