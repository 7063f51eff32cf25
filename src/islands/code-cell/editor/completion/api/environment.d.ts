// What a program in a cell finds besides `shrinkage`: the source of the editor's completion. The
// exports are its globals; `imports` gives the default export of each module of data.
import type { NumericTable } from 'shrinkage'

// Without this line every declaration would count as exported.
export {}

/** Shows values as text, separated by spaces, numbers with all their digits. */
export declare function print(...values: unknown[]): void

/** Shows a table: one row for each object or array, or one column for each array of an object. */
export declare function table(
  rows: readonly object[] | Readonly<Record<string, ArrayLike<unknown>>>,
): void

/** Draws a picture: options of Observable Plot, or what Plot.plot returns. */
export declare function plot(optionsOrFigure: object): void

/** Tells how far a long computation is: a share from 0 to 1, and what it is doing. */
export declare function progress(share: number, label?: string): void

/** Which words and pairs of words occur in which passages of two novels. */
interface Novels {
  /** The titles. */
  novels: string[]
  /** Words and pairs of words that were counted; `terms` holds the ones that matter. */
  features: number
  /** Passages to learn from, by novel. */
  train: number[]
  /** Passages to test with, by novel. */
  test: number[]
  /** Ridge with all features, by λ: the shares of passages that it tells right, of those learned from and of others. */
  ridge: Record<string, number[]>
  /** For each term one bit per passage, packed and in base64. */
  terms: Record<string, string>
}

export interface imports {
  /** 442 patients: ten measurements, and the progress of their diabetes a year later, in column `target`. */
  'data/diabetes': NumericTable
  /** 97 men before prostate surgery: eight measurements, and the logarithm of the antigen in column `lpsa`. */
  'data/prostate': NumericTable
  /** Passages of two novels by Jane Austen. */
  'data/novels': Novels
}
