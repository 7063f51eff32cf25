import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { BASELINE, lagsIn, nameOf } from './parity.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

const chapter = (...bodies: string[]) =>
  bodies.map((body, i) => `## Section {#${'abc'[i]}}\n\n${body}\n`).join('\n')

/** Creates a repository with a chapter in both languages, followed by the given commits. */
function repository(commits: [subject: string, en: string, zh: string][]): string {
  const root = mkdtempSync(join(tmpdir(), 'parity-'))
  folders.push(root)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], {
      cwd: root,
      encoding: 'utf8',
    }).trim()
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const commit = (subject: string, en: string, zh: string) => {
    write('content/docs/en/l1.mdx', en)
    write('content/docs/zh/l1.mdx', zh)
    git('add', '.')
    git('commit', '-qm', subject)
  }
  git('init', '-q')
  commit('start', chapter('one', 'two'), chapter('一', '二'))
  write(BASELINE, JSON.stringify({ since: git('rev-parse', 'HEAD'), followed: {} }))
  for (const args of commits) commit(...args)
  return root
}

const lags = async (...commits: [string, string, string][]) =>
  (await lagsIn(repository(commits))).map(nameOf)

test('a section lags where the other language changed alone, whichever it is', async () => {
  expect(await lags(['say more', chapter('one', 'more'), chapter('一', '二')])).toEqual(['zh/l1#b'])
  expect(await lags(['多说', chapter('one', 'two'), chapter('更多', '二')])).toEqual(['en/l1#a'])
})

test('it has followed when it changes in the same commit or later', async () => {
  expect(await lags(['both', chapter('one', 'more'), chapter('一', '更多')])).toEqual([])
  expect(
    await lags(
      ['first', chapter('one', 'more'), chapter('一', '二')],
      ['then', chapter('one', 'more'), chapter('一', '更多')],
    ),
  ).toEqual([])
})

test('a later change in one language alone makes the other lag again', async () => {
  expect(
    await lags(
      ['both', chapter('one', 'more'), chapter('一', '更多')],
      ['again', chapter('one', 'most'), chapter('一', '更多')],
    ),
  ).toEqual(['zh/l1#b'])
})

test('typos and line breaks need no translation', async () => {
  expect(await lags(['typo: tow', chapter('one', 'too'), chapter('一', '二')])).toEqual([])
  expect(await lags(['reflow', chapter('one', 'two\n'), chapter('一', '二')])).toEqual([])
})

test('a change that was compared and needs no translation is recorded by its text', async () => {
  const root = repository([['polish', chapter('one', 'more'), chapter('一', '二')]])
  const [lag] = await lagsIn(root)
  const since = execFileSync('git', ['rev-parse', 'HEAD~1'], { cwd: root, encoding: 'utf8' }).trim()
  writeFileSync(
    join(root, BASELINE),
    JSON.stringify({ since, followed: { [nameOf(lag)]: lag.hash } }),
  )
  expect(await lagsIn(root)).toEqual([])
})

test('without a history nothing lags', async () => {
  const root = mkdtempSync(join(tmpdir(), 'parity-'))
  folders.push(root)
  mkdirSync(join(root, 'content'))
  writeFileSync(join(root, BASELINE), JSON.stringify({ since: 'HEAD', followed: {} }))
  expect(await lagsIn(root)).toEqual([])
})
