export { logisticLambdaMax } from './logisticLambdaMax.ts'
export type { LogisticOptions } from './logisticRegression.ts'
export { logisticPath, logisticRegression } from './logisticRegression.ts'
