import { expect, test } from 'vitest'
import { guessAt, type Asked } from './guessAt.ts'
import { numbersOf } from './numberOf.ts'

const corner: Asked = { figure: 'geometry', panel: 'plane', hide: ['solution'], point: 'w' }
const ask = (asked: Asked, conditions: string[] = []) => guessAt(asked, conditions, 'en')

test('the answer is what the figure computes, in the state that is asked for', async () => {
  const state = { lambda: 0.5 }
  const { w } = await numbersOf('geometry', state)
  const posed = await ask({ ...corner, state })
  expect(posed.truth).toEqual(w)
  expect(posed.axes.map(({ label }) => label)).toEqual(['w₁', 'w₂'])
})

test('the numbers that conditions name come along, of other states too', async () => {
  const { facts } = await ask({ ...corner, at: { weak: { lambda: 0.3 } } }, [
    'guess[1] > weak.w[1] or distance > abs(optimum)',
  ])
  const [here, weak] = await Promise.all([
    numbersOf('geometry', {}),
    numbersOf('geometry', { lambda: 0.3 }),
  ])
  expect(facts).toEqual({ 'weak.w': weak.w, optimum: here.optimum })
})

test('a curve has an answer at each station, and axes of its own without a panel', async () => {
  const stations = [0, 10, 20, 30]
  const curve: Asked = { figure: 'weight-decay', curve: 'alone[0]', over: 'step', stations }
  const { truth, panel, axes, start } = await ask({ ...curve, range: [0, 1] })
  const alone = stations.map((step) => numbersOf('weight-decay', { step }))
  expect(truth).toEqual((await Promise.all(alone)).map((numbers) => [numbers.alone].flat()[0]))
  expect(panel!.x(undefined)).toMatchObject({ domain: [0, 30], label: { en: 'Step k' } })
  expect(axes).toMatchObject([{ min: 0, max: 1, step: 0.01 }])
  expect(start).toEqual([0.5, 0.5, 0.5, 0.5])
})

test('a layer that is not to be seen is none of the panel', async () => {
  const { panel } = await ask({ ...corner, without: ['path'] })
  const names = panel!.layers.map(({ name }) => name)
  expect(names).toContain('solution')
  expect(names).not.toContain('path')
})

test('weights are kept until the reader says that they are zero', async () => {
  const { start, axes } = await ask({ figure: 'geometry', zeros: 'w', names: ['w₁', 'w₂'] })
  expect([start, axes]).toEqual([[1, 1], []])
})

test.each<[Asked, string]>([
  [{ figure: 'geometri', point: 'w' }, 'no figure “geometri”'],
  [{ ...corner, state: { lambda: 99 } }, 'cannot take lambda = 99'],
  [{ ...corner, panel: 'plain' }, 'no panel “plain”; expected one of plane, throws-l1'],
  [{ ...corner, hide: ['answer'] }, 'no layer “answer” to hide; expected one of zero-lines'],
  [{ ...corner, without: ['answer'] }, 'no layer “answer” to hide'],
  [{ ...corner, point: 'v' }, 'no number “v”; expected one of optimum, w'],
  [{ ...corner, point: 't' }, 'the parts'],
  [{ ...corner, number: 't' }, 'asks for point and number; expected exactly one'],
  [{ figure: 'geometry' }, 'asks for nothing'],
  [{ ...corner, from: [1] }, '“from” has 1 parts; expected 2'],
  [{ ...corner, beside: 1 }, '“along” and “beside” belong to a question for a number'],
  [{ figure: 'geometry', number: 't' }, 'needs a panel, or the range'],
  [
    { figure: 'geometry', number: 't', range: [5, 9] },
    'cannot be marked; expected one from 5 to 9',
  ],
  [{ figure: 'geometry', zeros: 'w', names: ['w₁'] }, 'one for each of the 1 names'],
  [{ figure: 'geometry', curve: 't', over: 'lambda' }, 'at least three stations'],
  [
    { figure: 'geometry', curve: 'w', over: 'lambda', stations: [0, 1, 2], range: [0, 1] },
    'is a list',
  ],
  [
    { figure: 'geometry', curve: 't', over: 'penalty', stations: [0, 1, 2], range: [0, 1] },
    'cannot take penalty',
  ],
])('%j is refused', async (asked, message) => {
  await expect(ask(asked)).rejects.toThrow(message)
})

test('a condition that names something unknown is refused', async () => {
  await expect(ask(corner, ['guess[0] > weight'])).rejects.toThrow('no number “weight”')
  await expect(ask(corner, ['guess[0] > far.w[0]'])).rejects.toThrow('no state “far”')
  await expect(ask(corner, ['guess > 1'])).rejects.toThrow('a list')
})
