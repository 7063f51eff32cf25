import { expect, test } from 'vitest'
import { convertPenalty, elasticNet, logisticRegression, standardize } from 'shrinkage'
import type { Convention, LossName } from 'shrinkage'
import { conventions } from './conventionTable.ts'
import { prostate } from '../testing/prostate.ts'

const { means, deviations } = standardize(prostate.X)
const X = prostate.X.map((row) => row.map((x, j) => (x - means[j]) / deviations[j]))
const n = X.length
const targets = { squared: prostate.y, logistic: prostate.y.map((value) => +(value > 2.5)) }
const mean = prostate.y.reduce((sum, value) => sum + value, 0) / n
const responseDeviation = Math.sqrt(
  prostate.y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n,
)
const noise = 0.7

/** ‖r‖² or the sum of log-losses; the loss of a convention is a multiple of it. */
function lossAt(loss: LossName, weights: readonly number[]): number {
  const [b, ...w] = weights
  return X.reduce((sum, row, i) => {
    const score = b + row.reduce((total, x, j) => total + x * w[j], 0)
    const y = targets[loss][i]
    return sum + (loss === 'squared' ? (y - score) ** 2 : Math.log1p(Math.exp((1 - 2 * y) * score)))
  }, 0)
}

/** What the objectives in words say: factors of the loss as above, of ‖w‖₁ and of ‖w‖². */
const factors: Record<string, (p: Record<string, number>, loss: LossName) => number[]> = {
  article: ({ lambda }) => [1 / (2 * n), 0, lambda / (2 * n)],
  shrinkage: ({ lambda, rho }, loss) => [meanLoss(loss), lambda * rho, (lambda * (1 - rho)) / 2],
  'sklearn.Ridge': ({ alpha }) => [1, 0, alpha],
  'sklearn.Lasso': ({ alpha }) => [1 / (2 * n), alpha, 0],
  'sklearn.ElasticNet': ({ alpha, l1_ratio: r }) => [1 / (2 * n), alpha * r, (alpha * (1 - r)) / 2],
  'sklearn.LogisticRegression': ({ C, l1_ratio: r }) => [C, r, (1 - r) / 2],
  'glmnet standardize=TRUE': glmnet,
  'glmnet standardize=FALSE': glmnet,
  'torch.SGD': ({ weight_decay: d }) => [1 / n, 0, d / 2],
  'torch.Adam': ({ weight_decay: d }) => [1 / n, 0, d / 2],
  'torch.loss': ({ l1, l2 }) => [1 / n, l1, l2],
  'keras.L1L2': ({ l1, l2 }) => [1 / n, l1, l2],
  'xgboost.gblinear': ({ alpha, lambda }, loss) => [
    loss === 'squared' ? 1 / 2 : 1,
    n * alpha,
    (n * lambda) / 2,
  ],
  'textbook.RSS': ({ l1, l2 }) => [1, l1, l2],
  'textbook.half': ({ l1, l2 }, loss) => [loss === 'squared' ? 1 / 2 : 1, l1, l2 / 2],
  'textbook.mean': ({ l1, l2 }) => [1 / n, l1, l2],
  'prior.Laplace': ({ b }, loss) => [likelihood(loss), 1 / b, 0],
  'prior.Gaussian': ({ tau }, loss) => [likelihood(loss), 0, 1 / (2 * tau ** 2)],
}

const meanLoss = (loss: LossName) => (loss === 'squared' ? 1 / (2 * n) : 1 / n)
const likelihood = (loss: LossName) => (loss === 'squared' ? 1 / (2 * noise ** 2) : 1)

function glmnet({ lambda, alpha }: Record<string, number>, loss: LossName): number[] {
  const scale = loss === 'squared' ? responseDeviation : 1
  return [meanLoss(loss), lambda * alpha, (lambda * (1 - alpha)) / (2 * scale)]
}

const penalties = { L1: [1], L2: [0], both: [0, 0.4, 1] }

for (const [name, entry] of Object.entries(conventions)) {
  if (entry.model === 'adaptive steps' || entry.model === 'leaves') continue
  for (const loss of Object.keys(entry.beside) as LossName[]) {
    for (const rho of penalties[entry.penalties]) {
      test(`${name}, ${loss} loss, ρ = ${rho}: its objective has its minimum where this package's has it`, () => {
        const lambda = 0.1
        const { parameters, exact } = convertPenalty({
          from: 'shrinkage',
          parameters: { lambda, rho },
          to: name as Convention,
          n,
          loss,
          responseDeviation,
          noise,
          standardized: true,
        })
        expect(exact).toBe(true)
        const [ofLoss, ofL1, ofL2] = factors[name](parameters, loss)
        const smooth = (weights: readonly number[]) =>
          ofLoss * lossAt(loss, weights) +
          ofL2 * weights.slice(1).reduce((sum, w) => sum + w * w, 0)
        const fit =
          loss === 'squared'
            ? elasticNet(X, targets.squared, lambda, rho)
            : logisticRegression(X, targets.logistic, lambda, rho)
        const best = [fit.intercept, ...fit.coefficients]
        // Its slopes without the L1 part, by differences: the L1 part answers for them, and at a zero for any below it.
        const step = 1e-4
        const small = 1e-6 * ofLoss * n
        best.forEach((value, k) => {
          const [up, down] = [step, -step].map((by) =>
            smooth(best.map((each, j) => (j === k ? each + by : each))),
          )
          const slope = (up - down) / (2 * step)
          if (k > 0 && value === 0) expect(Math.abs(slope)).toBeLessThan(ofL1 + small)
          else expect(Math.abs(slope + (k > 0 ? ofL1 * Math.sign(value) : 0))).toBeLessThan(small)
        })
      })
    }
  }
}
