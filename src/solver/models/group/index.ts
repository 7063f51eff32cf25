export type { GroupOptions } from './groupLasso.ts'
export { groupLambdaMax } from './groupLambdaMax.ts'
export { groupLasso, groupLassoPath } from './groupLasso.ts'
