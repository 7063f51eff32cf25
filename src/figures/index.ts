import type { Figure } from './kit/figure.ts'

const modules = import.meta.glob<{ default: Figure }>('./*/index.ts')

/** Every figure of the course by the name of its folder, each loaded when first used. */
export const figures: Record<string, () => Promise<Figure>> = Object.fromEntries(
  Object.entries(modules).map(([path, load]) => [
    path.split('/')[1],
    () => load().then((module) => module.default),
  ]),
)
