import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes a problem where the scripts in `references` read it: its arrays as raw doubles, the rest in one line. */
export function writeProblem(
  folder: string,
  arrays: Record<string, Float64Array>,
  description: readonly (string | number)[],
) {
  for (const [name, values] of Object.entries(arrays)) {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    writeFileSync(join(folder, `${name}.bin`), bytes)
  }
  writeFileSync(join(folder, 'problem.txt'), `${description.join(' ')}\n`)
}
