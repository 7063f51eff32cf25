import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changedPictures, picturesPage } from './changedPictures.mjs'

const repository = mkdtempSync(join(tmpdir(), 'pictures-'))

const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], { cwd: repository })
const write = (name: string, text: string) => writeFileSync(join(repository, name), text)
const dot = (x: number) => `<svg xmlns="http://www.w3.org/2000/svg"><circle cx="${x}"/></svg>`

beforeAll(() => {
  git('init', '--quiet')
  write('moved dot.svg', dot(1))
  write('same.svg', dot(2))
  write('removed.svg', dot(3))
  write('page.txt', 'before')
  git('add', '.')
  git('commit', '--quiet', '-m', 'Before')
  write('moved dot.svg', dot(10))
  write('新.svg', dot(4))
  write('page.txt', 'after')
  rmSync(join(repository, 'removed.svg'))
  git('add', '.')
  git('commit', '--quiet', '-m', 'After')
})

afterAll(() => rmSync(repository, { recursive: true }))

describe('the pictures that two commits differ in', () => {
  test('are told with their text before and after', () => {
    expect(changedPictures('HEAD^1', repository)).toEqual([
      { path: 'moved dot.svg', before: dot(1), after: dot(10) },
      { path: 'removed.svg', before: dot(3), after: undefined },
      { path: '新.svg', before: undefined, after: dot(4) },
    ])
  })

  test('are none where nothing has changed', () => {
    expect(changedPictures('HEAD', repository)).toEqual([])
  })

  test('a commit that does not exist is an error', () => {
    expect(() => changedPictures('no-such-branch', repository)).toThrow()
  })
})

describe('the page of pictures', () => {
  const shown = (page: string) =>
    [...page.matchAll(/base64,([^"]+)"/g)].map(([, data]) =>
      Buffer.from(data, 'base64').toString('utf8'),
    )

  test('holds both sides of each', () => {
    const page = picturesPage(changedPictures('HEAD^1', repository))
    expect(shown(page)).toEqual([dot(1), dot(10), dot(3), dot(4)])
    expect(page).toContain('<h1>Changed pictures: 3</h1>')
    expect(page.match(/No such picture/g)).toHaveLength(2)
  })

  test('gives a foreign picture no chance to be markup of the page', () => {
    const evil = '<svg><script>alert(1)</script></svg>'
    const page = picturesPage([{ path: '"><script>.svg', before: evil, after: evil }])
    expect(page).not.toContain('<script')
  })
})
