import { expect, test } from 'vitest'
import { seededRandom } from 'shrinkage'
import { cases } from '../../solver/testing/cases.ts'
import type { Figure, Text, Values } from '../kit/figure.ts'
import { defaults, isEnabled, withValues } from '../kit/parameters.ts'
import { endStates, randomState } from './randomState.ts'

/**
 * Declares the tests of the contract that every figure has to fulfil.
 *
 * @param name name of its folder
 */
export function testContract(name: string, figure: Figure) {
  const random = seededRandom(5)
  const states = Array.from({ length: cases(8, 25) }, () => randomState(figure, random))

  const models = new Map<Values, unknown>()
  const modelOf = async (values: Values) => {
    await figure.load?.(values)
    if (!models.has(values)) models.set(values, figure.compute(values))
    return models.get(values)
  }

  test('is registered under its own name, which is not that of another', () => {
    expect(figure.name).toBe(name)
  })

  test('its declared state computes and is certified', async () => {
    const { relativeGap, proved } = figure.certificate(await modelOf(defaults(figure)))
    expect(proved).toBe(true)
    expect(relativeGap).toBeLessThanOrEqual(1e-10)
  })

  test('the declared state is one that the controls can reach', () => {
    expect(withValues(figure, defaults(figure), defaults(figure))).toEqual(defaults(figure))
  })

  test('every parameter at its ends, and random states, compute, are certified and speak', async () => {
    for (const values of [...endStates(figure), ...states]) {
      const model = await modelOf(values)
      const { relativeGap, proved } = figure.certificate(model)
      if (proved) expect(relativeGap, JSON.stringify(values)).toBeLessThanOrEqual(1e-10)
      expectText(figure.describe(model))
      figure.readouts(model).forEach(({ label, value }) => [label, value].forEach(expectFilled))
      expectNumbers(figure, model)
    }
  })

  test('readouts keep their names and order in every state, so that none moves', async () => {
    const names = async (values: Values) =>
      figure.readouts(await modelOf(values)).map((readout) => readout.name)
    const first = await names(defaults(figure))
    for (const values of states) expect(await names(values)).toEqual(first)
  })

  test('has title, labels and option names in both languages', () => {
    expectText(figure.title)
    figure.groups.forEach(({ label }) => expectText(label))
    figure.panels.forEach(({ title }) => expectText(title))
    figure.actions?.forEach(({ label }) => expectText(label))
    for (const parameter of Object.values(figure.parameters)) {
      expectText(parameter.label)
      if (parameter.kind === 'choice') parameter.options.forEach(({ label }) => expectFilled(label))
      if ('axes' in parameter) parameter.axes.forEach(expectFilled)
    }
  })

  test('every parameter has its place among the controls, once', () => {
    const placed = figure.groups.flatMap(({ items }) =>
      items.flatMap((item) => (typeof item === 'string' ? item : item.oneOf.flat())),
    )
    expect(placed.sort()).toEqual(Object.keys(figure.parameters).sort())
  })

  test('what its handles move is in one of its panels', () => {
    for (const { panel } of figure.handles ?? []) expect(figure.panels).toContain(panel)
  })

  test('parameters that share a place are never both in effect', () => {
    for (const group of figure.groups) {
      for (const { oneOf } of group.items.filter((item) => typeof item !== 'string')) {
        for (const values of states) {
          const inEffect = oneOf.filter((names) =>
            names.some((parameter) => isEnabled(figure, parameter, values)),
          )
          expect(inEffect.length).toBeLessThanOrEqual(1)
        }
      }
    }
  })

  test('its actions lead to states that the controls can reach', async () => {
    for (const action of figure.actions ?? []) {
      for (const values of states.slice(0, 5)) {
        await figure.load?.(values)
        const next = action.apply(values)
        expect(withValues(figure, next, next)).toEqual(next)
      }
    }
  })
}

function expectFilled({ en, zh }: Text) {
  expect(en.trim()).not.toBe('')
  expect(zh.trim()).not.toBe('')
  expect(`${en} ${zh}`).not.toMatch(/NaN|undefined|Infinity|-0\b/)
}

/** For a text, as opposed to a symbol: the Chinese must be Chinese, with Chinese spacing and punctuation. */
function expectText(text: Text) {
  expectFilled(text)
  expect(text.zh).toMatch(/\p{Script=Han}/u)
  expect(text.en).not.toMatch(/\p{Script=Han}/u)
  expect(text.zh).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u)
  expect(text.zh).not.toMatch(/\p{Script=Han}[,.;:?!]/u)
}

function expectNumbers(figure: Figure, model: unknown) {
  for (const [key, value] of Object.entries(figure.numbers(model))) {
    for (const number of [value].flat()) expect(number, key).not.toBeNaN()
  }
}
