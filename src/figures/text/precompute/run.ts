/*
 * Fits the path of the figure `text`, by hand: node src/figures/text/precompute/run.ts FOLDER
 *
 * FOLDER holds prideprejudice.txt and emma.txt, as Debian's package r-cran-janeaustenr has them:
 *   Rscript -e 'for (n in c("prideprejudice", "emma")) writeLines(get(n, "package:janeaustenr"), paste0(n, ".txt"))'
 * after library(janeaustenr). It writes content/data/novels.json and content/data/novels-path.json.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seededRandom } from '../../../solver/index.ts'
import { strengths } from '../parameters.ts'
import { passagesOf, termsOf } from './passages.ts'
import { sparsePath, type SparseFit } from './path.ts'
import { ridgePath } from './ridge.ts'

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Name the folder that holds prideprejudice.txt and emma.txt.')

/** Minimum number of training passages that contain a term. */
const FEWEST_PASSAGES = 2

const random = seededRandom(1)
const [pride, emma] = ['prideprejudice', 'emma'].map((name) => {
  const passages = passagesOf(readFileSync(join(folder, `${name}.txt`), 'utf8'))
    .map((passage) => ({ terms: termsOf(passage), key: random.uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ terms }) => terms)
  const trained = Math.round((2 / 3) * passages.length)
  return { train: passages.slice(0, trained), test: passages.slice(trained) }
})
const train = [...pride.train, ...emma.train]
const test = [...pride.test, ...emma.test]

const columns = new Map<string, number[]>()
train.forEach((terms, i) => {
  for (const term of terms) {
    const column = columns.get(term)
    if (column) column.push(i)
    else columns.set(term, [i])
  }
})
const features = [...columns].filter(([, { length }]) => length >= FEWEST_PASSAGES)
const terms = features.map(([term]) => term)

const labelsOf = (zeros: number, ones: number) =>
  Array.from({ length: zeros + ones }, (_, i) => (i < zeros ? 0 : 1))
const labels = labelsOf(pride.train.length, emma.train.length)
const testLabels = labelsOf(pride.test.length, emma.test.length)
const fits = sparsePath(
  features.map(([, column]) => column),
  labels,
  [...strengths],
).reverse()

/** Ridge keeps every feature: only its accuracy and number of weights are stored. */
const ridge = ridgePath(
  features.map(([, column]) => column),
  labels,
  [...strengths],
).map((fit) => {
  const weights = new Map(fit.weights.entries())
  return {
    lambda: fit.lambda,
    kept: fit.weights.filter((weight) => weight !== 0).length,
    trainAccuracy: accuracy({ intercept: fit.intercept, weights }, train, labels),
    testAccuracy: accuracy({ intercept: fit.intercept, weights }, test, testLabels),
    gap: Number(fit.gap.toPrecision(2)),
  }
})

/** The features with a nonzero weight somewhere on the path, by name. */
const used = [...new Set(fits.flatMap(({ weights }) => [...weights.keys()]))].sort((a, b) =>
  terms[a] < terms[b] ? -1 : 1,
)
const outside = terms.map((_, j) => j).filter((j) => !new Set(used).has(j))

const counts = {
  features: terms.length,
  train: [pride.train.length, emma.train.length],
  test: [pride.test.length, emma.test.length],
}
write('novels.json', {
  novels: ['Pride and Prejudice', 'Emma'],
  ...counts,
  ridge: Object.fromEntries(
    ridge.map(({ lambda, trainAccuracy, testAccuracy }) => [lambda, [trainAccuracy, testAccuracy]]),
  ),
  terms: Object.fromEntries(
    used.map((j) => [
      terms[j],
      bitsOf([...train, ...test].map((passage) => passage.has(terms[j]))),
    ]),
  ),
})
write('novels-path.json', {
  ...counts,
  terms: used.map((j) => terms[j]),
  path: fits.map(stored),
  ridge,
})

function stored(fit: SparseFit) {
  return {
    lambda: fit.lambda,
    intercept: rounded(fit.intercept),
    weights: used
      .map((j) => rounded(fit.weights.get(j) ?? 0))
      .flatMap((w, k) => (w ? [[k, w]] : [])),
    trainAccuracy: accuracy(fit, train, labels),
    testAccuracy: accuracy(fit, test, testLabels),
    gap: Number(fit.gap.toPrecision(2)),
    // The largest slope of the features outside, as a share of λ: below 1, none has a weight.
    outside: rounded(Math.max(...outside.map((j) => fit.pulls[j])) / fit.lambda),
  }
}

function accuracy(
  { intercept, weights }: Pick<SparseFit, 'intercept' | 'weights'>,
  passages: Set<string>[],
  y: number[],
) {
  const right = passages.filter((passage, i) => {
    let eta = intercept
    for (const [j, weight] of weights) if (passage.has(terms[j])) eta += weight
    return eta > 0 === (y[i] === 1)
  })
  return right.length / passages.length
}

/** Bits in base 64, starting with the lowest bit of the first byte. */
function bitsOf(flags: boolean[]): string {
  const bytes = Buffer.alloc(Math.ceil(flags.length / 8))
  flags.forEach((flag, i) => {
    if (flag) bytes[i >> 3] |= 1 << (i & 7)
  })
  return bytes.toString('base64')
}

function rounded(value: number) {
  return Number(value.toFixed(6))
}

function write(name: string, content: object) {
  const text = JSON.stringify(content)
  writeFileSync(new URL(`../../../../content/data/${name}`, import.meta.url), `${text}\n`)
  console.log(`${name}: ${text.length} bytes`)
}
