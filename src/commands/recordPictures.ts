/*
 * npm run pictures: draws the figures in the states of the visual record and writes the changed pictures to
 * tests/pictures; likewise the picture of the architecture. npm run pictures NAME …: only the given figures.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { drawHouse } from '../build/architecture/draw.ts'
import { importsBetweenRooms } from '../build/architecture/imports.ts'
import { withVite } from '../build/openSite.ts'
import { fail, root } from './run.mjs'

const asked = process.argv.slice(2)
if (asked.length === 0) write('docs/architecture.svg', drawHouse(importsBetweenRooms()))

await withVite(root, async (vite) => {
  const load = <T>(path: string) => vite.ssrLoadModule(path) as Promise<T>
  const { figures } = await load<typeof import('../figures/index.ts')>('/src/figures/index.ts')
  const { picturesOf, RECORD } = await load<typeof import('../components/figure/pictures.ts')>(
    '/src/components/figure/pictures.ts',
  )
  const names = Object.keys(figures)
  const unknown = asked.find((name) => !names.includes(name))
  if (unknown) fail(`There is no figure “${unknown}”; expected one of ${names.join(', ')}.`)

  for (const name of asked.length > 0 ? asked : names) {
    const folder = `${RECORD}/${name}`
    mkdirSync(`${root}${folder}`, { recursive: true })
    const pictures = await picturesOf(await figures[name]())
    for (const [state, svg] of Object.entries(pictures)) write(`${folder}/${state}.svg`, svg)
    const states = Object.keys(pictures).map((state) => `${state}.svg`)
    for (const file of readdirSync(`${root}${folder}`)) {
      if (!states.includes(file)) remove(`${folder}/${file}`)
    }
  }
  for (const name of readdirSync(`${root}${RECORD}`)) {
    if (!names.includes(name)) remove(`${RECORD}/${name}`)
  }
})

function write(path: string, svg: string) {
  const file = root + path
  if (existsSync(file) && readFileSync(file, 'utf8') === svg) return
  writeFileSync(file, svg)
  console.log(`written: ${path}`)
}

function remove(path: string) {
  rmSync(root + path, { recursive: true })
  console.log(`removed: ${path}`)
}
