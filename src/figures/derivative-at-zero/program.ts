import type { DerivativeValues } from './model.ts'
import { STEPS } from './parameters.ts'

/** A program that prints the figure's numbers: the slopes at 0, both minima, and the positions of the runs. */
export function program(values: DerivativeValues): string {
  const { slope, curvature, lambda, valley, depth, step, rate, start, falling } = values
  const { subgradient, proximal } = values
  const names = ['lasso', 'quadraticLoss', 'ridge']
  if (subgradient) names.push('subgradientSteps')
  if (proximal) names.push('istaSteps')
  if (subgradient || proximal) names.push('takeSteps')
  const learningRate = falling ? `(k) => ${rate} / Math.sqrt(k)` : `${rate}`
  return `import { ${names.sort().join(', ')} } from 'shrinkage'

const [d0, h, lambda] = [${slope}, ${curvature}, ${lambda}]
${lossLines(valley, depth)}

// A parabola h/2·w² − cw is, times h, the loss of one sample with x = h and y = c
const lowest = (fit, penalty) =>
  parabolas
    .map((parabola) => {
      const [bend, c] = [parabola.hessian.data[0], parabola.linear[0]]
      const { coefficients, dualityGap } = fit(bend, c)
      const w = coefficients[0]
      return { w, J: parabola.value([w]) + penalty(w), gap: Math.max(dualityGap, 0) / bend }
    })
    .reduce((low, other) => (other.J < low.J ? other : low))

const l1 = lowest(
  (bend, c) => lasso([[bend]], [c], lambda * bend, { intercept: false }),
  (w) => lambda * Math.abs(w),
)
// The slope of λw² is 2λw, so it is ridge at 2λ
const l2 = lowest(
  (bend, c) => ridge([[bend]], [c], 2 * lambda * bend, { intercept: false }),
  (w) => lambda * w ** 2,
)
${runLines(values)}
console.log({
  slopesL1: [d0 - lambda, d0 + lambda],
  slopeL2: d0,
  l1: l1.w,
  l2: l2.w,
  objectives: [l1.J, l2.J],
  subgradient: ${subgradient ? `subgradient[${step}]` : '[]'},
  proximal: ${proximal ? `proximal[${step}]` : '[]'},
  crossings: ${subgradient ? 'subgradient.filter((w, k) => w * subgradient[k - 1] < 0).length' : 0},
  landing: ${proximal ? `last < ${STEPS} && Math.abs(d0) <= lambda ? last + 1 : []` : '[]'},
})
`

  function runLines({ subgradient, proximal }: DerivativeValues): string {
    const run = (steps: string, options: string) =>
      `takeSteps(${steps}(loss, { lambda, learningRate: ${options}, start: [${start}] }), ${STEPS})
  .map(({ parameters }) => parameters[0])`
    return [
      ...(subgradient ? [`\nconst subgradient = ${run('subgradientSteps', learningRate)}`] : []),
      ...(proximal
        ? [
            `\nconst proximal = ${run('istaSteps', String(rate))}
const last = proximal.findLastIndex((w) => w !== 0)`,
          ]
        : []),
      '',
    ].join('\n')
  }
}

function lossLines(valley: boolean, depth: number): string {
  if (!valley) {
    return `const loss = quadraticLoss([[h]], [-d0])
const parabolas = [loss]`
  }
  return `const parabolas = [quadraticLoss([[h]], [-d0]), quadraticLoss([[3]], [-6], 6 - ${depth})]
// The loss is the lower of the two at each weight
const lower = (w) => (parabolas[1].value(w) < parabolas[0].value(w) ? parabolas[1] : parabolas[0])
const loss = {
  dimension: 1,
  curvature: Math.max(h, 3),
  value: (w) => lower(w).value(w),
  gradient: (w) => lower(w).gradient(w),
}`
}
