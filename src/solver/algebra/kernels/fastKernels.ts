import { useKernels } from './kernels.ts'

/**
 * Loads kernels in SIMD WebAssembly, about six kilobytes compressed, for all later fits: large ones become several times
 * faster, small ones do not change, and the results agree to rounding. The memory of the last large problem, up to 64 MB,
 * is kept for the next.
 *
 * @returns whether they are in use; false, with the plain kernels still in place, where WebAssembly lacks SIMD or the
 *   page's policy forbids it.
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
