/**
 * Makes the declarations in dist readable for TypeScript 4.9: they import each other as '.js' files, not by the '.ts' of
 * the sources (5.0), and typed arrays have no parameter (5.7).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const dist = fileURLToPath(new URL('dist/', import.meta.url))
for (const name of readdirSync(dist, { recursive: true })) {
  if (!name.endsWith('.d.ts')) continue
  const path = join(dist, name)
  const text = readFileSync(path, 'utf8')
    .replace(/(['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2')
    .replace(/(\w+Array)<ArrayBuffer(?:Like)?>/g, '$1')
  writeFileSync(path, text)
}
