import { seededRandom } from 'shrinkage'
import type { Point } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'

/** Number of refits of a curve, and of its points. */
export const CURVES = 30
export const CURVE_POINTS = 15

/** Number of refits of the two features, and of their samples. */
export const CLOUD = 200
export const CLOUD_SAMPLES = 20

/** Number of perturbations of a model's input. */
export const MOVES = 150

/** All randomness of the figure, in units of the noise; it depends only on the seed. */
export const drawNoise = memoizeLast((seed: number) => {
  const random = seededRandom(seed)
  const normals = (count: number) => Array.from({ length: count }, () => random.normal())
  return {
    curves: Array.from({ length: CURVES }, () => normals(CURVE_POINTS)),
    cloud: Array.from({ length: CLOUD }, () => normals(CLOUD_SAMPLES)),
    /** Perturbations of the two features, in every direction, of lengths up to 1. */
    moves: Array.from({ length: MOVES }, (): Point => {
      const [length, angle] = [random.uniform(), 2 * Math.PI * random.uniform()]
      return [length * Math.cos(angle), length * Math.sin(angle)]
    }),
  }
})
export type Noise = ReturnType<typeof drawNoise>
