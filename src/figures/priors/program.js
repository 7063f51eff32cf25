import { gaussianDistribution, laplaceDistribution, seededRandom } from 'shrinkage'

const match = 'variance'
const spread = 1
const near = 0.1
const far = 3
const seed = 1

// b and τ
const scale = [match === 'variance' ? spread / Math.SQRT2 : spread, spread]
const priors = [laplaceDistribution(0, scale[0]), gaussianDistribution(0, scale[1])]

// 500 pairs of weights from each
const clouds = priors.map((prior) => {
  const random = seededRandom(seed)
  return Array.from({ length: 500 }, () => [prior.draw(random), prior.draw(random)])
})
const sizes = clouds.map((pairs) => pairs.flat().map(Math.abs))

console.log({
  scale,
  peak: priors.map((prior) => prior.density(0)),
  near: priors.map((prior) => prior.cumulative(near) - prior.cumulative(-near)),
  far: priors.map((prior) => 2 * prior.cumulative(-far)),
  reach: priors.map((prior) => -prior.quantile((1 - 0.99) / 2)),
  nearAxis: clouds.map(
    (pairs) => pairs.filter((pair) => Math.min(...pair.map(Math.abs)) < near).length / 500,
  ),
  zeros: sizes.map((list) => list.filter((size) => size === 0).length),
  smallest: sizes.map((list) => Math.min(...list)),
})
