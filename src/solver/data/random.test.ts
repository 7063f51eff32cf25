import { expect, test } from 'vitest'
import { seededRandom, ShrinkageError } from 'shrinkage'

const draws = 40_000

/** Mean and mean square of many draws. */
function moments(draw: () => number): [number, number] {
  let sum = 0
  let squares = 0
  for (let i = 0; i < draws; i++) {
    const x = draw()
    sum += x
    squares += x * x
  }
  return [sum / draws, squares / draws]
}

test('the same seed gives the same numbers, another seed gives others', () => {
  const [a, b, c] = [seededRandom(7), seededRandom(7), seededRandom(8)]
  const first = Array.from({ length: 20 }, () => a.normal())
  expect(Array.from({ length: 20 }, () => b.normal())).toEqual(first)
  expect(Array.from({ length: 20 }, () => c.normal())).not.toEqual(first)
})

test('uniform, normal and Laplace draws have the moments of their distributions', () => {
  const random = seededRandom(1)
  const [meanUniform, squareUniform] = moments(() => random.uniform())
  expect(Math.abs(meanUniform - 1 / 2)).toBeLessThan(0.01)
  expect(Math.abs(squareUniform - 1 / 3)).toBeLessThan(0.01)
  const [meanNormal, squareNormal] = moments(() => random.normal())
  expect(Math.abs(meanNormal)).toBeLessThan(0.03)
  expect(Math.abs(squareNormal - 1)).toBeLessThan(0.05)
  const [meanLaplace, squareLaplace] = moments(() => random.laplace(2))
  expect(Math.abs(meanLaplace)).toBeLessThan(0.1)
  expect(Math.abs(squareLaplace - 8)).toBeLessThan(0.5)
})

test('integer(n) reaches every number below n about equally often', () => {
  const random = seededRandom(3)
  const counts = [0, 0, 0, 0, 0]
  for (let i = 0; i < draws; i++) counts[random.integer(5)]++
  for (const count of counts) expect(Math.abs(count / draws - 0.2)).toBeLessThan(0.02)
})

test('a seed that is not a number is refused', () => {
  expect(() => seededRandom(NaN)).toThrow(ShrinkageError)
})

test('the seeds 0 and −0 are one', () => {
  expect(seededRandom(-0).uniform()).toBe(seededRandom(0).uniform())
})
