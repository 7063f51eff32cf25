import { checkVector } from '../../input/checks.ts'
import type { VectorLike } from '../../fit.ts'

/** The features of each group, groups in the order in which their labels appear. */
export function readGroups(groups: VectorLike, columns: number): number[][] {
  const members = new Map<number, number[]>()
  checkVector(groups, 'groups', columns).forEach((label, j) => {
    const group = members.get(label)
    if (group) group.push(j)
    else members.set(label, [j])
  })
  return [...members.values()]
}
