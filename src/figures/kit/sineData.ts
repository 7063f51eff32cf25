/** The distribution of the points and of new points: y = truth(x) + noise, x uniform on [−1, 1]. */
export const truth = (x: number) => 0.75 * Math.sin(Math.PI * x)

/** Deviation of the noise. */
export const NOISE = 0.2

/** Grid on which a fit is drawn, compared with the truth, and searched for its steepest place. */
export const grid: readonly number[] = Array.from({ length: 301 }, (_, i) => (i - 150) / 150)
