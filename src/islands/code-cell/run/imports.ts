import { parse } from 'es-module-lexer/js'

/** What a statement of import takes from one module. */
export interface Import {
  module: string
  /** Exported names to local ones; `*` is the module as a whole. */
  names: readonly { exported: string; local: string }[]
  /** Where the statement begins in the text. */
  position: number
}

export interface Imports {
  /** The statements at the head of a program. */
  statements: readonly Import[]
  /** Modules that `import('…')` names, and where. */
  dynamic: readonly { module: string; position: number }[]
  /** The text without its statements; a dynamic import is a call of `LOAD`. */
  text: string
}

/** Stands for the keyword `import` in dynamic imports, and is as long. */
export const LOAD = '$load_'

/** Finds and takes out the imports of a JavaScript module. */
export function takeImports(source: string): Imports {
  const statements: Import[] = []
  const dynamic: { module: string; position: number }[] = []
  let text = source
  const put = (start: number, replacement: string) => {
    text = text.slice(0, start) + replacement + text.slice(start + replacement.length)
  }
  for (const { n: module, s: from, ss: start, se: end, d: kind } of parse(source)[0]) {
    if (kind >= 0) {
      if (module !== undefined) dynamic.push({ module, position: start })
      put(start, LOAD)
    } else if (kind === -1 && module !== undefined && source.startsWith('import', start)) {
      const clause = source.slice(start + 'import'.length, from - 1)
      statements.push({ module, names: namesOf(clause), position: start })
      put(start, source.slice(start, end).replace(/[^\n]/g, ' '))
    }
  }
  return { statements, dynamic, text: text.replace(HIDDEN_IMPORT, '\\import') }
}

/**
 * What the lexer takes for part of a comment or a text, where a backslash before it changes nothing. Where the engine
 * reads it as code, as after U+2028 in a comment, the backslash makes it an error of syntax.
 */
const HIDDEN_IMPORT = /(?<!(?<!\.\.)\.)\bimport(?=\s*[(/.])/g

/** The names in `a, { b as c }`, `* as d` and the like, which stand before `from`. */
function namesOf(clause: string): Import['names'] {
  const plain = clause.replace(/\/\*[^]*?\*\/|\/\/.*/g, ' ').replace(/\bfrom\s*$/, '')
  const named = /\{([^}]*)\}/.exec(plain)?.[1] ?? ''
  const whole = /\*\s*as\s+([^\s,]+)/.exec(plain)?.[1]
  const standard = /^\s*([^\s{},*]+)/.exec(plain)?.[1]
  return [
    ...(standard ? [{ exported: 'default', local: standard }] : []),
    ...(whole ? [{ exported: '*', local: whole }] : []),
    ...named
      .split(',')
      .map((part) => part.trim().split(/\s+as\s+/))
      .filter(([name]) => name !== '')
      .map(([exported, local = exported]) => ({ exported, local })),
  ]
}
