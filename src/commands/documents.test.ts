import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './run.mjs'

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const OWN = ['ci', 'start', 'test']

describe.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s', (file) => {
  const text = readFileSync(join(root, file), 'utf8')

  test('names commands that exist', () => {
    const commands = [...text.matchAll(/npm (?:run )?([\w:-]+)/g)].map(([, name]) => name)
    expect(commands.filter((name) => !(name in scripts) && !OWN.includes(name))).toEqual([])
  })

  test('names files that exist', () => {
    const quoted = [...text.matchAll(/`((?:src|content|tests|bench|public|\.github)\/[^`\s]*)`/g)]
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
    const missing = [...quoted, ...linked]
      .map(([, path]) => path.replaceAll(/NAME|…/g, '*'))
      .filter((path) => globSync(path, { cwd: root }).length === 0)
    expect(missing).toEqual([])
  })

  test('links to headings that it has', () => {
    const ids = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    )
    const targets = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id)
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  })
})
