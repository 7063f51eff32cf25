import { decode } from '@jridgewell/sourcemap-codec'
import { transform } from 'sucrase'
import type { Failure } from '../outputs/failure.ts'
import { placeOf, type Place } from '../place.ts'
import { GRADERS, importable } from './importable.ts'
import { LOAD, takeImports, type Import } from './imports.ts'
import type { Program } from './types.ts'

/** A program as JavaScript. */
export interface Compiled {
  /**
   * An expression: an async function of the modules by name, of what stands for `import()`, and of what it returns when
   * its last line has run. It is strict, and the program begins on its second line.
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
export function compile(
  { setup = '', code, checks = '' }: Omit<Program, 'tables' | 'timeLimit'>,
  tables: readonly string[] = [],
): Compiled {
  stripTypes(code) // a slip in it is told by itself, whatever the checks behind it then look like
  const head = setup === '' ? '' : `${setup}\n`
  const source = `${head}${code}\n${checks}`
  const first = head.split('\n').length
  const last = first + code.split('\n').length - 1
  const inCode = ({ line, column }: Place): Place | undefined =>
    line >= first && line <= last ? { line: line - first + 1, column } : undefined

  // Imports of types only are gone from a stripped program, yet a module that does not exist is worth a word.
  const written = takeImports(stripTypes(source, inCode, { keepUnusedImports: true }).code)
  const known = importable(tables)
  for (const { module, position } of [...written.statements, ...written.dynamic]) {
    if (known.includes(module) || module === GRADERS) continue
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
    script: `async ($modules, ${LOAD}, $whole) => { 'use strict'; { ${bindings}\n${text}\n} return $whole }`,
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

/** Finds where a place of the compiled program stood in what was written; `mappings` as in a source map. */
function sourcePlaces(mappings: string): (place: Place) => Place {
  const lines = decode(mappings)
  return ({ line, column }) => {
    const segments = lines[line - 1] ?? []
    const before = segments.findLast(([generated]) => generated <= column - 1)
    if (before?.[3] === undefined) return { line, column }
    return { line, column: before[3] + column - before[0] }
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
