import { describe, expect, test } from 'vitest'
import { buildApi } from './api/buildApi.ts'
import { importOf, suggestionsAt } from './complete.ts'
import { entryAt } from './entryAt.ts'
import { parseProgram } from './parsedProgram.ts'

const { api } = buildApi()

/** What is offered at the bar in a text, behind these lines. */
function offered(text: string, isAsked = false): string[] {
  const program = `import { lasso, lassoPath, elasticNetPath, adamSteps, takeSteps, seededRandom, readNumericTable, type Fit } from 'shrinkage'
import diabetes from 'data/diabetes'
import * as s from 'shrinkage'
import * as Plot from '@observablehq/plot'
const fit = lasso(X, y, 0.1)
const path = lassoPath(X, y);
${text}`
  const position = program.indexOf('|')
  const code = program.replace('|', '')
  const list = suggestionsAt(parseProgram(api, code), position, isAsked)?.list ?? []
  return list.map(({ entry }) => entry.name)
}

const fitFields = ['coefficients', 'intercept', 'lambda', 'rho', 'objective', 'dualityGap']
const knotFields = ['lambda', 'coefficients', 'intercept']

describe('behind a dot', () => {
  test.each([
    ['fit.|', fitFields],
    ['fit.co|', fitFields],
    ['fit.|\nprint(1)', fitFields],
    ['print(fit.|)', fitFields],
    ['print(`gap ${fit.|}`)', fitFields],
    ['fit?.|', fitFields],
    ['fit!.|', fitFields],
    ['(fit).|', fitFields],
    ['(x as Fit).|', fitFields],
    ['lasso(X, y, 1).|', fitFields],
    ['s.lasso(X, y, 1).|', fitFields],
    ['s.|', ['lasso', 'ridge', 'Fit']],
    ['path.|', ['knots', 'at', 'coefficientsAt', 'notes']],
    ['path.at(0.5).|', fitFields],
    ['path.knots[0].|', knotFields],
    ['path.knots.at(-1).|', knotFields],
    ['path.knots.find((k) => true).|', knotFields],
    ['path.knots.slice(1).filter(Boolean)[2].|', knotFields],
    ['path.knots.|', ['length', 'map', 'filter', 'at']],
    ['fit.coefficients.|', ['length', 'map', 'subarray']],
    ['fit.method.|', ['split', 'length']],
    ['fit.lambda.|', ['toFixed']],
    ["'a'.|", ['repeat']],
    ['Plot.|', ['plot', 'line', 'dot']],
    ['diabetes.|', ['columns', 'rows', 'labels']],
    ['diabetes.rows[0].|', ['length', 'map']],
    ['path.knots.map((knot) => knot.|)', knotFields],
    ['path.knots.map(knot => ({ l: knot.| }))', knotFields],
    ['path.knots.map(function (knot) { return knot.| })', knotFields],
    ['path.knots.toSorted((a, b) => a.lambda - b.|)', knotFields],
    ['path.knots.forEach((knot, k) => k.|)', []],
    ['for (const knot of path.knots) { knot.| }', knotFields],
    ['for (const state of adamSteps(loss, {})) state.|', ['step', 'parameters', 'objective']],
    ['takeSteps(adamSteps(loss, {}), 9)[0].|', ['step', 'parameters', 'objective']],
    ['elasticNetPath(X, y, [1], 1).fits[0].|', fitFields],
    ['const { knots } = path; knots[0].|', knotFields],
    ['const { knots: corners } = path; corners[0].|', knotFields],
    ['const [first] = path.knots; first.|', knotFields],
    ['path.knots.map(({ coefficients }) => coefficients.|)', ['length', 'map']],
    ['function f(some: Fit) { some.| }', fitFields],
    ['const some: Fit = x; some.|', fitFields],
    ['const some: Fit[] = x; some[0].|', fitFields],
    ['const own = own.|', []],
    ['const one = two.a, two = one.b; two.|', []],
    ['const later = await lasso(X, y, 1); later.|', fitFields],
    ['const again = fit; again.|', fitFields],
    ['{ const fit = path; fit.| }', ['knots']],
    ['new s.ShrinkageError().|', []],
    ['unknown.|', []],
    ['fit.nothing.|', []],
  ])('%s', (text, wanted) => {
    const names = offered(text)
    expect(names).toEqual(expect.arrayContaining(wanted))
    if (wanted.length === 0) expect(names).toEqual([])
  })

  test('a name that hides another is the one that counts', () => {
    expect(offered('{ const fit = path; fit.| }')).not.toContain('dualityGap')
    expect(offered('const f = (fit) => fit.|')).toEqual([])
  })
})

