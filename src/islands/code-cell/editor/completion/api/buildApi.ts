import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import type { Api, Entry } from './api.ts'
import { Shapes } from './shapes.ts'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const environment = path('environment.d.ts')
const solver = path('../../../../../solver/index.ts')

/** Reads from the sources of `shrinkage` and of the cells' environment what the editor tells of them. */
export function buildApi(): { api: Api; sources: string[] } {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    types: [],
    paths: { shrinkage: [solver] },
  }
  const plot = fileOf('@observablehq/plot', options)
  const program = ts.createProgram([environment, solver, plot], options)
  const checker = program.getTypeChecker()
  const shapes = new Shapes(program)
  const exportsOf = (file: string) => {
    const source = program.getSourceFile(file)
    const symbol = source && checker.getSymbolAtLocation(source)
    if (!symbol) throw new Error(`${file} is no module.`)
    return checker.getExportsOfModule(symbol)
  }

  const [data, globals] = [true, false].map((wanted) =>
    exportsOf(environment).filter(({ name }) => (name === 'imports') === wanted),
  )
  const tables = checker.getDeclaredTypeOfSymbol(data[0]).getProperties()
  const api: Api = {
    modules: {
      shrinkage: exportsOf(solver).map((symbol) => shapes.entry(symbol)),
      // Its functions and constants, in words alone: their types would be more than all the rest.
      '@observablehq/plot': exportsOf(plot)
        .map((symbol) => shapes.entryAlone(symbol))
        .filter(({ kind }) => kind === 'function' || kind === 'constant'),
      ...Object.fromEntries(
        tables.map((symbol) => [symbol.name, [defaultExport(shapes.entry(symbol))]]),
      ),
    },
    globals: globals.map((symbol) => shapes.entry(symbol)),
    shapes: shapes.shapes,
    builtins: shapes.builtins,
  }
  const sources = program
    .getSourceFiles()
    .map(({ fileName }) => fileName)
    .filter((file) => !file.includes('/node_modules/'))
  return { api, sources }
}

function fileOf(module: string, options: ts.CompilerOptions): string {
  const { resolvedModule } = ts.resolveModuleName(module, environment, options, ts.sys)
  if (!resolvedModule) throw new Error(`${module} is not installed.`)
  return resolvedModule.resolvedFileName
}

function defaultExport(entry: Entry): Entry {
  return { ...entry, name: 'default', signature: entry.signature.replace(/^.*?(?=: )/, 'default') }
}
