import { expect, test } from 'vitest'
import { onAxis, replyTo, sampleGuesses, type Axis, type Question } from './guess.ts'

const x: Axis = { min: -1, max: 1, step: 0.05, label: 'x' }
const decades: Axis = { min: 0.001, max: 10, step: 0.05, scale: 'log', label: 'λ' }
const point: Question = { kind: 'point', truth: [0.5, 0], axes: [x, x], facts: { optimum: [1, 1] } }

test('values of an axis are its steps, zero among them exactly', () => {
  expect(onAxis(x, 0.012)).toBe(0)
  expect(onAxis({ ...x, min: -3.2, max: 3.2 }, 0.01)).toBe(0)
  expect(onAxis(x, 7)).toBe(1)
  expect(onAxis(decades, 0.101)).toBe(0.1)
})

test('the first condition that holds picks the explanation, and one that is left out always does', () => {
  const conditions = ['distance < 0.1', 'guess[1] > truth[1]', 'guess[0] > optimum[0]', undefined]
  const index = (guess: readonly number[]) => replyTo(conditions, guess, point)
  expect(index([0.5, 0.05])).toBe(0)
  expect(index([1, 0.5])).toBe(1)
  expect(index([1.05, -0.5])).toBe(2)
  expect(index([0, -0.5])).toBe(3)
})

test.each([
  ['points in the plane', { ...point, truth: [0, 0] }, [0.3, 0.4], 0.5],
  ['numbers', { ...point, kind: 'number', truth: [0.5], axes: [x] }, [0.2], 0.3],
  ['decades', { ...point, kind: 'number', truth: [0.1], axes: [decades] }, [10], 2],
  ['curves', { ...point, kind: 'curve', truth: [0, 0.5, 1], axes: [x] }, [0, 0, 0.9], 0.5],
  ['weights', { ...point, kind: 'zeros', truth: [2, 0, -0.3], axes: [] }, [0, 0, 1], 1],
] as const)('the distance of %s', (_, question, guess, distance) => {
  const conditions = [`${distance - 1e-9} < distance < ${distance + 1e-9}`, undefined]
  expect(replyTo(conditions, guess, question as Question)).toBe(0)
})

test('a number is called guess, not a list of one', () => {
  const number: Question = { ...point, kind: 'number', truth: [0.1], axes: [decades] }
  expect(replyTo(['guess > 10 * truth', undefined], [2], number)).toBe(0)
})

test('an unknown name is told with those that there are', () => {
  expect(() => replyTo(['gues[0] > 1'], [0, 0], point)).toThrow(
    'no number “gues”; expected one of optimum, guess, truth, distance',
  )
})

test('samples cover points and zeros, steps of an axis, sets of weights and bent curves', () => {
  expect(sampleGuesses(point)).toContainEqual([0, 0])
  expect(sampleGuesses(point)).toContainEqual([-1, 1])
  const numbers = sampleGuesses({ ...point, kind: 'number', truth: [0.1], axes: [decades] })
  expect(numbers.map(([value]) => value)).toEqual(expect.arrayContaining([0.001, 0.1, 10]))
  const weights = sampleGuesses({ ...point, kind: 'zeros', truth: [1, 0, 2], axes: [] })
  expect(new Set(weights.map(String)).size).toBe(8)
  const curves = sampleGuesses({ ...point, kind: 'curve', truth: [0, 0.1, 0.2, 0.3], axes: [x] })
  expect(curves).toContainEqual([0, 0.1, 0.2, 0.3])
  const isHump = ([a, b, , d]: readonly number[]) => b > a && b > d
  expect(curves.some(isHump)).toBe(true)
  expect(curves.every((curve) => curve.every(Number.isFinite))).toBe(true)
})