describe('in an import', () => {
  test('the exports that are not imported yet are offered', () => {
    const names = offered("import { ridge, | } from 'shrinkage'")
    expect(names).toContain('lambdaMax')
    expect(names).not.toContain('ridge')
  })

  test('the exports are offered before the module is named', () => {
    expect(offered('import { |')).toContain('lasso')
    expect(offered('import { la|')).toContain('lasso')
  })

  test('the modules are offered by name', () => {
    expect(offered("import x from '|'")).toEqual(Object.keys(api.modules))
    expect(offered("import { lasso } from 'shr|'")).toContain('shrinkage')
  })
})

describe('in the options of a call', () => {
  test.each([
    'lasso(X, y, 0.1, { in| })',
    'lasso(X, y, 0.1, { |',
    'lasso(X, y, 0.1, { | })',
    's.lasso(X, y, 0.1, { nonNegative: true, | })',
  ])('%s offers the keys', (text) => {
    expect(offered(text)).toEqual(expect.arrayContaining(['intercept', 'tolerance', 'method']))
  })

  test('keys that are there are not offered again', () => {
    expect(offered('lasso(X, y, 0.1, { nonNegative: true, | })')).not.toContain('nonNegative')
  })

  test('a key is written with its colon', () => {
    const code = 'shrinkage.lasso(X, y, 0.1, { in })'
    const program = parseProgram(api, `import * as shrinkage from 'shrinkage'\n${code}`)
    const { list } = suggestionsAt(program, program.code.indexOf(' })'))!
    expect(list.find(({ entry }) => entry.name === 'intercept')?.text).toBe('intercept: ')
  })

  test('a text that is one of a few is offered', () => {
    expect(offered("lasso(X, y, 0.1, { method: '|' })").sort()).toEqual([
      'auto',
      'coordinate descent',
    ])
  })

  test('the first arguments offer no keys', () => {
    expect(offered('lasso({ | })')).toEqual([])
  })
})

describe('where a name may stand', () => {
  test('own names, globals and exports are offered', () => {
    expect(offered('p|')).toEqual(
      expect.arrayContaining(['path', 'print', 'plot', 'projectL1Ball']),
    )
    expect(offered('print(f|)')).toContain('fit')
  })

  test('nothing is offered before a name is begun, unless it is asked for', () => {
    expect(offered('|')).toEqual([])
    expect(offered('|', true)).toContain('print')
  })

  test('the fields of a value are offered where it is taken apart', () => {
    expect(offered('const { | } = fit')).toEqual(expect.arrayContaining(fitFields))
    expect(offered('const { lambda, co| } = fit')).not.toContain('lambda')
  })

  test.each(['// fit.|', "'fit.|'", '`fit.|`', '1.|', '/fit.|/', 'const n|'])(
    'nothing is offered in %s',
    (text) => {
      expect(offered(text, true)).toEqual([])
    },
  )

  test('each name is offered once', () => {
    const names = offered('l|')
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('an import that is missing', () => {
  const insert = (code: string) => {
    const { from, insert } = importOf(parseProgram(api, code), 'ridge')
    return code.slice(0, from) + insert + code.slice(from)
  }

  test('is added to the one from shrinkage', () => {
    expect(insert("import { lasso } from 'shrinkage'\n")).toBe(
      "import { lasso, ridge } from 'shrinkage'\n",
    )
    expect(insert("import {} from 'shrinkage'")).toBe("import { ridge } from 'shrinkage'")
  })

  test('comes first where there is none', () => {
    expect(insert('ridge()')).toBe("import { ridge } from 'shrinkage'\nridge()")
  })
})

test('no program that is half written makes it fail', () => {
  const code = `import { lasso, type Fit } from 'shrinkage'
import * as all from 'shrinkage'
const { rho: share = 1, ...rest }: Fit = lasso(X, y, 0.1, { method: 'auto' })
for (const [k, { lambda }] of all.lassoPath(X, y).knots.entries()) print(\`\${k} \${lambda}\`)
const f = async ({ a, b }, [c], d = 1) => ({ a, [b]: c?.at(-1)!.x, get d() { return this.a } })
class A extends B { #x = 1; static y?: number; z(): Fit[] { return new A().z() as Fit[] } }`
  for (let end = 0; end <= code.length; end++) {
    const program = parseProgram(api, code.slice(0, end))
    for (const isAsked of [false, true]) {
      const found = suggestionsAt(program, end, isAsked)
      if (found) expect(found.from).toBeLessThanOrEqual(end)
    }
    expect(() => entryAt(program, end, -1)).not.toThrow()
  }
})
