import { MOST, PAIRS, type PriorValues } from './model.ts'

/** A program that prints the figure's numbers: each of them for the Laplace prior, then for the Gaussian. */
export function program({ match, spread, near, far, seed }: PriorValues): string {
  const scale = match === 'variance' ? `${spread} / Math.SQRT2` : `${spread}`
  return `import { gaussianDistribution, laplaceDistribution, seededRandom } from 'shrinkage'

const [near, far] = [${near}, ${far}]
const scale = [${scale}, ${spread}] // b and τ
const priors = [laplaceDistribution(0, scale[0]), gaussianDistribution(0, scale[1])]

// ${PAIRS} pairs of weights from each
const clouds = priors.map((prior) => {
  const random = seededRandom(${seed})
  return Array.from({ length: ${PAIRS} }, () => [prior.draw(random), prior.draw(random)])
})
const sizes = clouds.map((pairs) => pairs.flat().map(Math.abs))

console.log({
  scale,
  peak: priors.map((prior) => prior.density(0)),
  near: priors.map((prior) => prior.cumulative(near) - prior.cumulative(-near)),
  far: priors.map((prior) => 2 * prior.cumulative(-far)),
  reach: priors.map((prior) => -prior.quantile((1 - ${MOST}) / 2)),
  nearAxis: clouds.map(
    (pairs) => pairs.filter((pair) => Math.min(...pair.map(Math.abs)) < near).length / ${PAIRS},
  ),
  zeros: sizes.map((list) => list.filter((size) => size === 0).length),
  smallest: sizes.map((list) => Math.min(...list)),
})
`
}
