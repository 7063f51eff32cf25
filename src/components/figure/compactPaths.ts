/**
 * Writes the paths of an SVG text in steps of a tenth of a pixel from point to point: finer than a reader sees, and half
 * the bytes once compressed.
 *
 * Only paths of moves and lines (M, L) are touched; the points never drift, as each step starts at the rounded one.
 *
 * @example
 * compactPaths('<path d="M1.04,2L3.111,2.5"/>') // '<path d="M1,2l2.1,.5"/>'
 */
export function compactPaths(svg: string): string {
  return svg.replace(/ d="([ML0-9.,-]+)"/g, (_, path: string) => ` d="${inSteps(path)}"`)
}

function inSteps(path: string): string {
  let [x, y] = [0, 0]
  const steps = path.matchAll(/([ML])(-?[\d.]+),(-?[\d.]+)/g)
  return Array.from(steps, ([, command, toX, toY]) => {
    const [fromX, fromY] = command === 'M' ? [0, 0] : [x, y]
    x = Math.round(10 * Number(toX))
    y = Math.round(10 * Number(toY))
    return `${command === 'M' ? 'M' : 'l'}${tenths(x - fromX)},${tenths(y - fromY)}`
  }).join('')
}

const tenths = (value: number) => String(value / 10).replace(/^(-?)0\./, '$1.')
