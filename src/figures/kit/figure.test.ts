import { expect, test } from 'vitest'
import { defineFigure, type Panel, type Parameters } from './figure.ts'
import { same } from './format.ts'
import { defaults, everyValue, isEnabled } from './parameters.ts'

const parameters = {
  kind: {
    kind: 'choice',
    label: same('kind'),
    options: [
      { value: 'plain', label: same('plain') },
      { value: 'mixed', label: same('mixed') },
    ],
    default: 'plain',
  },
  share: {
    kind: 'number',
    label: same('share'),
    when: { kind: ['mixed'] },
    min: 0,
    max: 1,
    step: 0.1,
    default: 0.5,
  },
  extra: {
    kind: 'toggle',
    label: same('extra'),
    when: [{ kind: ['plain'] }, { share: (share: number) => share > 0.5 }],
    default: false,
  },
  place: {
    kind: 'point',
    label: same('place'),
    axes: [same('x'), same('y')],
    min: 0,
    max: 1,
    step: 0.1,
    default: [0, 0],
  },
} as const satisfies Parameters

const panel: Panel<number> = {
  name: 'only',
  title: same('only'),
  size: 'large',
  width: 1,
  height: 1,
  margin: { top: 0, right: 0, bottom: 0, left: 0 },
  x: () => ({ domain: [0, 1], label: same('') }),
  y: () => ({ domain: [0, 1], label: same('') }),
  layers: [],
}

const rest = {
  name: 'example',
  title: same('example'),
  layout: 'below',
  compute: () => 0,
  certificate: () => ({ relativeGap: 0, proved: true }),
  numbers: () => ({}),
  panels: [panel],
  readouts: () => [],
  describe: () => same(''),
  table: () => ({ columns: [], rows: [] }),
  program: () => '',
  comments: {},
} as const

const figure = defineFigure({
  ...rest,
  parameters,
  groups: [{ label: same('all'), items: ['kind', { oneOf: [['share'], ['extra']] }, 'place'] }],
  handles: [{ parameter: 'place', panel, color: '--dc-ink' }],
  pictures: { mixed: { kind: 'mixed' } },
})

test('a parameter has an effect where one of its conditions holds, and without any everywhere', () => {
  const enabled = (changes: Partial<typeof start>) =>
    (['kind', 'share', 'extra'] as const).filter((name) =>
      isEnabled(figure, name, { ...start, ...changes }),
    )
  const start = defaults(figure)
  expect(enabled({})).toEqual(['kind', 'extra'])
  expect(enabled({ kind: 'mixed' })).toEqual(['kind', 'share'])
  expect(enabled({ kind: 'mixed', share: 0.6 })).toEqual(['kind', 'share', 'extra'])
})

/* Checked by the compiler: every misspelt name of a parameter, a panel or a value is an error. */
test('a scale that crosses zero has zero itself, as a decimal that was typed has it', () => {
  const scale = {
    kind: 'number',
    label: same('r'),
    min: -0.95,
    max: 0.95,
    step: 0.01,
    default: 0.4,
  } as const
  const values = everyValue(scale)
  expect(values).toHaveLength(191)
  expect(values).toContain(0)
  expect(values.map(String).every((value) => value.length <= 5)).toBe(true)
})

test('a misspelt name does not compile', () => {
  const good = { ...rest, parameters, groups: [], pictures: {} }
  expect(defineFigure(good)).toBe(good)

  // @ts-expect-error: a group
  defineFigure({ ...good, groups: [{ label: same(''), items: ['shere'] }] })
  // @ts-expect-error: alternatives in a group
  defineFigure({ ...good, groups: [{ label: same(''), items: [{ oneOf: [['shere'], []] }] }] })
  // @ts-expect-error: a handle's parameter
  defineFigure({ ...good, handles: [{ parameter: 'plase', panel, color: '--dc-ink' }] })
  // @ts-expect-error: a handle on what is no point
  defineFigure({ ...good, handles: [{ parameter: 'share', panel, color: '--dc-ink' }] })
  // @ts-expect-error: a handle's panel
  defineFigure({ ...good, handles: [{ parameter: 'place', panel: 'only', color: '--dc-ink' }] })
  // @ts-expect-error: a parameter in a state
  defineFigure({ ...good, pictures: { mixed: { knd: 'mixed' } } })
  // @ts-expect-error: an option in a state
  defineFigure({ ...good, pictures: { mixed: { kind: 'mxed' } } })
  // @ts-expect-error: a value in what an action makes
  defineFigure({ ...good, actions: [{ name: 'a', label: same(''), apply: (v) => ({ ...v, kind: 'mxed' }) }] }) // prettier-ignore

  const toggle = { kind: 'toggle', label: same('extra'), default: false } as const
  const other = { ...toggle, when: { knd: ['plain'] } } as const
  // @ts-expect-error: a parameter in a condition
  defineFigure({ ...good, parameters: { ...parameters, extra: other } })
  const value = { ...toggle, when: [{ kind: ['plian'] }] } as const
  // @ts-expect-error: an option in a condition
  defineFigure({ ...good, parameters: { ...parameters, extra: value } })
})
