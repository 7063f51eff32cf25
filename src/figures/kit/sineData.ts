/** What the points are drawn from, and what new points come from: y = truth(x) + noise, x even on [−1, 1]. */
export const truth = (x: number) => 0.75 * Math.sin(Math.PI * x)

/** Deviation of the noise. */
export const NOISE = 0.2

/** Where a fit is drawn, held against the truth, and searched for its steepest place. */
export const grid: readonly number[] = Array.from({ length: 301 }, (_, i) => (i - 150) / 150)
