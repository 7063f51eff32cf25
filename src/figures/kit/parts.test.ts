import { expect, test } from 'vitest'
import { figures } from '../index.ts'
import { defaults } from './parameters.ts'
import { checkParts, controlsIn, draggedIn, leadingPanel } from './parts.ts'

const geometry = await figures.geometry()

test.each([
  [{ panel: 'plain' }, 'has no panel “plain”; expected one of plane, '],
  [{ panel: 'plane', controls: ['lamda'] }, 'has no control “lamda”; expected one of penalty, '],
  [{ opens: ['lamda'] }, 'has no control “lamda”'],
  [{ without: ['lamda'] }, 'has no control “lamda”'],
  [{ opens: 'lambda' as never }, 'are a list of its parameters'],
  [{ controls: ['lambda'] }, 'name it by panel="…"'],
  [{ panel: 'plane', controls: ['lambda', 'optimum', 'cone'] }, 'at most 2 controls'],
  [{ panel: 'plane', opens: ['lambda'] }, 'controls={[…]} alone'],
])('%j is refused with what is expected', (parts, message) => {
  expect(() => checkParts(geometry, parts)).toThrow(message)
})

test.each([
  {},
  { opens: ['lambda', 'optimum'], without: ['seed'] },
  { panel: 'plane' },
  { panel: 'throws-l1', controls: ['lambda'] },
])('%j is taken', (parts) => {
  expect(() => checkParts(geometry, parts)).not.toThrow()
})

test('a point is dragged in the panel that has its handle', () => {
  expect(draggedIn(geometry, 'plane')).toEqual(['optimum'])
  expect(draggedIn(geometry, 'throws-l1')).toEqual([])
})

test('the groups of a figure hold every parameter, alternatives among them', () => {
  expect(geometry.groups.flatMap(controlsIn)).toEqual(Object.keys(geometry.parameters))
})

test.each([
  ['thresholding', { third: 0.3 }, 'paths'],
  ['thresholding', { lambda: 0.5 }, 'graphs'],
  ['priors', { seed: 2 }, 'laplace-draws'],
  ['geometry', { optimum: [1, 1] }, 'plane'],
  ['geometry', {}, 'plane'],
] as const)('of %s with %j the panel that changes leads', async (name, changes, panel) => {
  const figure = await figures[name]()
  const start = defaults(figure)
  const model = figure.compute({ ...start, ...changes })
  expect(leadingPanel(figure.panels, model, figure.compute(start)).name).toBe(panel)
})
