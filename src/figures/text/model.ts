import type { Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { snap } from '../kit/parameters.ts'
import { parameters, strengths } from './parameters.ts'

/** A solution on the stored path, as written by `precompute/run.ts`. */
interface StoredFit {
  lambda: number
  intercept: number
  /** Pairs of the index of a term and its weight; positive weights favour Emma. */
  weights: number[][]
  trainAccuracy: number
  testAccuracy: number
  /** Duality gap over all features, relative to the objective at zero. */
  gap: number
  /** The largest slope of the loss in a feature outside every solution, as a share of λ. */
  outside: number
}

/** The stored part of a solution of ridge, which keeps every feature. */
interface StoredRidge {
  lambda: number
  /** Weights that are not zero. */
  kept: number
  trainAccuracy: number
  testAccuracy: number
  /** Duality gap, relative to the objective at zero. */
  gap: number
}

export interface StoredPath {
  /** The number of candidate words and word pairs. */
  features: number
  /** Numbers of passages of Pride and Prejudice and of Emma. */
  train: number[]
  test: number[]
  /** The terms with a nonzero weight somewhere on the path. */
  terms: string[]
  /** A solution for each strength of the slider, in ascending order. */
  path: StoredFit[]
  /** Ridge at the same strengths. */
  ridge: StoredRidge[]
}

export interface KeptTerm {
  term: string
  weight: number
}

/** A solution with its terms by name, from the strongest for Emma to the strongest for Pride and Prejudice. */
export interface Solution extends StoredFit {
  kept: KeptTerm[]
}

export type TextValues = Values<typeof parameters>

export interface TextModel {
  stored: StoredPath
  now: Solution
  ridge: StoredRidge
}

let stored: StoredPath | undefined

/** Loads the path once; undefined if it is loaded. */
export function loadPath(): Promise<void> | undefined {
  if (stored) return undefined
  return import('../../../content/data/novels-path.json').then((module) => {
    stored = module.default
  })
}

export function compute({ lambda }: TextValues): TextModel {
  if (!stored) throw new Error('The path of the novels is read before loadPath() is done.')
  const at = strengths.indexOf(snap(parameters.lambda, lambda))
  return { stored, now: solutionAt(stored, at), ridge: stored.ridge[at] }
}

const solutionAt = memoizeLast(({ terms, path }: StoredPath, at: number): Solution => {
  const fit = path[at]
  const kept = fit.weights
    .map(([k, weight]) => ({ term: terms[k], weight }))
    .sort((a, b) => b.weight - a.weight)
  return { ...fit, kept }
})
