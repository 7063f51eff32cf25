/** What the editor knows of the modules and globals that a program can use; made from their sources. */
export interface Api {
  /** The exports of each module by its name; a default export is called `default`. */
  modules: Record<string, Entry[]>
  globals: Entry[]
  /** The kinds of values; the others point to them by their place. */
  shapes: Shape[]
  /** The methods that lists, texts and numbers have from JavaScript. */
  builtins: Record<string, Entry[]>
}

/** Something with a name: an export, a global, a property or a method. */
export interface Entry {
  name: string
  kind: 'function' | 'class' | 'type' | 'constant' | 'property' | 'method'
  /** How TypeScript writes it, such as `lambda: number`. */
  signature: string
  doc?: string
  /** What the documentation says of the parameters. */
  parameters?: string
  shape?: number
  /** Of a method of lists: what it returns. */
  returns?: 'element' | 'list'
  /** Of a method of lists: which parameters of the function that it takes are elements. */
  callback?: number[]
}

/** A kind of value: what it holds, and what comes out of it when it is called, awaited or gone through. */
export interface Shape {
  /** How TypeScript writes it. */
  type: string
  members?: Entry[]
  /** The name of its methods in `builtins`. */
  builtin?: string
  element?: number
  awaited?: number
  /** Kind of each parameter; null where nothing is known. */
  parameters?: (number | null)[]
  returns?: number
  /** Where the result is a list of what a parameter yields: the place of that parameter. */
  listOf?: number
  /** What `new` makes of a class. */
  instance?: number
  /** The texts that it can be. */
  values?: string[]
}
