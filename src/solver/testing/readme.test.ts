import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as shrinkage from 'shrinkage'
import { runExample } from './runExample.ts'

const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const IMPORT = /import \{([^}]*)\} from 'shrinkage'\n/

/** Each program of the page, with the heading that it stands under. */
const programs = text.split(/^## /m).flatMap((section) => {
  const heading = section.split('\n', 1)[0]
  return [...section.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => ({ heading, code }))
})

programs.forEach(({ heading, code }, i) => {
  test(`program ${i + 1} of the README, under "${heading}", is true`, async () => {
    await runExample(code.replace(IMPORT, '').split('\n'))
  })

  test(`program ${i + 1} of the README imports exactly what it uses`, () => {
    const imported = IMPORT.exec(code)![1].match(/\w+/g)!
    const body = code.replace(IMPORT, '')
    for (const name of imported) {
      expect(Object.keys(shrinkage)).toContain(name)
      expect(body).toMatch(new RegExp(`\\b${name}\\b`))
    }
    for (const name of Object.keys(shrinkage)) {
      if (new RegExp(`(?<![.\\w])${name}\\(`).test(body)) expect(imported).toContain(name)
    }
  })
})

test('the README names every function of the package, and each is used in a program', () => {
  const used = programs.map(({ code }) => code.replace(IMPORT, '')).join('\n')
  for (const name of Object.keys(shrinkage)) {
    expect(text, `${name} is not named`).toContain(`\`${name}\``)
    expect(used, `${name} has no example`).toMatch(new RegExp(`\\b${name}\\b`))
  }
})

test('the README lists every code of an error', () => {
  const errors = readFileSync(new URL('../input/errors.ts', import.meta.url), 'utf8')
  const codes = [...errors.matchAll(/^ {2}\| '([\w-]+)'$/gm)].map((match) => match[1])
  expect(codes.length).toBeGreaterThan(5)
  for (const code of codes) expect(text).toContain(`| \`${code}\``)
})
