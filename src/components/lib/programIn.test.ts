import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import chinese from '../../../content/programs/chinese.json'
import { programIn } from './programIn.ts'

const files = globSync('content/{programs,examples}/**/*.{ts,py,R}').filter(
  (file) => !file.endsWith('.d.ts'),
)
const programs = files.map((file) => ({ file, code: readFileSync(file, 'utf8') }))

const COMMENT = /(?:\/\/|#) .*/g

/** The code that runs: without comments, words in quotation marks, and names of columns that stand for words. */
const bare = (code: string) =>
  code
    .replace(COMMENT, '')
    .replace(/'[^'\n]*'|`[^`\n]*`/g, "''")
    .replace(/\p{Script=Han}+(?=: )/gu, "''")

test.each(programs)('$file has every comment in Chinese, and does the same', ({ code }) => {
  const translated = programIn('zh', code)
  for (const [comment] of translated.matchAll(COMMENT)) expect(comment).toMatch(/\p{Script=Han}/u)
  expect(bare(translated)).toBe(bare(code))
  expect(programIn('en', code)).toBe(code)
})

test.each(Object.keys(chinese))('“%s” stands in a program', (words) => {
  expect(programs.some(({ code }) => code.includes(words))).toBe(true)
})
