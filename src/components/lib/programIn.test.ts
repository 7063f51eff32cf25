import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import chinese from '../../../content/programs/chinese.json'
import { programIn } from './programIn.ts'

const files = globSync('content/{programs,examples}/**/*.{ts,py,R}').filter(
  (file) => !file.endsWith('.d.ts'),
)
const programs = files.map((file) => ({ file, code: readFileSync(file, 'utf8') }))

const COMMENT = /(?:\/\/|#) .*/g

test.each(programs)('$file has every comment in Chinese', ({ code }) => {
  const translated = programIn('zh', code)
  for (const [comment] of translated.matchAll(COMMENT)) expect(comment).toMatch(/\p{Script=Han}/u)
  expect(programIn('en', code)).toBe(code)
})

test.each(Object.keys(chinese))('“%s” stands in a program', (words) => {
  expect(programs.some(({ code }) => code.includes(words))).toBe(true)
})
