import { seededRandom } from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'

/** How often a curve is fitted again, and to how many points. */
export const CURVES = 30
export const CURVE_POINTS = 15

/** How often the weights of the two features are fitted again, and to how many samples. */
export const CLOUD = 200
export const CLOUD_SAMPLES = 20

/** In how many ways the input of a model is moved. */
export const MOVES = 150

/** All that is random in the figure, in units of the noise: it depends on nothing but the seed. */
export const drawNoise = memoizeLast((seed: number) => {
  const random = seededRandom(seed)
  const normals = (count: number) => Array.from({ length: count }, () => random.normal())
  return {
    curves: Array.from({ length: CURVES }, () => normals(CURVE_POINTS)),
    cloud: Array.from({ length: CLOUD }, () => normals(CLOUD_SAMPLES)),
    /** Moves of the two features: every direction, every length up to 1. */
    moves: Array.from({ length: MOVES }, (): Point => {
      const [length, angle] = [random.uniform(), 2 * Math.PI * random.uniform()]
      return [length * Math.cos(angle), length * Math.sin(angle)]
    }),
  }
})
export type Noise = ReturnType<typeof drawNoise>
