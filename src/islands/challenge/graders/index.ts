import type { Language } from '../../../figures/kit/figure.ts'
import { crossValidationGrader } from './crossValidation.ts'
import { report, type Grader, type Show } from './grade.ts'
import { lassoGrader } from './lasso.ts'
import { ridgeDescentGrader, ridgeEquationsGrader } from './ridge.ts'
import { standardizeGrader } from './standardize.ts'
import { adamWGrader, decayGrader } from './steps.ts'
import { largestGrader, minimumGrader, stepGrader } from './threshold.ts'

/** The graders by the id of their challenge. */
export const graders = {
  'lasso-by-hand': lassoGrader,
  'ridge-equations': ridgeEquationsGrader,
  'ridge-descent': ridgeDescentGrader,
  'coordinate-minimum': minimumGrader,
  'largest-lambda': largestGrader,
  'elastic-net-step': stepGrader,
  'standardize-training': standardizeGrader,
  'cross-validate': crossValidationGrader,
  'decay-by-hand': decayGrader,
  'adamw-by-hand': adamWGrader,
} as const satisfies Record<string, Grader>

/**
 * Judges the answer to a coding task by its certificate, and shows it: what the checks of the task call.
 *
 * @param id of the challenge
 * @param answer the reader's function
 * @param language of the page
 * @param show `check` and `table` of the cell
 */
export function judge(
  id: keyof typeof graders,
  answer: unknown,
  language: Language,
  show: Show,
): void {
  report(graders[id], answer, language, show)
}
