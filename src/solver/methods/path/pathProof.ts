import { boundByGram, certifyByGram, type Certificate } from '../../problem/certificate.ts'
import type { Corners } from './knots.ts'
import type { DualBound } from '../../problem/dualGap.ts'
import { gramLineGaps } from './gramLineGaps.ts'
import { emptyPenalty, type Penalty } from '../../problem/penalty.ts'
import { derived, type Problem } from '../../problem/problem.ts'
import type { GramQuadratic } from '../activeSet/gram.ts'
import { uniquenessNotes } from '../activeSet/uniqueness.ts'

/** The proof of a point, and what there is to say of its uniqueness. */
export interface Proven {
  certificate: Certificate
  notes: string[]
}

/** Proves points of a path from the products of the features that take part in it, without the data. */
export interface PathProof {
  /** Both put the correlations into `correlations`. */
  prove(penalty: Penalty, u: Float64Array, correlations: Float64Array): Proven
  bound(penalty: Penalty, u: Float64Array, correlations: Float64Array): DualBound
  /** The gaps on the lines between corners in one go; null if they have to be proven point by point. */
  lineGaps(corners: Corners, ceiling: Penalty): Float64Array | null
}

/** The proof from the products of all features. */
export function proofOfAll(problem: Problem, quadratic: GramQuadratic): PathProof {
  return {
    prove(penalty, u, z) {
      const certificate = certifyByGram(problem, quadratic, penalty, u, z)
      return { certificate, notes: uniquenessNotes(problem, penalty, z, u, () => quadratic) }
    },
    bound: (penalty, u, z) => boundByGram(problem, quadratic, penalty, u, z),
    lineGaps: (corners, ceiling) => gramLineGaps(problem, quadratic, corners, ceiling),
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
  const some = derived(problem, { columns, scales })
  const penalty = emptyPenalty(columns, nonNegative)
  const u = new Float64Array(columns)
  const z = new Float64Array(columns)

  function selectBounds(full: Penalty): void {
    for (let k = 0; k < columns; k++) penalty.l1[k] = full.l1[members[k]]
  }

  function select(full: Penalty, all: Float64Array): void {
    selectBounds(full)
    for (let k = 0; k < columns; k++) u[k] = all[members[k]]
  }

  /** Correlations of the others count nowhere, as their u are 0. */
  function spread(correlations: Float64Array): void {
    for (let k = 0; k < columns; k++) correlations[members[k]] = z[k]
  }

  return {
    prove(full, all, correlations) {
      select(full, all)
      const certificate = certifyByGram(some, quadratic, penalty, u, z)
      const notes = uniquenessNotes(some, penalty, z, u, () => quadratic, members)
      spread(correlations)
      return { certificate: { ...certificate, correlations }, notes }
    },
    bound(full, all, correlations) {
      select(full, all)
      const bound = boundByGram(some, quadratic, penalty, u, z)
      spread(correlations)
      return { ...bound, correlations }
    },
    lineGaps(corners, ceiling) {
      selectBounds(ceiling)
      return gramLineGaps(some, quadratic, corners.of(members), penalty)
    },
  }
}
