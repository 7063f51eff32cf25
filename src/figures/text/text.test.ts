import { logisticLambdaMax, logisticPath, logisticRegression } from 'shrinkage'
import { expect, test } from 'vitest'
import stored from '../../../content/data/novels-path.json'
import novels from '../../../content/data/novels.json'
import { defaults } from '../kit/parameters.ts'
import text from './index.ts'
import { compute, loadPath } from './model.ts'
import { strengths } from './parameters.ts'
import { ridgePath } from './precompute/ridge.ts'
import { LARGEST, strongest } from './termsPanel.ts'

await loadPath()
const { path, terms } = stored

const passages = (counts: number[]) => counts.flatMap((n, label) => Array<number>(n).fill(label))
const [y, newY] = [passages(novels.train), passages(novels.test)]
const bytes = Object.values(novels.terms).map((bits) => Buffer.from(bits, 'base64'))
const rows = [...y, ...newY].map((_, i) =>
  bytes.map((column) => Math.floor(column[Math.floor(i / 8)] / 2 ** (i % 8)) % 2),
)
const [X, newX] = [rows.slice(0, y.length), rows.slice(y.length)]

test('the path is stored at the strengths of the slider, up to where nothing is kept', () => {
  expect(path.map(({ lambda }) => lambda)).toEqual(strengths)
  expect(path[path.length - 1].weights).toEqual([])
})

test('it chose among tens of thousands, and both files speak of the same terms and passages', () => {
  expect(stored.features).toBeGreaterThan(20_000)
  expect(Object.keys(novels.terms)).toEqual(terms)
  expect(new Set(terms).size).toBe(terms.length)
  expect([novels.features, novels.train, novels.test]).toEqual([
    stored.features,
    stored.train,
    stored.test,
  ])
  for (const column of bytes) expect(column).toHaveLength(Math.ceil(rows.length / 8))
})

test('every term is in two training passages or more, in lower case, and has a weight somewhere', () => {
  const used = new Set(path.flatMap(({ weights }) => weights.map(([k]) => k)))
  terms.forEach((term, k) => {
    expect(term).toMatch(/^(I|\p{Ll}[\p{L}']*)( (I|\p{Ll}[\p{L}']*))?$/u)
    expect(X.filter((row) => row[k] === 1).length, term).toBeGreaterThanOrEqual(2)
    expect(used.has(k), term).toBe(true)
  })
})

test('every solution is certified over all features, and those outside pull with less than λ', () => {
  for (const { gap, outside } of path) {
    expect(gap).toBeGreaterThanOrEqual(0)
    expect(gap).toBeLessThanOrEqual(1e-10)
    expect(outside).toBeLessThan(1)
  }
})

test('fitted again from the shipped passages, every weight is the stored one', () => {
  const { fits } = logisticPath(X, y, strengths, 1)
  fits.forEach(({ coefficients, intercept }, k) => {
    const weights = new Map(path[k].weights.map(([j, weight]) => [j, weight]))
    coefficients.forEach((weight, j) => {
      expect(Math.abs(weight - (weights.get(j) ?? 0))).toBeLessThanOrEqual(6e-7)
    })
    expect(Math.abs(intercept - path[k].intercept)).toBeLessThanOrEqual(6e-7)
  })
})

test('the stored weights satisfy the KKT conditions on the shipped features', () => {
  for (const { lambda, intercept, weights } of path) {
    const residual = X.map((row, i) => y[i] - probability(row, intercept, weights))
    const kept = new Map(weights.map(([j, weight]) => [j, weight]))
    terms.forEach((_, j) => {
      const pull = X.reduce((sum, row, i) => sum + row[j] * residual[i], 0) / y.length
      const weight = kept.get(j)
      if (weight === undefined) expect(Math.abs(pull)).toBeLessThanOrEqual(lambda + 1e-6)
      else expect(Math.abs(pull - lambda * Math.sign(weight))).toBeLessThanOrEqual(1e-6)
    })
  }
})

