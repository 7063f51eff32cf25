/** What a program may import, besides the reader's own tables. */
export const LIBRARIES = ['shrinkage', '@observablehq/plot'] as const
export const DATA_SETS = ['diabetes', 'prostate', 'novels'] as const

export type Library = (typeof LIBRARIES)[number]
export type DataSet = (typeof DATA_SETS)[number]

/** A module by its name, with its exports: a data set has one, `default`. */
export type Modules = Readonly<Record<string, object>>

/** All names that a program with tables of these names may import. */
export const importable = (tables: readonly string[]): string[] => [
  ...LIBRARIES,
  ...[...DATA_SETS, ...tables].map((name) => `data/${name}`),
]
