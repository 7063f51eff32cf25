import { transform } from 'sucrase'
import { ARRAYS } from './arrays.ts'
import { LOAD, takeImports, type Import } from './imports.ts'
import { importable } from './importable.ts'
import { placeOf, sourcePlaces, type Place } from './places.ts'
import type { Failure, Program } from './types.ts'

/** A program as JavaScript. */
export interface Compiled {
  /**
   * An expression: an async function of the modules by name, of what stands for `import()`, and of the constructors of
   * arrays. It is strict, and the program begins on its second line.
   */
  script: string
  imports: readonly CompiledImport[]
  /** All modules that it names, each once. */
  modules: readonly string[]
  /** Where in the reader's code a place of `script` stood; undefined for places outside of it. */
  placeInCode(place: Place): Place | undefined
}

export interface CompiledImport extends Pick<Import, 'module' | 'names'> {
  /** Where it stands in the reader's code, if there. */
  place: Place | undefined
}

/** A program that cannot be compiled. */
export class CompileError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/**
 * Turns a program into one JavaScript function: types stripped, imports taken out, every line where it was.
 *
 * @throws CompileError with the code 'syntax' or 'unknown-import', and the place if it is in the reader's code
 */
export function compile({ setup = '', code, checks = '', tables = {} }: Program): Compiled {
  stripTypes(code)
  const head = setup === '' ? '' : `${setup}\n`
  const source = `${head}${code}\n${checks}`
  const first = head.split('\n').length
  const last = first + code.split('\n').length - 1
  const inCode = ({ line, column }: Place): Place | undefined =>
    line >= first && line <= last ? { line: line - first + 1, column } : undefined

  // Imports of types only are gone from a stripped program, yet a module that does not exist is worth a word.
  const written = takeImports(stripTypes(source, inCode, { keepUnusedImports: true }).code)
  const known = importable(Object.keys(tables))
  for (const { module, position } of [...written.statements, ...written.dynamic]) {
    if (known.includes(module)) continue
    throw new CompileError({
      code: 'unknown-import',
      message: `There is no module '${module}' here; a program can import ${known.map((name) => `'${name}'`).join(', ')}.`,
      ...inCode(placeOf(written.text, position)),
    })
  }

  const { code: stripped, sourceMap } = stripTypes(source, inCode)
  const { statements, dynamic, text } = takeImports(stripped)
  const placeInSource = sourcePlaces(sourceMap?.mappings ?? '')
  // What the set-up has imported already, the reader may import too.
  const bindings = [...new Set(statements.flatMap(bindingsOf))].join('')
  return {
    // In a block of its own, so that a program may use the names of the arrays for something else.
    script: `async ($modules, ${LOAD}, ${ARRAYS}) => { 'use strict'; { ${bindings}\n${text}\n} }`,
    imports: statements.map(({ module, names, position }) => ({
      module,
      names,
      place: inCode(placeOf(stripped, position)),
    })),
    modules: [...new Set([...statements, ...dynamic].map(({ module }) => module))],
    placeInCode({ line, column }) {
      const place = inCode(placeInSource({ line: line - 1, column }))
      // WebKit counts the columns of some slips from elsewhere.
      const isOnLine = place && place.column <= code.split('\n')[place.line - 1].length + 1
      return place && { ...place, column: isOnLine ? place.column : 1 }
    },
  }
}

function bindingsOf({ module, names }: Import): string[] {
  const exports = `$modules[${JSON.stringify(module)}]`
  return names.map(({ exported, local }) =>
    exported === '*'
      ? `const ${local} = ${exports}; `
      : `const ${local} = ${exports}.${exported}; `,
  )
}

function stripTypes(
  source: string,
  inCode: (place: Place) => Place | undefined = (place) => place,
  { keepUnusedImports = false } = {},
) {
  try {
    return transform(source, {
      transforms: ['typescript'],
      disableESTransforms: true,
      keepUnusedImports,
      filePath: 'program',
      sourceMapOptions: { compiledFilename: 'program' },
    })
  } catch (error) {
    throw new CompileError(syntaxFailure(error, inCode))
  }
}

function syntaxFailure(error: unknown, inCode: (place: Place) => Place | undefined): Failure {
  const { message = '', loc } = error as { message?: string; loc?: Place }
  const what = message.replace(/^Error transforming program: /, '').replace(/ \(\d+:\d+\)$/, '')
  return { code: 'syntax', message: what, ...(loc && inCode(loc)) }
}
