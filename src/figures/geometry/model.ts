import { standardize } from 'shrinkage'
import type { Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { dataLoss, freeLoss, type Loss } from '../kit/quadraticLoss.ts'
import { columnsOf, tableOf, targets, type TableName } from '../kit/tables.ts'
import { parameters } from './parameters.ts'
import type { Penalty } from './penalty.ts'
import {
  solutionPath,
  solve,
  vanishing,
  zeroRegions,
  type Solution,
  type ZeroRegions,
} from './solve.ts'
import { throwL1, throwL2, throwLosses, type Throws } from './throws.ts'

export type GeometryValues = Values<typeof parameters>

export interface GeometryModel {
  values: GeometryValues
  loss: Loss
  penalty: Penalty
  solution: Solution
  path: Solution[]
  /** The smallest λ at which both weights are zero; Infinity if there is none. */
  lambdaMax: number
  /** Only if switched on. */
  regions: ZeroRegions | undefined
  cone: boolean
  /** A thousand solutions, computed on demand: not while the reader is dragging. */
  readonly throwsL1: Throws
  readonly throwsL2: Throws
}

export function compute(values: GeometryValues): GeometryModel {
  const penalty = penaltyOf(values.penalty, values.rho, values.q)
  const loss = lossOfValues(values)
  const lambdaMax = vanishing(loss, penalty)
  const losses = throwLosses(values.seed)
  return {
    values,
    loss,
    penalty,
    solution: solve(loss, penalty, values.lambda),
    path: solutionPath(loss, penalty, Math.min(lambdaMax, parameters.lambda.max)),
    lambdaMax,
    regions: values.regions ? zeroRegions(loss, penalty, values.lambda) : undefined,
    cone: values.cone,
    get throwsL1() {
      return throwL1(losses, values.lambda)
    },
    get throwsL2() {
      return throwL2(losses, values.lambda)
    },
  }
}

function lossOfValues({ loss, optimum, correlation, scale, first, second }: GeometryValues): Loss {
  return loss === 'free' ? freeLoss(optimum, correlation, scale) : dataLossOf(loss, first, second)
}

/**
 * Deviation of the standardized target in the units of the weights. The unit is a third of a deviation, so that the
 * weights of two real features fill the same picture as weights set by hand.
 */
export const targetDeviation = 3

/** The loss of two features of a data set, which must have been loaded. */
const dataLossOf = memoizeLast((name: TableName, first: string, second: string) => {
  const { X } = standardize(columnsOf(tableOf(name), [first, second, targets[name]]))
  const { rows, data } = X
  const correlation = (j: number, k: number) => {
    let sum = 0
    for (let i = 0; i < rows; i++) sum += data[j * rows + i] * data[k * rows + i]
    return sum / rows
  }
  return dataLoss(
    correlation(0, 1),
    correlation(0, 2),
    correlation(1, 2),
    targetDeviation,
    first,
    second,
  )
})

const kept = memoizeLast((kind: GeometryValues['penalty'], shape: number): Penalty => {
  if (kind === 'elastic-net') return { kind, rho: shape }
  return kind === 'lq' ? { kind, q: shape } : { kind }
})

const penaltyOf = (kind: GeometryValues['penalty'], rho: number, q: number) =>
  kept(kind, kind === 'elastic-net' ? rho : kind === 'lq' ? q : 0)
