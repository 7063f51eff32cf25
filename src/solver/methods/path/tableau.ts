import type { Penalty } from '../../problem/penalty.ts'
import type { StoredGram } from '../activeSet/gram.ts'
import { Knots } from './knots.ts'

/** A pivot below this share of H_jj would cost too many digits. */
const LEAST_PIVOT = 1e-6
/** A correlation nearer to its bound than this, relative to τ, is a tie. */
const TIE = 1e-9

/**
 * Follows the lasso path from λmax down in a tableau: for few features faster than by the Cholesky factor of
 * {@link followByHomotopy}.
 *
 * H is swept on the active features A. That makes M_AA = −H_AA⁻¹, M_IA = H_IA·H_AA⁻¹ for the others I, and leaves in
 * M_II what A does not explain of H_II. Swept along, a = c becomes a_A = H_AA⁻¹c_A and a_I = c_I − H_IA·a_A, and v, to which
 * each feature brings −l1·sign, becomes −H_AA⁻¹(l1·signs)_A and H_IA·H_AA⁻¹(l1·signs)_A. With bounds τ·l1 the line a + τv
 * then holds u_j for the features in A and the correlation z_j for all others. So the next knot is the largest τ at
 * which a u_j is 0 or a |z_j| is τ·l1_j, and a sweep on that j removes or adds it.
 *
 * Goodnight (1979), "A tutorial on the SWEEP operator"; Efron et al. (2004), "Least angle regression".
 *
 * @param gram XᵀX and Xᵀy.
 * @param penaltyAtMax the penalty at λmax.
 * @param tauMin where to stop, as a share of λmax.
 * @returns null where more care is needed: for ties, features that nearly depend on others, and unpenalized or
 *   non-negative ones.
 */
export function followByTableau(
  { size, H, Xty, allocate }: StoredGram,
  { l1, nonNegative }: Penalty,
  tauMin: number,
): Knots | null {
  if (nonNegative || l1.includes(0)) return null
  const M = allocate(size * size)
  const a = allocate(size)
  M.set(H)
  a.set(Xty)
  const v = allocate(size)
  const u = allocate(size)
  const line = allocate(size)
  const signs = new Int8Array(size)
  const knots = new Knots(size)
  let tau = Infinity
  for (let step = 0; step < 10 * size; step++) {
    const limit = tau * (1 - TIE)
    let next = tauMin
    let changing = -1
    for (let j = 0; j < size; j++) {
      const value = a[j]
      const slope = v[j]
      const root =
        signs[j] === 0
          ? Math.max(
              rootBetween(next, limit, value, l1[j] - slope),
              rootBetween(next, limit, -value, l1[j] + slope),
            )
          : rootBetween(next, limit, -signs[j] * value, signs[j] * slope)
      if (root > 0) {
        next = root
        changing = j
      }
    }
    // At λmax the first feature is at its bound, up to rounding.
    tau = step === 0 ? 1 : next
    for (let j = 0; j < size; j++) {
      const value = a[j] + tau * v[j]
      const isActive = signs[j] !== 0
      u[j] = isActive && j !== changing ? value : 0
      const slack = isActive
        ? signs[j] * value - TIE * Math.abs(v[j])
        : l1[j] * tau * (1 - TIE) - Math.abs(value)
      if (!(slack > 0) && j !== changing) return null
    }
    knots.push(tau, u)
    if (changing < 0) return knots
    const k = changing
    if (signs[k] !== 0) {
      sweep(M, a, v, k, -1, line)
      v[k] += l1[k] * signs[k]
      signs[k] = 0
    } else {
      if (!(M[k * size + k] > LEAST_PIVOT * H[k * size + k])) return null
      signs[k] = a[k] + tau * v[k] > 0 ? 1 : -1
      v[k] -= l1[k] * signs[k]
      sweep(M, a, v, k, 1, line)
    }
  }
  return null
}

/** The τ with τ·rate = value if it lies between `low` and `high`, else 0; only then is there a division. */
function rootBetween(low: number, high: number, value: number, rate: number): number {
  return value > low * rate && value < high * rate ? value / rate : 0
}

/**
 * Sweeps M, and a and v along with it, on feature k: direction 1 adds it, −1 removes it. Of M, which is symmetric, only
 * what is on and below the diagonal is kept.
 *
 * @param line p numbers, to be overwritten: column k before the sweep.
 */
function sweep(
  M: Float64Array,
  a: Float64Array,
  v: Float64Array,
  k: number,
  direction: number,
  line: Float64Array,
): void {
  const size = a.length
  const row = k * size
  for (let j = 0; j < k; j++) line[j] = M[row + j]
  for (let j = k; j < size; j++) line[j] = M[j * size + k]
  const pivot = line[k]
  const ak = a[k] / pivot
  const vk = v[k] / pivot
  for (let i = 0; i < size; i++) {
    const entry = line[i]
    const factor = entry / pivot
    const start = i * size
    for (let j = 0; j <= i; j++) M[start + j] -= factor * line[j]
    a[i] -= entry * ak
    v[i] -= entry * vk
  }
  for (let j = 0; j < k; j++) M[row + j] = (direction * line[j]) / pivot
  for (let j = k; j < size; j++) M[j * size + k] = (direction * line[j]) / pivot
  M[row + k] = -1 / pivot
  a[k] = direction * ak
  v[k] = direction * vk
}
