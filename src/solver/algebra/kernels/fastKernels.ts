import { useKernels } from './kernels.ts'

/**
 * Loads kernels in SIMD WebAssembly, about six kilobytes compressed, for all fits from then on: large ones become
 * several times faster, small ones stay as they are, and the answers agree to rounding. The memory of the last large
 * problem, up to 64 MB, is kept for the next.
 *
 * @returns whether they are in use; not where WebAssembly has no SIMD or the page's policy forbids it, and then the plain
 *   kernels stay.
 *
 * @example
 * const isFast = await loadFastKernels()
 * typeof isFast // 'boolean'
 */
export async function loadFastKernels(): Promise<boolean> {
  const { compileSimdKernels } = await import('./wasm/wasmKernels.ts')
  try {
    useKernels(await compileSimdKernels())
    return true
  } catch {
    return false
  }
}
