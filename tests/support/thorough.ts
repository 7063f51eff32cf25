/** Whether all chapters, figures and languages are gone through, as `npm run test:all` does. */
export const thorough = process.env['THOROUGH'] !== undefined

/** All of a list, or in `npm test` the first of it. */
export function oneOf<T>(all: readonly T[]): readonly T[] {
  return thorough ? all : all.slice(0, 1)
}
