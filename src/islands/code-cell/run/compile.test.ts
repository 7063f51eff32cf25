import { describe, expect, test } from 'vitest'
import type { Failure } from '../outputs/failure.ts'
import { CompileError, compile } from './compile.ts'

interface Rest {
  setup?: string
  checks?: string
  tables?: string[]
}

const compiled = (code: string, { tables, ...rest }: Rest = {}) =>
  compile({ code, ...rest }, tables)

function failureOf(code: string, rest: Rest = {}): Failure {
  try {
    compiled(code, rest)
  } catch (error) {
    if (error instanceof CompileError) return error.failure
    throw error
  }
  throw new Error('The program compiles.')
}

/** Runs a compiled program with these modules; what it hands to `give` comes back. */
async function given(code: string, modules = {}, rest: Rest = {}): Promise<unknown[]> {
  const { script } = compiled(code, rest)
  const gifts: unknown[] = []
  const load = async (name: string) => (modules as Record<string, unknown>)[name]
  await new Function('give', `return (${script})`)((value: unknown) => gifts.push(value))(
    modules,
    load,
  )
  return gifts
}

/** Where, in the reader's code, the compiled program has `word`. */
function placeOf(word: string, code: string, rest: Rest = {}) {
  const { script, placeInCode } = compiled(code, rest)
  const lines = script.split('\n')
  const line = lines.findIndex((text) => text.includes(word))
  return placeInCode({ line: line + 1, column: lines[line].indexOf(word) + 1 })
}

describe('what a program may import', () => {
  const shrinkage = { a: 1, b: 2 }
  const modules = {
    shrinkage,
    '@observablehq/plot': { dot: 3 },
    'data/diabetes': { default: 'table' },
    'data/mine': { default: 'own' },
  }

  test('comes by name, by another name, as a whole, by default', async () => {
    const code = `import { a, b as /* ( */ c } from 'shrinkage'
import * as all from "shrinkage"; import table from 'data/diabetes'
import own, {} from 'data/mine'
import * as Plot from '@observablehq/plot'
give([a, c, all.b, table, own, Plot.dot])`
    expect(await given(code, modules, { tables: ['mine'] })).toEqual([[1, 2, 2, 'table', 'own', 3]])
  })

  test('comes over several lines, with types among it, and by import() of a name', async () => {
    const code = `import {
  a, // import x from 'nowhere'
  type Fit,
  b,
} from 'shrinkage'
import type { Path } from 'shrinkage'
const fit: Fit | Path = (await import('shrinkage')).a
give(a + b + fit)`
    expect(await given(code, modules)).toEqual([4])
  })

  test.each([
    ['after U+2028 in a comment', "// \u2028 import('shrinkage')"],
    ['after U+2029 in a comment', "//# \u2029 import ('shrinkage')"],
    [
      'after a comment of HTML with half a text in it',
      "let x = 1\nx <!-- `\nimport('shrinkage') //`",
    ],
    ['after three dots', "give([...import('shrinkage')])"],
    ['in a phase of its own', "import.source('shrinkage')"],
  ])('never by an import() that the engine sees and the lexer does not: %s', async (_, code) => {
    const failure = await given(code, modules).catch((error: Error) => error)
    expect(failure).toBeInstanceOf(Error)
    expect((failure as Error).message).not.toMatch(/dynamic import|module/i)
  })

  test('may be named in comments and texts, which keep their values', async () => {
    const code = "give(['import(a)', `import.meta`, /import\\(/.test('import(')]) // import('x')"
    expect(await given(code)).toEqual([['import(a)', 'import.meta', true]])
  })

  test('leaves types out, even where they are not said to be types', () => {
    expect(compiled(`import { Fit, a } from 'shrinkage'\nconst f = (x: Fit) => a`).imports).toEqual(
      [
        {
          module: 'shrinkage',
          names: [{ exported: 'a', local: 'a' }],
          place: { line: 1, column: 1 },
        },
      ],
    )
  })

  test('is nothing else, and the message says what there is', () => {
    for (const code of [
      `let x = 1\n  import _ from 'lodash'`,
      `let x = 1\n  import 'lodash'`,
      `let x = 1\n  import { type T } from 'lodash'`,
    ]) {
      expect(failureOf(code, { setup: 'let y = 2\n', tables: ['mine'] })).toEqual({
        code: 'unknown-import',
        message:
          "There is no module 'lodash' here; a program can import 'shrinkage', '@observablehq/plot', 'data/diabetes', 'data/prostate', 'data/novels', 'data/mine'.",
        line: 2,
        column: 3,
      })
    }
    expect(failureOf(`await import('https://example.org/x.js')`)).toMatchObject({
      line: 1,
      column: 7,
    })
    expect(failureOf('1', { setup: `import 'fs'` })).not.toHaveProperty('line')
  })

  test('is not sought in strings, comments, templates and patterns', async () => {
    const code = `const text = "import x from 'lodash'" // import y from 'lodash'
/* import z from 'lodash' */
give(text.length + \`import('lodash') \${/import 'l'/.source}\`.length)`
    expect(await given(code)).toEqual([49])
  })
})

