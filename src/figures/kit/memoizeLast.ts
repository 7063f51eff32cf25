/**
 * Memoizes the last call of a function. As long as the arguments are identical, so is the result, which is how a layer
 * knows that it need not be redrawn.
 *
 * @example
 * const square = memoizeLast((x: number) => [x * x])
 * square(3) === square(3) // true
 */
export function memoizeLast<A extends readonly unknown[], R>(compute: (...args: A) => R) {
  let last: { args: A; result: R } | undefined
  return (...args: A): R => {
    if (!last || args.some((argument, i) => !Object.is(argument, last?.args[i]))) {
      last = { args, result: compute(...args) }
    }
    return last.result
  }
}
