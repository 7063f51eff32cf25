import type { Readout, Table, Text } from '../kit/figure.ts'
import { fixed, percent, readout, same, scientific } from '../kit/format.ts'
import { kept, worstGap, type SelectionModel, type Solution, type SolutionPath } from './model.ts'
import { strengths } from './parameters.ts'
import type { Sample } from './samples.ts'

const uselessIn = ({ X, matter }: Sample) => X.columns - matter

export function featuresThatMatter(sample: Sample, count: number): Text {
  const { matter } = sample
  return sample.truth
    ? { en: `${count} of ${matter} that matter`, zh: `有用特征 ${count} / ${matter}` }
    : { en: `${count} of ${matter} real`, zh: `真实特征 ${count} / ${matter}` }
}

export function uselessFeatures(sample: Sample, count: number): Text {
  const all = uselessIn(sample)
  return sample.truth
    ? { en: `${count} of ${all} useless`, zh: `无用特征 ${count} / ${all}` }
    : { en: `${count} of ${all} decoys`, zh: `噪声特征 ${count} / ${all}` }
}

export function readouts(model: SelectionModel): Readout[] {
  const { sample, lasso, ridge, lassoPath, ridgePath } = model
  const counts = (solution: Solution): Text => {
    const { matter, useless } = kept(solution, sample)
    return {
      en: `${matter} of ${sample.matter}, ${useless} of ${uselessIn(sample)}`,
      zh: `${matter} / ${sample.matter}，${useless} / ${uselessIn(sample)}`,
    }
  }
  const errors = ({ testError }: Solution, { best }: SolutionPath): Text => ({
    en: `${fixed(testError, 3)} (${fixed(best.testError, 3)})`,
    zh: `${fixed(testError, 3)}（${fixed(best.testError, 3)}）`,
  })
  return [
    readout('lasso-kept', 'Lasso keeps: useful, useless', 'Lasso 选对，选错', counts(lasso)),
    readout('ridge-kept', 'Ridge keeps: useful, useless', '岭回归选对，选错', counts(ridge)),
    readout(
      'lasso-error',
      'Lasso, test error (smallest)',
      'Lasso 测试（最小）',
      errors(lasso, lassoPath),
    ),
    readout(
      'ridge-error',
      'Ridge, test error (smallest)',
      '岭回归测试（最小）',
      errors(ridge, ridgePath),
    ),
    readout('gap', 'Largest duality gap', '最大的对偶间隙', scientific(worstGap(model))),
  ]
}

export function describe(model: SelectionModel): Text {
  const { values, lasso, ridge } = model
  const [byLasso, byRidge] = [keptBy(model, lasso), keptBy(model, ridge)]
  const [lassoError, ridgeError] = [lasso, ridge].map(({ testError }) => percent(testError))
  return {
    en: `At λ = ${values.lambda} the lasso keeps ${byLasso.en}; ridge keeps ${byRidge.en}. On new data the squared error of the lasso is ${lassoError} of the variance of y, that of ridge ${ridgeError}.`,
    zh: `λ = ${values.lambda} 时，Lasso ${byLasso.zh}，岭回归${byRidge.zh}。在新数据上，Lasso 的均方误差是 y 的方差的 ${lassoError}，岭回归是 ${ridgeError}。`,
  }
}

function keptBy({ sample }: SelectionModel, solution: Solution): Text {
  const { matter, useless } = kept(solution, sample)
  const [p, all] = [sample.X.columns, uselessIn(sample)]
  if (matter + useless === 0) return { en: 'none', zh: '一个特征都没有留下' }
  if (matter + useless === p) return { en: `all ${p} features`, zh: `把 ${p} 个特征全部留下` }
  const one = sample.matter === 1
  const [good, bad]: [Text, Text] = sample.truth
    ? [
        { en: one ? 'feature that matters' : 'features that matter', zh: '有用特征' },
        { en: 'useless ones', zh: '无用特征' },
      ]
    : [
        { en: 'real features', zh: '真实特征' },
        { en: 'decoys', zh: '噪声特征' },
      ]
  const useful: Text = {
    en: `${matter} of the ${sample.matter} ${good.en}`,
    zh: `留下了 ${sample.matter} 个${good.zh}中的 ${matter} 个`,
  }
  if (all === 0) return useful
  return {
    en: `${useful.en} and ${useless} of the ${all} ${bad.en}`,
    zh: `${useful.zh}、${all} 个${bad.zh}中的 ${useless} 个`,
  }
}

/** Both paths at every fourth strength of the slider, ten per decade. */
export function table({ lassoPath, ridgePath, sample }: SelectionModel): Table {
  const rows = strengths
    .map((lambda, i) => {
      const [lasso, ridge] = [lassoPath.solutions[i], ridgePath.solutions[i]]
      const { matter, useless } = kept(lasso, sample)
      const errors = [lasso, ridge].flatMap(({ trainError, testError }) => [trainError, testError])
      return [lambda, matter, useless, ...errors]
    })
    .filter((_, i) => i % 4 === 0)
  return {
    columns: [
      same('λ'),
      { en: 'Lasso: useful kept', zh: 'Lasso 留下的有用特征' },
      { en: 'Lasso: useless kept', zh: 'Lasso 留下的无用特征' },
      { en: 'Lasso: train error', zh: 'Lasso 训练误差' },
      { en: 'Lasso: test error', zh: 'Lasso 测试误差' },
      { en: 'Ridge: train error', zh: '岭回归训练误差' },
      { en: 'Ridge: test error', zh: '岭回归测试误差' },
    ],
    rows,
  }
}

export function numbers(model: SelectionModel) {
  const { sample, lasso, ridge, lassoPath, ridgePath } = model
  const told = (solution: Solution, { best }: SolutionPath) => {
    const { matter, useless } = kept(solution, sample)
    return [matter, useless, solution.trainError, solution.testError, best.lambda, best.testError]
  }
  return {
    lambda: lasso.lambda,
    lasso: told(lasso, lassoPath),
    ridge: told(ridge, ridgePath),
    gap: worstGap(model),
  }
}
