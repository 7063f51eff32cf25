import type { Readout, Table, Text } from '../kit/figure.ts'
import { fixed, probability, readout, same, scientific } from '../kit/format.ts'
import { MOST, PAIRS, type PriorModel, type PriorsModel } from './model.ts'

const bothOf = ({ laplace, gaussian }: PriorsModel, tell: (prior: PriorModel) => string) =>
  [tell(laplace), tell(gaussian)] as const

export function readouts(model: PriorsModel): Readout[] {
  const { near, far } = model.values
  const both = (tell: (prior: PriorModel) => string) => bothOf(model, tell).join(' | ')
  const alike = (name: string, label: string, tell: (prior: PriorModel) => string) =>
    readout(name, label, label, both(tell))
  return [
    alike('scale', 'b | τ', ({ scale }) => fixed(scale, 3)),
    alike('near', `P(|w| < ${fixed(near)})`, (prior) => probability(prior.near)),
    alike('far', `P(|w| > ${fixed(far, 1)})`, (prior) => probability(prior.far)),
    readout(
      'reach',
      '99% of weights within',
      '99% 的权重不超过',
      both(({ reach }) => `±${fixed(reach)}`),
    ),
    readout(
      'smallest',
      'Smallest |w| drawn',
      '抽到的最小 |w|',
      both(({ cloud }) => scientific(cloud.smallest)),
    ),
  ]
}

export function describe(model: PriorsModel): Text {
  const { match, near, far } = model.values
  const equal: Text =
    match === 'variance'
      ? { en: 'With equal variance', zh: '方差相同时' }
      : { en: 'With equal scale', zh: '尺度相同时' }
  const close = bothOf(model, (prior) => probability(prior.near))
  const tails = bothOf(model, (prior) => probability(prior.far))
  const [l1, l2] = [model.laplace.cloud.zeros, model.gaussian.cloud.zeros]
  const zeros: Text =
    l1 + l2 === 0
      ? { en: 'none is exactly 0', zh: '没有一个恰为零' }
      : { en: `${l1} and ${l2} are exactly 0`, zh: `恰为零的分别有 ${l1} 个和 ${l2} 个` }
  return {
    en: `${equal.en}, the Laplace prior puts ${close[0]} of its mass within ${fixed(near)} of zero, the Gaussian ${close[1]}; beyond ${fixed(far, 1)} they have ${tails[0]} and ${tails[1]}. Of ${2 * PAIRS} weights drawn from each, ${zeros.en}.`,
    zh: `${equal.zh}，权重离零不到 ${fixed(near)} 的概率，在拉普拉斯先验下是 ${close[0]}，在高斯先验下是 ${close[1]}；超过 ${fixed(far, 1)} 的概率分别是 ${tails[0]} 和 ${tails[1]}。从两个先验各抽 ${2 * PAIRS} 个权重，${zeros.zh}。`,
  }
}

/** Both densities, their logarithms and tails, at weights from 0 to 4. */
export function table({ laplace, gaussian }: PriorsModel): Table {
  const [l1, l2] = [laplace.distribution, gaussian.distribution]
  const name = (symbol: string): [Text, Text] => [
    { en: `Laplace: ${symbol}`, zh: `拉普拉斯：${symbol}` },
    { en: `Gaussian: ${symbol}`, zh: `高斯：${symbol}` },
  ]
  return {
    columns: [same('w'), ...name('p(w)'), ...name('log p(w)'), ...name('P(|v| > w)')],
    rows: Array.from({ length: 17 }, (_, i) => {
      const w = i / 4
      return [
        w,
        ...[l1.density(w), l2.density(w), l1.logDensity(w), l2.logDensity(w)],
        ...[2 * l1.cumulative(-w), 2 * l2.cumulative(-w)],
      ]
    }),
  }
}

export function numbers({ laplace, gaussian }: PriorsModel) {
  const both = (tell: (prior: PriorModel) => number) => [laplace, gaussian].map(tell)
  return {
    scale: both((prior) => prior.scale),
    peak: both(({ distribution }) => distribution.density(0)),
    near: both((prior) => prior.near),
    far: both((prior) => prior.far),
    reach: both((prior) => prior.reach),
    nearAxis: both(({ cloud }) => cloud.near.length / PAIRS),
    zeros: both(({ cloud }) => cloud.zeros),
    smallest: both(({ cloud }) => cloud.smallest),
  }
}

/** Error of the probability 1 − MOST of exceeding the reported bound, the larger of both priors. */
export const reachError = ({ laplace, gaussian }: PriorsModel) =>
  Math.max(
    ...[laplace, gaussian].map(({ distribution, reach }) =>
      Math.abs(2 * distribution.cumulative(-reach) - (1 - MOST)),
    ),
  )
