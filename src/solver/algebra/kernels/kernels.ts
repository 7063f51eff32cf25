import { plainKernels } from './plain/plainKernels.ts'
import type { Kernels } from './types.ts'

/** The kernels in use. */
export let kernels: Kernels = plainKernels

/** Replaces the kernels in use, for the whole program. */
export function useKernels(replacement: Kernels): void {
  kernels = replacement
}
