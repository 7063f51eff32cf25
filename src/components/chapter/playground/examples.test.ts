/* Runs every example through the compiler of the page, with the worker's own print, table and plot. */
import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as shrinkage from 'shrinkage'
import type { Output } from '../../../islands/code-cell/outputs/index.ts'
import type { SvgNode } from '../../../islands/code-cell/outputs/svg.ts'
import { compile } from '../../../islands/code-cell/run/compile.ts'
import { loadDataSets } from '../../../islands/code-cell/run/importable.ts'
import { consoleFor } from '../../../islands/code-cell/run/worker/console.ts'
import type { PlotScript } from '../../../islands/code-cell/run/worker/plot.ts'
import { programFor } from '../../../islands/playground/programFor.ts'
import { cases } from '../../../solver/testing/cases.ts'
import { programIn } from '../../lib/programIn.ts'
import { examples } from './examples.ts'

const scope = globalThis as { window?: unknown; $plot?: PlotScript }
await import('../../../islands/code-cell/run/worker/plot.ts')
const plotScript = scope.$plot!

/** The output of a program. */
async function shownBy(code: string, tables: Record<string, string> = {}): Promise<Output[]> {
  const { script } = compile({ code }, Object.keys(tables))
  const shown: Output[] = []
  const globals = consoleFor((output) => shown.push(output), plotScript)
  const own = Object.entries(tables).map(([name, text]) => [
    `data/${name}`,
    { default: shrinkage.readNumericTable(text) },
  ])
  const data = Object.entries(await loadDataSets(code)).map(([name, table]) => [
    name,
    { default: table },
  ])
  const program = new Function(...Object.keys(globals), `return (${script})`)
  await program(...Object.values(globals))({
    shrinkage,
    '@observablehq/plot': plotScript.Plot,
    ...Object.fromEntries([...data, ...own]),
  })
  return shown
}

const numbersIn = (outputs: readonly Output[]): string[] =>
  outputs.flatMap((output) => (output.kind === 'table' ? output.rows.flat() : []))

const pathsIn = ({ tag, attributes, children }: SvgNode): string[] => [
  ...(tag === 'path' ? [attributes.d] : []),
  ...children.flatMap((child) => (typeof child === 'string' ? [] : pathsIn(child))),
]

const linesIn = (outputs: readonly Output[]): string[] =>
  outputs.flatMap((output) => (output.kind === 'plot' ? pathsIn(output.svg) : []))

test('each file is offered, under its name', async () => {
  const files = await readdir('content/examples')
  const names = files.filter((file) => !file.endsWith('.d.ts')).map((file) => file.slice(0, -3))
  expect(examples.map(({ name }) => name).sort()).toEqual(names.sort())
})

/** The code of an example, with fewer samples if it draws many. */
const quicker = (code: string) =>
  code.replace(/(?<=^const samples = )200$/m, String(cases(20, 200)))

test.each(examples)('$name runs, shows numbers and lines, and goes forward', async ({ code }) => {
  const shown = await shownBy(quicker(code))
  expect(shown.filter(({ kind }) => kind === 'table').length).toBeGreaterThan(0)
  expect(numbersIn(shown)).not.toContain('NaN')
  expect(numbersIn(shown)).not.toContain('undefined')
  for (const output of shown) {
    if (output.kind === 'plot') expect(pathsIn(output.svg).join()).not.toMatch(/NaN|Infinity/)
  }
  expect(shown.some(({ kind }) => kind === 'plot')).toBe(code.includes('plot({'))
  const shares = shown.flatMap((output) => (output.kind === 'progress' ? [output.share] : []))
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.length >= 20).toBe(code.includes('progress('))
})

test.each(examples)('$name shows the same numbers in Chinese', async ({ code }) => {
  const english = await shownBy(quicker(code))
  const chinese = await shownBy(quicker(programIn('zh', code)))
  expect(numbersIn(chinese).map(Number)).toEqual(numbersIn(english).map(Number))
  expect(linesIn(chinese)).toEqual(linesIn(english))
})

test("the program for a reader's table fits that table, whatever its names hold", async () => {
  const target = `it's "y" \\ 目标`
  const rows = [...Array(12).keys()].map((i) => `${i},${(i * i) % 7},${3 * i + 1}`)
  const csv = `身高,b,"it's ""y"" \\ 目标"\n${rows.join('\n')}\n`
  const { code } = examples.find(({ name }) => name === 'own-table')!
  const shown = await shownBy(programFor(code, { name: '我的', target }), { 我的: csv })
  expect(numbersIn(shown)).toContain('身高')
  expect(numbersIn(shown)).not.toContain(target)
})
