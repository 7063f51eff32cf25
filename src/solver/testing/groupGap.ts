import type { FitOptions } from '../fit.ts'

/** The group lasso's data divided by their sizes, centred, and with the roots of the sample weights multiplied in. */
function plainProblem(X: number[][], y: number[], groups: number[], options: FitOptions) {
  const weights = Array.from(options.sampleWeights ?? y.map(() => 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const column = (values: number[], size: number): number[] => {
    let scaled = values.map((value) => value / size)
    // The second round takes off what rounding left over from the first.
    for (let round = 0; options.intercept && round < 2; round++) {
      const mean = scaled.reduce((sum, value, i) => sum + (weights[i] * value) / total, 0)
      scaled = scaled.map((value) => value - mean)
    }
    return scaled.map((value, i) => value * Math.sqrt(weights[i] / total))
  }
  const ySize = largest(y)
  const blocks = [...new Set(groups)].map((label) => {
    const members = [...groups.keys()].filter((j) => groups[j] === label)
    const size = largest(members.flatMap((j) => X.map((row) => row[j])))
    const columns = members.map((j) =>
      column(
        X.map((row) => row[j]),
        size,
      ),
    )
    return { members, columns, size, root: Math.sqrt(members.length) }
  })
  return { y: column(y, ySize), ySize, blocks }
}

/** The smallest λ at which every group is out: the largest ‖X_gᵀy‖/(n√|g|). */
export function groupLambdaMax(
  X: number[][],
  y: number[],
  groups: number[],
  options: FitOptions,
): number {
  const problem = plainProblem(X, y, groups, options)
  return problem.blocks.reduce((most, { columns, size, root }) => {
    const pull = Math.hypot(...columns.map((column) => dot(column, problem.y)))
    return Math.max(most, (pull / root) * size * problem.ySize)
  }, 0)
}

/** How far a fit may be above the minimum of the group lasso, as a share of the objective at zero; from the data alone. */
export function relativeGroupGap(
  X: readonly ArrayLike<number>[],
  y: ArrayLike<number>,
  groups: number[],
  { coefficients, lambda }: { coefficients: ArrayLike<number>; lambda: number },
  options: FitOptions,
): number {
  const rows = X.map((row) => Array.from(row))
  const problem = plainProblem(rows, Array.from(y), groups, options)
  const squares = dot(problem.y, problem.y)
  if (squares === 0) return 0
  const groupsOf = problem.blocks.map(({ members, columns, size, root }) => ({
    columns,
    // Far beyond all pulls, and short of where it times 0 is no number.
    bound: Math.min(1e200, ((lambda / problem.ySize) * root) / size),
    w: members.map((j) => (coefficients[j] / problem.ySize) * size),
  }))
  const r = problem.y.map((value, i) =>
    groupsOf.reduce((left, { columns, w }) => {
      return left - w.reduce((sum, value, k) => sum + value * columns[k][i], 0)
    }, value),
  )
  let shrink = 1
  for (const { columns, bound } of groupsOf) {
    const pull = Math.hypot(...columns.map((column) => dot(column, r)))
    const rounding = 1e-13 * Math.hypot(...columns.flat()) * Math.sqrt(squares)
    if (pull > bound + rounding) shrink = Math.min(shrink, bound / pull)
  }
  const gap = groupsOf.reduce(
    (sum, { columns, bound, w }) =>
      sum +
      bound * Math.hypot(...w) -
      shrink * w.reduce((inner, value, k) => inner + value * dot(columns[k], r), 0),
    ((1 - shrink) ** 2 * dot(r, r)) / 2,
  )
  return gap / (squares / 2)
}

function dot(a: number[], b: number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0)
}

function largest(values: number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
}
