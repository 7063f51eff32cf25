import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as shrinkage from 'shrinkage'

const source = fileURLToPath(new URL('.', import.meta.url))
const compiler = fileURLToPath(import.meta.resolve('typescript/lib/tsc.js'))
const folder = mkdtempSync(join(tmpdir(), 'shrinkage-'))
const installed = join(folder, 'node_modules', 'shrinkage')

/** Runs npm in a folder; on Windows npm is a script of the shell. */
function npm(cwd: string, ...words: string[]): string {
  const shell = process.platform === 'win32'
  return execFileSync('npm', words, { cwd, shell, encoding: 'utf8', stdio: 'pipe' })
}

/** Runs a program of plain JavaScript in the folder where the package is installed. */
function runNode(program: string): string {
  const words = ['--input-type=module', '--eval', program]
  return execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
}

function filesOf(ending: string): string[] {
  return readdirSync(installed, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ending),
  )
}

beforeAll(() => {
  npm(source, 'pack', '--pack-destination', folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', join(folder, tarball))
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the installed package runs in plain Node and gives the same answers', () => {
  const program = `
    import { lasso } from 'shrinkage'
    console.log(JSON.stringify(lasso([[1, 2], [3, 1], [2, 4]], [1, 4, 2], 0.1)))`
  const wanted = shrinkage.lasso(
    [
      [1, 2],
      [3, 1],
      [2, 4],
    ],
    [1, 4, 2],
    0.1,
  )
  expect(JSON.parse(runNode(program))).toEqual(JSON.parse(JSON.stringify(wanted)))
})

test('the installed package exports all that the sources export', () => {
  const program = `console.log(JSON.stringify(Object.keys(await import('shrinkage')).sort()))`
  expect(JSON.parse(runNode(program))).toEqual(Object.keys(shrinkage).sort())
})

test('a browser can load it: every import is a relative path to a file of the package', () => {
  const scripts = filesOf('.js')
  expect(scripts.length).toBeGreaterThan(10)
  for (const name of scripts) {
    const text = readFileSync(join(installed, name), 'utf8')
    const specifiers = [...text.matchAll(/(?:from|import)(?:\s+|\s*\(\s*)(["'])(.+?)\1/g)].map(
      (m) => m[2],
    )
    for (const specifier of specifiers) expect(specifier, name).toMatch(/^\.\.?\/[\w./]+\.js$/)
    expect(text, name).not.toMatch(/\b(process|Buffer|require|window|document)\b\s*[.(]/)
  }
})

test('its declarations use nothing that TypeScript 4.9 does not know', () => {
  const names = filesOf('.d.ts')
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) {
    const text = readFileSync(join(installed, name), 'utf8')
    const specifiers = [...text.matchAll(/from\s+(["'])(.+?)\1/g)].map((m) => m[2])
    for (const specifier of specifiers) expect(specifier, name).toMatch(/^\.\.?\/[\w./]+\.js$/)
    expect(text, name).not.toMatch(/Array<ArrayBuffer|export type \*|<const /)
  }
})

test('its types check in strict TypeScript, and refuse a call that is wrong', () => {
  const program = `
    import { crossValidate, lasso, lassoPath, pathAt, predict, type Fit } from 'shrinkage'
    const fit: Fit = lasso([[1], [2]], [1, 2], 0.1)
    export const gap: number = fit.dualityGap
    export const y: Float64Array = predict(fit, [[3]])
    export const point: Float64Array = pathAt(lassoPath([[1], [2]], [1, 2]), 0.1).coefficients
    export const chosen: Fit = crossValidate([[1], [2]], [1, 2], { folds: 2 }).minimum.fit
    // @ts-expect-error: y must be numbers
    lasso([[1], [2]], ['1', '2'], 0.1)
    // @ts-expect-error: a gap is no text
    export const text: string = lasso([[1], [2]], [1, 2], 0.1).dualityGap`
  writeFileSync(join(folder, 'program.ts'), program)
  for (const module of [['nodenext'], ['esnext', '--moduleResolution', 'bundler']]) {
    // Without the types of a browser, which the package must not need.
    const words = [
      compiler,
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--lib',
      'es2022',
      '--module',
    ]
    const run = () =>
      execFileSync(process.execPath, [...words, ...module, 'program.ts'], {
        cwd: folder,
        encoding: 'utf8',
      })
    expect(run).not.toThrow()
  }
}, 60_000)

test('it carries README, licence and types, and no tests, sources or fixtures', () => {
  const names = readdirSync(installed).sort()
  expect(names).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json'])
  expect(filesOf('.d.ts')).toHaveLength(filesOf('.js').length)
  for (const ending of ['.test.js', '.py', '.R']) expect(filesOf(ending)).toEqual([])
  const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  expect(dependencies).toBeUndefined()
})
