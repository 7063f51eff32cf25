/*
 * Addresses that nobody's figure has written: a few hundred of the thousands of states that were tried on the site. Each
 * must show a state that the controls can reach, with a picture and a text of proper numbers.
 */
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { seededRandom, type Random } from 'shrinkage'
import type { Figure, Parameter, Values } from '../../figures/kit/figure.ts'
import { defaults, withValues } from '../../figures/kit/parameters.ts'
import { readState, writeState } from '../../figures/kit/state.ts'
import { figures } from '../../figures/index.ts'
import { randomState } from '../../figures/testing/randomState.ts'
import { cases } from '../../solver/testing/cases.ts'
import { drawPanel } from './draw.ts'

const { document } = new JSDOM().window

const NUMBERS = [
  '1e308',
  '-1e308',
  '1e-320',
  '-0',
  '0x1f',
  '1e3',
  ' 2 ',
  '１',
  '٣',
  '1,5',
  'Infinity',
  'NaN',
  '9'.repeat(400),
  '',
]
const WORDS = [
  '__proto__',
  'constructor',
  'toString',
  'TRUE',
  'l1 ',
  '%E0%A4%A',
  '<svg onload=x>',
  '\0',
  '权重',
]

/** A text for a parameter that is wrong, or right in another place. */
function hostileText(parameter: Parameter, random: Random): string {
  const pick = (texts: readonly string[]) => texts[random.integer(texts.length)]
  const number = () => pick(NUMBERS)
  switch (random.integer(5)) {
    case 0:
      return number()
    case 1:
      return pick(WORDS)
    case 2:
      return `${number()},${number()}`
    case 3: {
      const points = Array.from({ length: random.integer(60) }, () => `${number()},${number()}`)
      return points.join(pick([';', ';;', ',']))
    }
    default:
      return parameter.kind === 'choice' ? pick(parameter.options.map(({ value }) => value)) : '1'
  }
}

/** The address of a random state, some of whose values have been replaced. */
function hostileQuery(figure: Figure, random: Random): string {
  const query = new URLSearchParams(
    writeState(figure, 'f', randomState(figure, random), defaults(figure), ''),
  )
  for (const [name, parameter] of Object.entries(figure.parameters)) {
    if (random.uniform() < 0.4) query.set(`f.${name}`, hostileText(parameter, random))
  }
  return query.toString()
}

async function everythingShown(
  figure: Figure,
  values: Values,
  panels: Figure['panels'],
): Promise<string> {
  await figure.load?.(values)
  const model = figure.compute(values)
  const language = 'zh'
  const pictures = panels.map((panel) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    svg.id = 'picture'
    drawPanel(svg, panel, model, language)
    return svg.outerHTML
  })
  const words = [figure.describe(model), ...figure.readouts(model).map(({ value }) => value)]
  const cells = figure.table(model).rows.flat()
  return [
    ...pictures,
    ...words.map((text) => text[language]),
    ...cells,
    figure.program(values),
  ].join('\n')
}

describe.each(Object.keys(figures))('%s', async (name) => {
  const figure = await figures[name]()

  test('whatever an address says, the figure is in a state of its own, and whole', async () => {
    const random = seededRandom(19)
    for (let i = 0; i < cases(20, 100); i++) {
      const query = hostileQuery(figure, random)
      const values = readState(figure, 'f', new URLSearchParams(query)) ?? defaults(figure)
      expect(values, query).toEqual(withValues(figure, values, values))
      // One panel for each address in turn: drawing takes most of the time.
      const first = i % figure.panels.length
      const panels = figure.panels.slice(first, first + cases(1, 9))
      expect(await everythingShown(figure, values, panels), query).not.toMatch(
        /NaN|undefined|Infinity|onload|__proto__/,
      )
    }
  })
})