test('the accuracies are those of the stored weights on the shipped passages', () => {
  for (const { intercept, weights, trainAccuracy, testAccuracy } of path) {
    const accuracy = (rows: number[][], truth: number[]) =>
      rows.filter((row, i) => probability(row, intercept, weights) > 0.5 === (truth[i] === 1))
        .length / rows.length
    expect(accuracy(X, y)).toBeCloseTo(trainAccuracy, 12)
    expect(accuracy(newX, newY)).toBeCloseTo(testAccuracy, 12)
  }
})

test('ridge keeps every feature, is certified, and both files agree on what it names right', () => {
  expect(stored.ridge.map(({ lambda }) => lambda)).toEqual(strengths)
  for (const { lambda, kept, trainAccuracy, testAccuracy, gap } of stored.ridge) {
    expect(kept).toBe(stored.features)
    expect(gap).toBeLessThanOrEqual(1e-10)
    expect((novels.ridge as Record<number, number[]>)[lambda]).toEqual([
      trainAccuracy,
      testAccuracy,
    ])
  }
})

test('by the dual of n variables, ridge has the weights that the solver finds for the features', () => {
  const columns = terms.slice(0, 40).map((_, j) => X.flatMap((row, i) => (row[j] ? [i] : [])))
  // A column of its own for each passage makes the Gram matrix definite, as thousands of rare terms do.
  const own = y.map((_, i) => [i])
  const few = 60
  const rows = Array.from({ length: few }, (_, k) => Math.floor((k * y.length) / few))
  const number = new Map(rows.map((i, k) => [i, k]))
  const thinned = [...columns, ...own]
    .map((column) => column.flatMap((i) => number.get(i) ?? []))
    .filter((column) => column.length > 0)
  const labels = rows.map((i) => y[i])
  const design = labels.map((_, i) => thinned.map((column) => Number(column.includes(i))))
  for (const fit of ridgePath(thinned, labels, [0.003, 0.05])) {
    const direct = logisticRegression(design, labels, fit.lambda, 0)
    expect(fit.intercept).toBeCloseTo(direct.intercept, 8)
    fit.weights.forEach((weight, j) => expect(weight).toBeCloseTo(direct.coefficients[j], 8))
  }
})

test('something is kept just below λmax, and nothing from there on', () => {
  const lambdaMax = logisticLambdaMax(X, y)
  for (const { lambda, weights } of path) expect(weights.length === 0).toBe(lambda >= lambdaMax)
})

test('the figure shows what is stored: counts, weights in order, the strongest of them within its axis', () => {
  path.forEach((fit, k) => {
    const model = compute({ lambda: strengths[k] })
    const { kept } = model.now
    expect(text.readouts(model).find(({ name }) => name === 'kept')?.value.en).toBe(
      String(fit.weights.length),
    )
    expect(new Map(kept.map(({ term, weight }) => [term, weight]))).toEqual(
      new Map(fit.weights.map(([j, weight]) => [terms[j], weight])),
    )
    const shown = strongest(model.now)
    expect(shown).toHaveLength(Math.min(16, kept.length))
    const weakest = Math.min(...shown.map(({ weight }) => Math.abs(weight)))
    for (const term of kept) {
      expect(shown.includes(term) || Math.abs(term.weight) <= weakest).toBe(true)
      expect(Math.abs(term.weight)).toBeLessThan(LARGEST - 0.5)
    }
    const said = text.describe(model)
    for (const language of ['en', 'zh'] as const) {
      const top = kept.find(({ weight }) => weight > 0)
      if (top) expect(said[language]).toContain(`“${top.term}”`)
    }
  })
})

function probability(row: number[], intercept: number, weights: number[][]) {
  const eta = weights.reduce((sum, [j, weight]) => sum + weight * row[j], intercept)
  return 1 / (1 + Math.exp(-eta))
}

test('the signs that the chapter reads are those of the start: the printer’s spelling, and the sisters', () => {
  const { kept } = compute(defaults(text)).now
  expect(
    kept
      .slice(0, 2)
      .map(({ term }) => term)
      .sort(),
  ).toEqual(['body', 'thing'])
  for (const term of ['anything', 'sister']) {
    expect(kept.find((sign) => sign.term === term)?.weight, term).toBeLessThan(0)
  }
})
