const isThorough = process.env['THOROUGH'] !== undefined

/**
 * How many random cases a test draws.
 *
 * @param some number in `npm test`
 * @param all number in `npm run test:all`
 */
export function cases(some: number, all: number): number {
  return isThorough ? all : some
}
