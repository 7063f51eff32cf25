import * as shrinkage from 'shrinkage'
import { expect, test } from 'vitest'
import type { Figure } from '../../figures/kit/figure.ts'
import { defaults } from '../../figures/kit/parameters.ts'
import { testContract } from '../../figures/testing/contract.ts'
import { differences, readPrinted } from '../../figures/testing/printed.ts'
import { picturesOf } from '../../components/figure/pictures.ts'
import template from './figure.ts'

const figure = template as unknown as Figure

testContract('template', figure)

test('its program prints its numbers', () => {
  const values = defaults(template)
  const script = template
    .program(values)
    .replace("import { elasticNet } from 'shrinkage'", 'const { elasticNet } = shrinkage')
    .replace('console.log(', 'return JSON.stringify(')
  const printed = new Function('shrinkage', script)(shrinkage) as string
  expect(differences(readPrinted(printed), template.numbers(template.compute(values)))).toEqual([])
})

test('it is drawn in all its states', async () => {
  const pictures = await picturesOf(figure)
  expect(Object.keys(pictures)).toEqual(['default', 'zero', 'free'])
  expect(new Set(Object.values(pictures)).size).toBe(3)
})

test('it is at most 120 lines, all in one file', async () => {
  const { default: text } = await import('./figure.ts?raw')
  expect(text.split('\n').length).toBeLessThanOrEqual(120)
})
