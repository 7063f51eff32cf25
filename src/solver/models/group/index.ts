export type { GroupOptions } from './groupLasso.ts'
export { groupLasso } from './groupLasso.ts'
