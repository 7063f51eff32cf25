import { boundByGram, certifyByGram, type Certificate } from './certificate.ts'
import type { DualBound } from './dualBound.ts'
import { emptyPenalty, type Penalty } from './penalty.ts'
import type { Problem } from './problem.ts'
import type { GramQuadratic } from './quadratic.ts'

/** Proves points of a path from the products of the features that take part in it, without the data. */
export interface PathProof {
  certify(penalty: Penalty, u: Float64Array, correlations: Float64Array): Certificate
  bound(penalty: Penalty, u: Float64Array, correlations: Float64Array): DualBound
}

/** The proof from the products of all features. */
export function proofOfAll(problem: Problem, quadratic: GramQuadratic): PathProof {
  return {
    certify: (penalty, u, z) => certifyByGram(problem, quadratic, penalty, u, z),
    bound: (penalty, u, z) => boundByGram(problem, quadratic, penalty, u, z),
  }
}

/** The proof from the products of some features, where all others are proven to stay out of the path. */
export function proofOfSome(
  problem: Problem,
  quadratic: GramQuadratic,
  members: Int32Array,
  nonNegative: boolean,
): PathProof {
  const columns = members.length
  const scales = Float64Array.from(members, (j) => problem.scales[j])
  const some = { ...problem, columns, scales }
  const penalty = emptyPenalty(columns, nonNegative)
  const u = new Float64Array(columns)
  const z = new Float64Array(columns)

  function select(full: Penalty, all: Float64Array): void {
    for (let k = 0; k < columns; k++) {
      penalty.l1[k] = full.l1[members[k]]
      u[k] = all[members[k]]
    }
  }

  /** Correlations of the others count nowhere, as their u are 0. */
  function spread<Bound extends DualBound>(bound: Bound, correlations: Float64Array): Bound {
    for (let k = 0; k < columns; k++) correlations[members[k]] = z[k]
    return { ...bound, correlations }
  }

  return {
    certify(full, all, correlations) {
      select(full, all)
      return spread(certifyByGram(some, quadratic, penalty, u, z), correlations)
    },
    bound(full, all, correlations) {
      select(full, all)
      return spread(boundByGram(some, quadratic, penalty, u, z), correlations)
    },
  }
}
