import { expect, test } from 'vitest'
import { plainMath } from './plainMath.ts'

test('formulas become what one would type, fractions and powers too', () => {
  expect(plainMath('at most $\\lambda\\lvert w\\rvert$')).toBe('at most λ|w|')
  expect(plainMath('$\\tfrac{1}{2} w^2$ and $w$')).toBe('1/2w² and w')
  expect(plainMath('no formula')).toBe('no formula')
})
