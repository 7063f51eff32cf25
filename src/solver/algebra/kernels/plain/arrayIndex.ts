/** No array that a kernel reads is longer: 4 GB, so that the sum of two indices fits into a signed integer. */
export const LONGEST = 2 ** 29

/**
 * An index or a length, as it is; but a compiler sees now that it is one, and leaves out checks for signs and overflow: up
 * to a third of the time of a kernel. A sum of two such numbers indexes an array unchecked.
 */
export const asIndex = (value: number): number => value & 0x1fffffff
