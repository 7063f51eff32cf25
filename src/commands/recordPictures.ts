/*
 * npm run pictures: draws the figures in the states of the visual record, and writes what has changed to tests/pictures.
 * With names, npm run pictures geometry path, only those figures.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, createServerModuleRunner } from 'vite'
import { fail, root } from './run.mjs'

// Figures are found by import.meta.glob and their programs read by ?raw: Vite has to run them.
const server = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { tsconfigPaths: true },
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
})
const runner = createServerModuleRunner(server.environments.ssr)
const { figures }: typeof import('../figures/index.ts') =
  await runner.import('/src/figures/index.ts')
const { picturesOf, RECORD }: typeof import('../components/figure/pictures.ts') =
  await runner.import('/src/components/figure/pictures.ts')

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(figures, name))
if (unknown.length > 0) {
  fail(`No figure is named ${unknown.join(', ')}; there are ${Object.keys(figures).join(', ')}.`)
}

for (const [name, load] of Object.entries(figures)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const pictures = await picturesOf(await load())
  const folder = `${root}${RECORD}/${name}`
  mkdirSync(folder, { recursive: true })
  for (const [state, svg] of Object.entries(pictures)) {
    const file = `${folder}/${state}.svg`
    if (existsSync(file) && readFileSync(file, 'utf8') === svg) continue
    writeFileSync(file, svg)
    console.log(`written: ${RECORD}/${name}/${state}.svg`)
  }
  for (const file of readdirSync(folder)) {
    if (Object.hasOwn(pictures, file.replace('.svg', ''))) continue
    rmSync(`${folder}/${file}`)
    console.log(`removed: ${RECORD}/${name}/${file}`)
  }
}
for (const name of readdirSync(`${root}${RECORD}`)) {
  if (Object.hasOwn(figures, name)) continue
  rmSync(`${root}${RECORD}/${name}`, { recursive: true })
  console.log(`removed: ${RECORD}/${name}`)
}
await server.close()
process.exit()
