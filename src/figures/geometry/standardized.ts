import { standardize } from 'shrinkage'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { columnsOf, loadTable, tableOf, type TableName } from '../kit/tables.ts'
import { dataLoss } from '../kit/quadraticLoss.ts'

/**
 * Deviation of the standardized target in the units of the weights. A third of a deviation is the unit, so that the
 * weights of two real features fill the same picture as weights set by hand.
 */
export const targetDeviation = 3

export const targets: Record<TableName, string> = { diabetes: 'target', prostate: 'lpsa' }

export const loadFeatures = (name: TableName): Promise<void> | undefined => loadTable(name)

/** The loss of two features of a data set, which must have been loaded. */
export const dataLossOf = memoizeLast((name: TableName, first: string, second: string) => {
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
