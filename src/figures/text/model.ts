import type { Values } from '../kit/figure.ts'
import { memoizeLast } from '../kit/memoizeLast.ts'
import { snap } from '../kit/parameters.ts'
import { parameters, strengths } from './parameters.ts'

/** One solution of the stored path, as `precompute/run.ts` writes it. */
interface StoredFit {
  lambda: number
  intercept: number
  /** Pairs of a term's number and its weight; positive weights speak for Emma. */
  weights: number[][]
  trainAccuracy: number
  testAccuracy: number
  /** Duality gap over all features, relative to the objective at zero. */
  gap: number
  /** The hardest pull at a feature that is in no solution, as a share of λ. */
  outside: number
}

/** What is stored of a solution of ridge, which keeps every feature. */
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
  /** How many words and pairs of words the model had to choose from. */
  features: number
  /** Passages of Pride and Prejudice and of Emma. */
  train: number[]
  test: number[]
  /** The terms that have a weight somewhere on the path. */
  terms: string[]
  /** From the smallest strength to the largest, one for each of the slider. */
  path: StoredFit[]
  /** Ridge at the same strengths. */
  ridge: StoredRidge[]
}

export interface KeptTerm {
  term: string
  weight: number
}

/** A solution with its terms by name, from the one that speaks most for Emma to that for Pride and Prejudice. */
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

/** Fetches the path once; undefined when it is at hand. */
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
