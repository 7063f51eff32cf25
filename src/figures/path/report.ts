import type { Readout, Table, Text } from '../kit/figure.ts'
import { fixed, listed, outOf, percent, readout, same, scientific } from '../kit/format.ts'
import { keptBy, worstGap, type PathModel } from './model.ts'
import { strengths } from './parameters.ts'

const percentage = (share: number) => `${fixed(100 * share, 1)}%`

export function readouts(model: PathModel): Readout[] {
  const { now, sample, path, cv, position } = model
  const kept = keptBy(now)
  const all = sample.names.length
  const chosen = [cv.minimum, cv.oneStandardError].map(({ lambda }) =>
    Number(lambda.toPrecision(2)),
  )
  return [
    readout('kept', 'Weights ≠ 0', '非零权重数', outOf(kept, all)),
    readout('df', 'Degrees of freedom', '自由度', fixed(path.df[position], 2)),
    readout(
      'error',
      'Cross-validated error',
      '交叉验证误差',
      `${percentage(cv.errors[position])} ± ${percentage(cv.standardErrors[position])}`,
    ),
    readout('chosen', 'λ: least error, 1-SE rule', 'λ：最小，1-SE 准则', listed(...chosen)),
    readout('gap', 'Largest duality gap', '最大的对偶间隙', scientific(worstGap(model))),
  ]
}

/** The penalties as subjects of a sentence; in Chinese a space separates Latin letters from what follows. */
const penalties: Record<PathModel['values']['penalty'], Text> = {
  lasso: { en: 'the lasso ', zh: 'Lasso ' },
  ridge: { en: 'ridge ', zh: '岭回归' },
  'elastic-net': { en: 'the elastic net ', zh: '弹性网' },
}

export function describe(model: PathModel): Text {
  const { now, sample, cv, position, values } = model
  const kept = keptBy(now)
  const all = sample.names.length
  const who = penalties[values.penalty]
  const error = percent(cv.errors[position])
  const left: Text =
    kept === 0
      ? { en: 'keeps no feature at all', zh: '一个特征也没有留下' }
      : kept === all
        ? { en: `keeps all ${all} features`, zh: `把 ${all} 个特征全部留下` }
        : { en: `keeps ${kept} of ${all} features`, zh: `留下 ${all} 个特征中的 ${kept} 个` }
  const course = courseOf(model)
  return {
    en: `At λ = ${now.lambda} ${who.en}${left.en}, with a cross-validated error of ${error} of the variance. ${course.en}`,
    zh: `λ = ${now.lambda} 时，${who.zh}${left.zh}，交叉验证误差是方差的 ${error}。${course.zh}`,
  }
}

/** Sentence on the weight of the highlighted feature from the smallest λ to the largest. */
function courseOf({ path, followed, sample }: PathModel): Text {
  const name = sample.names[followed]
  const along = path.fits.map(({ coefficients }) => coefficients[followed])
  const start = along[0]
  const [from, most] = [fixed(start, 3), fixed(farthest(along, start), 3)]
  if (along.some((weight) => weight * start < 0)) {
    return {
      en: `The weight of ${name} is ${from} at the smallest λ and changes its sign on the way, to as much as ${most}.`,
      zh: `${name} 的权重在最小的 λ 处是 ${from}，途中变了号，绝对值最大时是 ${most}。`,
    }
  }
  if (along.some((weight) => Math.abs(weight) > Math.abs(start))) {
    return {
      en: `The weight of ${name} is ${from} at the smallest λ and grows at first, to as much as ${most}.`,
      zh: `${name} 的权重在最小的 λ 处是 ${from}，起初还会变大，最大到 ${most}。`,
    }
  }
  return {
    en: `The weight of ${name} is largest in size at the smallest λ, ${from}, and never grows beyond that.`,
    zh: `${name} 的权重在最小的 λ 处绝对值最大，为 ${from}，此后再没有超过它。`,
  }
}

/** The largest weight in size of the opposite sign or, if there is none, of any. */
function farthest(along: readonly number[], start: number): number {
  const opposite = along.filter((weight) => weight * start < 0)
  const among = opposite.length > 0 ? opposite : along
  return among.reduce((most, weight) => (Math.abs(weight) > Math.abs(most) ? weight : most))
}

/** The weights, degrees of freedom and error at every eighth strength of the slider, five per decade. */
export function table({ path, cv, sample }: PathModel): Table {
  const rows = strengths.map((lambda, l) => [
    lambda,
    ...path.fits[l].coefficients,
    path.df[l],
    cv.errors[l],
    cv.standardErrors[l],
  ])
  return {
    columns: [
      same('λ'),
      ...sample.names.map((name) => same(name)),
      { en: 'degrees of freedom', zh: '自由度' },
      { en: 'error', zh: '误差' },
      { en: 'standard error', zh: '标准误' },
    ],
    rows: rows
      .filter((_, l) => l % 8 === 0)
      .map((row) => row.map((value) => Number(value.toPrecision(6)))),
  }
}

export function numbers(model: PathModel) {
  const { now, path, cv, position, followed } = model
  const choice = ({ index, lambda }: { index: number; lambda: number }) => [
    lambda,
    cv.errors[index],
    keptBy(path.fits[index]),
    path.df[index],
  ]
  const along = path.fits.map(({ coefficients }) => coefficients[followed])
  return {
    lambda: now.lambda,
    weights: [...now.coefficients],
    kept: keptBy(now),
    df: path.df[position],
    error: [cv.errors[position], cv.standardErrors[position]],
    minimum: choice(cv.minimum),
    oneStandardError: choice(cv.oneStandardError),
    knots: path.knots.map(({ lambda }) => lambda),
    followed: [along[position], along[0], Math.min(...along), Math.max(...along)],
    gap: worstGap(model),
  }
}
