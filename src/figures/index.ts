import type { Figure } from './figure.ts'

/** Every figure of the course by its name, each fetched when it is wanted. */
export const figures: Record<string, () => Promise<Figure>> = {
  geometry: () => import('./geometry/index.ts').then((module) => module.geometry),
  'feature-selection': () =>
    import('./feature-selection/index.ts').then((module) => module.featureSelection),
  'weight-decay': () => import('./weight-decay/index.ts').then((module) => module.weightDecay),
  overfitting: () => import('./overfitting/index.ts').then((module) => module.overfitting),
  perturbation: () => import('./perturbation/index.ts').then((module) => module.perturbation),
  thresholding: () => import('./thresholding/index.ts').then((module) => module.thresholding),
  path: () => import('./path/index.ts').then((module) => module.path),
  'derivative-at-zero': () =>
    import('./derivative-at-zero/index.ts').then((module) => module.derivativeAtZero),
  priors: () => import('./priors/index.ts').then((module) => module.priors),
  map: () => import('./map/index.ts').then((module) => module.map),
  text: () => import('./text/index.ts').then((module) => module.text),
}