describe('places', () => {
  test('are those of the code, whatever stands before it and whatever types were stripped', () => {
    const setup = `import { a } from 'shrinkage'\ninterface P {\n  x: number\n}`
    const code = `type T = {\n  n: number\n}\nconst f = (x: Array<T>): T => broken(x)`
    expect(placeOf('broken', code, { setup })).toEqual({ line: 4, column: 31 })
  })

  test('count characters as editors do', () => {
    expect(placeOf('broken', `const 权重: string = '😀e\u0301'; broken()`)).toEqual({
      line: 1,
      column: 28,
    })
  })

  test('stay on their line, whatever column an engine tells', () => {
    const { placeInCode } = compiled('first()\nsecond()')
    expect(placeInCode({ line: 3, column: 3264 })).toEqual({ line: 2, column: 1 })
    expect(placeInCode({ line: 3, column: 9 })).toEqual({ line: 2, column: 9 })
  })

  test('are none in setup and checks', () => {
    const parts = { setup: 'before()', checks: 'after()' }
    expect(placeOf('before', 'code()', parts)).toBeUndefined()
    expect(placeOf('after', 'code()', parts)).toBeUndefined()
    expect(placeOf('code', 'code()', parts)).toEqual({ line: 1, column: 1 })
  })
})

describe('a slip of the pen', () => {
  test.each([
    ['const a: number = = 3', 1, 19],
    ['let a = 1\nlet 菱形 = "😀"; let b = )', 2, 24],
    ['let a = 1\nlet b = `never closed', 2, 10],
  ])('in %j is named with its place', (code, line, column) => {
    const failure = failureOf(code, { setup: 'let c = 1', checks: '`' })
    expect(failure).toMatchObject({ code: 'syntax', line, column })
    expect(failure.message).not.toMatch(/program|\d/)
  })

  test('in setup or checks has no place in the code', () => {
    expect(failureOf('1', { setup: 'let = (' })).not.toHaveProperty('line')
    expect(failureOf('1', { checks: 'let = (' })).not.toHaveProperty('line')
  })
})

test('setup, code and checks share one scope and may await', async () => {
  const parts = { setup: 'const a = await 1', checks: 'give(a + b)' }
  expect(await given('enum E { One = 1 }\nconst b = E.One // sum', {}, parts)).toEqual([2])
})

test('a program hands back what says so only when its last line has run', async () => {
  const result = (code: string) =>
    new Function(`return (${compiled(code).script})`)()({}, undefined, 'whole') as Promise<unknown>
  expect(await result('1')).toBe('whole')
  expect(await result('if (true) return')).toBeUndefined()
})

test('what the set-up imports may be imported again, as from no other place', async () => {
  const setup = `import { a } from 'shrinkage'`
  const modules = { shrinkage: { a: 1, b: 2 } }
  expect(await given(`import { a, b } from 'shrinkage'\ngive(a + b)`, modules, { setup })).toEqual([
    3,
  ])
  const other = given(`import { b as a } from 'shrinkage'\ngive(a)`, modules, { setup })
  await expect(other).rejects.toThrow(SyntaxError)
})
