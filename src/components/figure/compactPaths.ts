/**
 * Rewrites the paths of an SVG text as relative steps, rounded to a tenth of a pixel: finer than a reader can see, and
 * half the bytes after compression.
 *
 * Only paths of moves, lines and cubic curves (M, L, C) are rewritten. Rounding errors do not accumulate, because each
 * step starts at the rounded point.
 *
 * @example
 * compactPaths('<path d="M1.04,2L3.111,2.5"/>') // '<path d="M1,2l2.1,.5"/>'
 */
export function compactPaths(svg: string): string {
  return svg.replace(/ d="([MLC0-9.,-]+)"/g, (_, path: string) => ` d="${inSteps(path)}"`)
}

function inSteps(path: string): string {
  let from = [0, 0]
  return Array.from(path.matchAll(/([MLC])([^MLC]*)/g), ([, command, numbers]) => {
    const to = numbers.split(',').map((number) => Math.round(10 * Number(number)))
    const start = command === 'M' ? [0, 0] : from
    from = to.slice(-2)
    const steps = to.map((value, k) => tenths(value - start[k % 2]))
    return (command === 'M' ? 'M' : command.toLowerCase()) + steps.join(',')
  }).join('')
}

const tenths = (value: number) => String(value / 10).replace(/^(-?)0\./, '$1.')
