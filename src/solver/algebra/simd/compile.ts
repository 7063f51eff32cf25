/*
 * Compiles kernels.as to WebAssembly and writes it into kernelsWasm.ts, as text that any bundler can carry:
 * node src/solver/algebra/simd/compile.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { main } from 'assemblyscript/asc'

const source = new URL('kernels.as', import.meta.url)
const flags =
  '--runtime stub --importMemory --noExportMemory --initialMemory 0 --enable simd --noAssert -O3 --converge'

/** The module that kernels.as compiles to. */
export async function compileKernels(): Promise<Uint8Array> {
  let module: Uint8Array | undefined
  const { error, stderr } = await main(['kernels.ts', '-o', 'kernels.wasm', ...flags.split(' ')], {
    readFile: (name) => (name === 'kernels.ts' ? readFileSync(source, 'utf8') : null),
    writeFile: (_name, contents) => {
      module = contents as Uint8Array
    },
    listFiles: () => [],
  })
  if (error !== null || module === undefined) throw new Error(`${error?.message}\n${stderr}`)
  return module
}

/** The text of kernelsWasm.ts. */
function moduleText(module: Uint8Array): string {
  const lines = Buffer.from(module)
    .toString('base64')
    .match(/.{1,90}/g)!
  const parts = lines.map((line) => `  '${line}'`).join(' +\n')
  return `/** kernels.as, compiled by compile.ts: a WebAssembly module in base64. */\nexport const kernelsWasm =\n${parts}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('kernelsWasm.ts', import.meta.url), moduleText(await compileKernels()))
}
