import { checkHeld, checkInteger, checkObject, checkPositive, checkRange } from '../input/checks.ts'

/** The figures of a fit that the criteria weigh against each other. */
export interface FitQuality {
  /** ‖y − b − Xw‖², ≥ 0. */
  residualSumOfSquares: number
  /** Number of samples. */
  n: number
  /** Effective number of parameters; with the intercept or without shifts all models alike. */
  degreesOfFreedom: number
}

/**
 * Akaike's information criterion for Gaussian noise of unknown variance, up to a constant: n·log(RSS/n) + 2·df.
 *
 * Estimates the error of prediction; the smallest value is best. −Infinity for a fit without residual.
 * Source: Akaike (1974), "A new look at the statistical model identification".
 *
 * @param quality of the fit
 * @throws ShrinkageError if a number is out of its range
 * @example
 * aic({ residualSumOfSquares: 50, n: 50, degreesOfFreedom: 3 }) // 6
 */
export function aic(quality: FitQuality): number {
  return deviance(quality) + 2 * quality.degreesOfFreedom
}

/**
 * The Bayesian information criterion for Gaussian noise of unknown variance, up to a constant: n·log(RSS/n) + log(n)·df.
 *
 * Penalizes large models more than {@link aic} for n ≥ 8; selects the true model among the candidates as n grows.
 * Source: Schwarz (1978), "Estimating the dimension of a model".
 *
 * @param quality of the fit
 * @throws ShrinkageError if a number is out of its range
 * @example
 * bic({ residualSumOfSquares: 50, n: 50, degreesOfFreedom: 3 }) // 3 * Math.log(50)
 */
export function bic(quality: FitQuality): number {
  return deviance(quality) + Math.log(quality.n) * quality.degreesOfFreedom
}

/**
 * Mallows' Cp: RSS/σ² − n + 2·df, an unbiased estimate of the scaled error of prediction ‖E y − ŷ‖²/σ².
 *
 * A model without bias has a Cp of about its df. Source: Mallows (1973), "Some comments on Cp".
 *
 * @param quality of the fit
 * @param noiseVariance σ² > 0, such as the residual variance of the full least-squares fit
 * @throws ShrinkageError if a number is out of its range
 * @example
 * mallowsCp({ residualSumOfSquares: 94, n: 50, degreesOfFreedom: 3 }, 2) // 3
 */
export function mallowsCp(quality: FitQuality, noiseVariance: number): number {
  check(quality)
  checkPositive(noiseVariance, 'noiseVariance')
  const { residualSumOfSquares, n, degreesOfFreedom } = quality
  return residualSumOfSquares / noiseVariance - n + 2 * degreesOfFreedom
}

function deviance(quality: FitQuality): number {
  check(quality)
  return quality.n * Math.log(quality.residualSumOfSquares / quality.n)
}

function check(quality: FitQuality): void {
  const { residualSumOfSquares, n, degreesOfFreedom } = checkObject(quality, 'quality')
  checkRange(residualSumOfSquares, 'residualSumOfSquares', 0)
  checkInteger(n, 'n', 1)
  checkRange(degreesOfFreedom, 'degreesOfFreedom', 0)
  checkHeld(Math.max(2, Math.log(n)) * degreesOfFreedom, 'degreesOfFreedom', 'degreesOfFreedom')
}
