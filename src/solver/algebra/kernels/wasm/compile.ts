/*
 * Compiles kernels.as to WebAssembly and writes it into module.ts, as text that any bundler can carry:
 * node src/solver/algebra/kernels/wasm/compile.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main } from 'assemblyscript/asc'

const source = new URL('kernels.as', import.meta.url)
const flags =
  '--runtime stub --importMemory --noExportMemory --initialMemory 0 --noAssert -O3 --converge'

/** The WebAssembly that kernels.as compiles to, for engines that have `features`. */
async function compileFor(features: readonly string[]): Promise<Uint8Array> {
  const options = [...flags.split(' '), ...features.flatMap((feature) => ['--enable', feature])]
  let module: Uint8Array | undefined
  const { error, stderr } = await main(['kernels.ts', '-o', 'kernels.wasm', ...options], {
    readFile: (name) => (name === 'kernels.ts' ? readFileSync(source, 'utf8') : null),
    writeFile: (_name, contents) => {
      module = contents as Uint8Array
    },
    listFiles: () => [],
  })
  if (error !== null || module === undefined) throw new Error(`${error?.message}\n${stderr}`)
  return module
}

/** The text of module.ts. */
export async function kernelsText(): Promise<string> {
  const strict = await compileFor(['simd'])
  const relaxed = await compileFor(['simd', 'relaxed-simd'])
  return `/* kernels.as, compiled by compile.ts: WebAssembly modules in base64. */

/** For every engine with SIMD. */
export const strictKernels =
${inBase64(strict)}

/** For engines that also have relaxed SIMD: it multiplies and adds in one step. */
export const relaxedKernels =
${inBase64(relaxed)}
`
}

function inBase64(module: Uint8Array): string {
  const lines = Buffer.from(module)
    .toString('base64')
    .match(/.{1,90}/g)!
  return lines.map((line) => `  '${line}'`).join(' +\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('module.ts', import.meta.url), await kernelsText())
}
