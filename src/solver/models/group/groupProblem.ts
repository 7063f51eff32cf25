import { ShrinkageError } from '../../input/errors.ts'
import { powerOfTwoBelow } from '../../problem/columnScaling.ts'
import type { Problem } from '../../problem/problem.ts'

/** Beside a column that is larger by this, the squares of a column of its group would be lost. */
const SMALLEST_RATIO = 1e-140

/**
 * The problem as the group lasso sees it: with one scale for all columns of a group, as the penalty sees the length of
 * w_g and not its entries, and with sample weights whose sum is from 1 to 4, so that no square of X is lost.
 *
 * @throws ShrinkageError if columns of one group differ in scale by more than doubles can square.
 */
export function withGroupScales(problem: Problem, groups: number[][]): Problem {
  const { rows, columns, units } = problem
  const { weight, nullObjective } = units
  const root = powerOfTwoBelow(Math.sqrt(weight))
  const X = problem.workspace.allocate(rows * columns)
  const scales = units.scales.slice()
  for (const members of groups) {
    const varying = members.filter((j) => varies(problem, j))
    const largest = varying.reduce((most, j) => Math.max(most, units.scales[j]), 0)
    for (const j of varying) {
      const ratio = units.scales[j] / largest
      if (ratio < SMALLEST_RATIO) {
        throw new ShrinkageError(
          'overflow',
          `Column ${j} of X spans about ${units.scales[j].toExponential(0)} and another of its group ${largest.toExponential(0)}; rescale them to within a factor of 1e140.`,
          { name: 'X', column: j, given: units.scales[j], least: SMALLEST_RATIO * largest },
        )
      }
      for (let i = j * rows; i < (j + 1) * rows; i++) X[i] = (problem.X[i] / root) * ratio
    }
    for (const j of members) scales[j] = largest || 1
  }
  const y = problem.y.map((value) => value / root)
  const square = root * root
  const scaled = {
    ...units,
    scales,
    weight: weight / square,
    nullObjective: nullObjective / square,
  }
  return { ...problem, X, y, products: null, units: scaled }
}

/** Whether a column has anything but zeros, which is what a constant one has become. */
export function varies({ X, rows }: Problem, j: number): boolean {
  return X.subarray(j * rows, (j + 1) * rows).some((value) => value !== 0)
}
