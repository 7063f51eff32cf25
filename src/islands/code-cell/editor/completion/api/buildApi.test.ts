import { readFileSync } from 'node:fs'
import * as Plot from '@observablehq/plot'
import * as shrinkage from 'shrinkage'
import { describe, expect, test } from 'vitest'
import type { Entry } from './api.ts'
import { buildApi } from './buildApi.ts'

const { api, sources } = buildApi()
const own = api.modules['shrinkage']
const entryOf = (name: string) => own.find((entry) => entry.name === name)!
const shapeOf = (entry: Entry) => api.shapes[entry.shape!]

test('every export of shrinkage that is a value is described, with a signature and a summary', () => {
  const values = own.filter(({ kind }) => kind !== 'type').map(({ name }) => name)
  expect(values.sort()).toEqual(Object.keys(shrinkage).sort())
  for (const entry of own) {
    expect(entry.signature).toContain(entry.name)
    expect(entry.doc, entry.name).toMatch(/\S/)
  }
})

test('everything in Observable Plot but its classes is named', () => {
  // Classes begin with a capital.
  const wanted = Object.keys(Plot).filter((name) => /^[a-z]/.test(name))
  const names = api.modules['@observablehq/plot'].map(({ name }) => name)
  expect(names.sort()).toEqual(wanted.sort())
})

test('a function is told with its parameters and what they are', () => {
  expect(entryOf('lasso')).toMatchObject({
    kind: 'function',
    signature: 'lasso(X: MatrixLike, y: VectorLike, lambda: number, options?: FitOptions): Fit',
    doc: 'Lasso: minimizes 1/(2n)·‖y − b − Xw‖² + λ‖w‖₁, the elastic net with ρ = 1.',
  })
  expect(entryOf('lasso').parameters).toContain('y n numbers.')
})

test('the fields of a fit are those that a fit has', () => {
  const described = shapeOf(entryOf('Fit')).members!.map(({ name }) => name)
  const fit = shrinkage.logisticRegression([[1], [2], [4]], [0, 1, 0], 0.1, 1, { features: ['a'] })
  expect(described.sort()).toEqual(Object.keys(fit).sort())
})

test('the options of a fit carry their documentation', () => {
  const options = api.shapes[shapeOf(entryOf('lassoPath')).parameters![2]!].members!
  expect(options.find(({ name }) => name === 'intercept')?.doc).toBe(
    'Fit an unpenalized intercept b? Default true.',
  )
  expect(options.map(({ name }) => name)).toContain('lambdaMin')
})

test('types are written as the sources write them', () => {
  expect(entryOf('VectorLike').signature).toBe('type VectorLike = ArrayLike<number>')
  expect(entryOf('Fit').signature).toBe('interface Fit')
  expect(entryOf('ShrinkageError').signature).toBe('class ShrinkageError')
})

test('a signature is free of what only TypeScript needs', () => {
  const signatures = JSON.stringify(api).match(/"signature":"[^"]*"/g)!
  const noise = /ArrayBuffer>|ArrayBufferLike>|, never, any>|\?: [^,;]* \| undefined[,;) ]|__/
  expect(signatures.filter((signature) => noise.test(signature))).toEqual([])
})

test('every place that is pointed to exists', () => {
  const places = [
    ...JSON.stringify(api).matchAll(/"(?:shape|element|awaited|returns|instance)":(\d+)/g),
  ]
  expect(places.length).toBeGreaterThan(300)
  for (const [, place] of places) expect(api.shapes[Number(place)]).toBeDefined()
})

test('the globals are those that a cell has', () => {
  expect(api.globals.map(({ name }) => name)).toEqual(['print', 'table', 'plot', 'progress'])
})

describe('the data', () => {
  test.each(['diabetes', 'prostate'])('%s has the fields of a table', (name) => {
    const csv = readFileSync(
      new URL(`../../../../../../content/data/${name}.csv`, import.meta.url),
      'utf8',
    )
    const [entry] = api.modules[`data/${name}`]
    const fields = shapeOf(entry).members!.map((member) => member.name)
    const table = shrinkage.readNumericTable(csv, { labels: name === 'prostate' ? ['train'] : [] })
    expect(fields.sort()).toEqual(Object.keys(table).sort())
    // The column that the summary names is one.
    expect(table.columns).toContain(/column `(\w+)`/.exec(entry.doc!)![1])
  })

  test('novels has the fields of its file', () => {
    const file = new URL('../../../../../../content/data/novels.json', import.meta.url)
    const fields = shapeOf(api.modules['data/novels'][0]).members!.map(({ name }) => name)
    expect(fields.sort()).toEqual(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).sort())
  })
})

test('methods of lists say what they do with elements', () => {
  const method = (name: string) => api.builtins['Array'].find((entry) => entry.name === name)
  expect(method('find')).toMatchObject({ returns: 'element', callback: [0] })
  expect(method('filter')).toMatchObject({ returns: 'list', callback: [0] })
  expect(method('toSorted')).toMatchObject({ returns: 'list', callback: [0, 1] })
  expect(method('join')?.returns).toBe(undefined)
})

test('the sources that are watched are those of the solver and of the cells', () => {
  expect(sources.length).toBeGreaterThan(50)
  for (const source of sources) expect(source).toMatch(/src\/(solver|islands\/code-cell)\//)
})
