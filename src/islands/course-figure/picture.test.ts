// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { defineFigure, type Panel } from '../../figures/kit/figure.ts'
import { same } from '../../figures/kit/format.ts'
import { specks } from '../../figures/kit/marks.ts'
import { plainPanel } from '../../figures/testing/plainPanel.ts'
import { drawPanel } from './draw.ts'
import { Picture } from './picture.ts'

const panel: Panel<string> = {
  ...plainPanel,
  layers: ['quick', 'slow'].map((name) => ({
    name,
    deferred: name === 'slow',
    of: (colour) => [colour],
    marks: (colour) => [specks([[0.5, 0.5]], { stroke: colour })],
  })),
}

const figure = defineFigure({
  name: 'example',
  title: same('example'),
  layout: 'below',
  parameters: {},
  groups: [],
  compute: () => 'red',
  certificate: () => ({ relativeGap: 0, proved: true }),
  numbers: () => ({}),
  panels: [panel],
  pictures: {},
  readouts: () => [],
  describe: (colour) => same(colour),
  table: () => ({ columns: [], rows: [] }),
  program: () => '',
  comments: {},
})

/** The picture of a red model, and the colours of its layers. */
function pictureOfRed() {
  const root = document.createElement('course-figure')
  root.innerHTML = '<div class="figure-panel"><div data-panel="only"><svg></svg></div></div>'
  drawPanel(root.querySelector('svg')!, panel, 'red', 'en')
  const picture = new Picture(root, figure, 'en', 'red')
  const colours = () =>
    ['quick', 'slow'].map((name) =>
      root.querySelector(`[data-layer="${name}"] path`)?.getAttribute('stroke'),
    )
  return { picture, colours }
}

test('while it moves, a picture leaves its slow layers unchanged', async () => {
  const { picture, colours } = pictureOfRed()
  await picture.ready()
  picture.take('blue')
  for (const move of picture.moves) move()
  expect(colours()).toEqual(['blue', 'red'])
  for (const complete of picture.completions) complete()
  expect(colours()).toEqual(['blue', 'blue'])
})

test('a renderer that comes late draws what was to be drawn, slow layers too if the movement is over', async () => {
  const { picture, colours } = pictureOfRed()
  picture.take('blue')
  for (const task of [...picture.moves, ...picture.completions]) task()
  expect(colours()).toEqual(['red', 'red'])
  await picture.ready()
  expect(colours()).toEqual(['blue', 'blue'])
})
