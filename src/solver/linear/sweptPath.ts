import { Corners } from './corners.ts'
import type { Penalty } from './penalty.ts'
import type { GramQuadratic } from './quadratic.ts'

/** A pivot below this share of H_jj would cost too many digits. */
const LEAST_PIVOT = 1e-6
/** What is nearer to a bound than this, relative to τ, is a tie. */
const TIE = 1e-9

/**
 * Follows the lasso from λmax down in a tableau: for few features quicker than by the factors of `tracePath`.
 *
 * H is swept on the features A of the model. That makes M_AA = −H_AA⁻¹, M_IA = H_IA·H_AA⁻¹ for the others I, and leaves in
 * M_II what A does not explain of H_II. Swept along, a = c becomes a_A = H_AA⁻¹c_A and a_I = c_I − H_IA·a_A. With bounds τ·l1
 * and v = M(l1·signs)_A, the line a + τv holds u_j for the features in A and the correlation z_j for all others. So the
 * next corner is the largest τ at which a u_j is 0 or a |z_j| is τ·l1_j, and a sweep on that j takes it out or in.
 *
 * Goodnight (1979), "A tutorial on the SWEEP operator"; Efron et al. (2004), "Least angle regression".
 *
 * Returns null where that takes more care: for ties, features that nearly depend on others, and unpenalised or
 * non-negative ones.
 */
export function sweepPath(
  { size, gram, linear, allocate }: GramQuadratic,
  { l1, nonNegative }: Penalty,
  tauMin: number,
): Corners | null {
  if (nonNegative || l1.includes(0)) return null
  const M = allocate(size * size)
  const a = allocate(size)
  M.set(gram)
  a.set(linear)
  const v = allocate(size)
  const u = allocate(size)
  const signs = new Int8Array(size)
  const corners = new Corners(size)
  let tau = Infinity
  for (let step = 0; step < 10 * size; step++) {
    let next = tauMin
    let changing = -1
    for (let j = 0; j < size; j++) {
      const root = signs[j] === 0 ? rootOutside(a[j], v[j], l1[j], tau) : below(tau, -a[j] / v[j])
      if (root > next) {
        next = root
        changing = j
      }
    }
    // At λmax the first feature is at its bound but for rounding.
    tau = step === 0 ? 1 : next
    for (let j = 0; j < size; j++) {
      const value = a[j] + tau * v[j]
      const isIn = signs[j] !== 0
      u[j] = isIn && j !== changing ? value : 0
      const room = isIn
        ? signs[j] * value - TIE * Math.abs(v[j])
        : l1[j] * tau * (1 - TIE) - Math.abs(value)
      if (!(room > 0) && j !== changing) return null
    }
    corners.push(tau, u)
    if (changing < 0) return corners
    const pivot = M[changing * size + changing]
    if (signs[changing] !== 0) {
      signs[changing] = 0
      sweep(M, a, changing, -1)
    } else {
      if (!(pivot > LEAST_PIVOT * gram[changing * size + changing])) return null
      signs[changing] = a[changing] + tau * v[changing] > 0 ? 1 : -1
      sweep(M, a, changing, 1)
    }
    findSlopes(M, signs, l1, v)
  }
  return null
}

/** A root that τ has still to come to on its way down; 0 if it has passed it. */
function below(tau: number, root: number): number {
  return root < tau * (1 - TIE) ? root : 0
}

/** The largest τ below the present one at which |a + τv| = τ·bound; 0 if there is none. */
function rootOutside(a: number, v: number, bound: number, tau: number): number {
  return Math.max(below(tau, a / (bound - v)), below(tau, -a / (bound + v)))
}

/** Sweeps M and a on feature k: direction 1 takes it in, −1 out again. */
function sweep(M: Float64Array, a: Float64Array, k: number, direction: number): void {
  const size = a.length
  const row = k * size
  const pivot = M[row + k]
  const along = a[k] / pivot
  for (let i = 0; i < size; i++) {
    if (i === k) continue
    const start = i * size
    const factor = M[start + k] / pivot
    for (let j = 0; j < size; j++) M[start + j] -= factor * M[row + j]
    M[start + k] = direction * factor
    a[i] -= M[row + i] * along
  }
  for (let j = 0; j < size; j++) M[row + j] = M[j * size + k]
  M[row + k] = -1 / pivot
  a[k] = direction * along
}

/** v = M(l1·signs)_A. */
function findSlopes(M: Float64Array, signs: Int8Array, l1: Float64Array, v: Float64Array): void {
  const size = v.length
  for (let j = 0; j < size; j++) v[j] = 0
  for (let k = 0; k < size; k++) {
    if (signs[k] === 0) continue
    const strength = signs[k] * l1[k]
    for (let j = 0; j < size; j++) v[j] += strength * M[k * size + j]
  }
}
