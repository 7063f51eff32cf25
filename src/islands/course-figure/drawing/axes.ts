import type { Language, Scale } from '../../../figures/kit/figure.ts'
import { ticksOf, type Frame } from './scale.ts'
import type { Shape } from './shape.ts'
import { textShape } from './text.ts'

/** Distance of a tick's label from the frame, and of an axis title from the edge of the picture, in pixels. */
const PADDING = 6
const EDGE = 3

const COLOR = 'var(--dc-muted)'

/** The grid, the labels of its ticks, and the titles of both axes. */
export function axesOf(
  scales: { x: Scale; y: Scale },
  frame: Frame,
  size: { width: number; height: number },
  language: Language,
): Shape[] {
  const { left, right, top, bottom } = frame
  const [xTicks, yTicks] = [ticksOf(scales.x), ticksOf(scales.y)].map((ticks, i) =>
    ticks.map((tick) => ({ ...tick, at: (i === 0 ? frame.x : frame.y)(tick.value) })),
  )
  const xLine = ({ at }: { at: number }) => ({ x1: at, x2: at, y1: top, y2: bottom })
  const yLine = ({ at }: { at: number }) => ({ x1: left, x2: right, y1: at, y2: at })
  const digits = { 'font-variant': 'tabular-nums' }
  const labels = { fill: COLOR, ...digits }
  const sideLabels = { fill: COLOR, 'text-anchor': 'end', ...digits }
  return [
    grid(xTicks.map(xLine)),
    grid(yTicks.map(yLine)),
    {
      ...group({ ...labels, transform: `translate(0,${PADDING})` }),
      children: xTicks
        .filter(isNamed)
        .map(({ at, label }) => textShape([label], at, bottom, 'top')),
    },
    {
      ...group({
        fill: COLOR,
        'text-anchor': 'end',
        transform: moved(size.width - right - EDGE, size.height - bottom - EDGE),
      }),
      children: [textShape([scales.x.label[language]], right, bottom, 'bottom')],
    },
    {
      ...group({ ...sideLabels, transform: `translate(${-PADDING},0)` }),
      children: yTicks
        .filter(isNamed)
        .map(({ at, label }) => textShape([label], left, at, 'middle')),
    },
    {
      ...group({ fill: COLOR, 'text-anchor': 'start', transform: moved(EDGE - left, EDGE - top) }),
      children: [textShape([scales.y.label[language]], left, top, 'top')],
    },
  ].filter(({ children }) => children!.length > 0)
}

const isNamed = ({ label }: { label: string }) => label !== ''

const moved = (x: number, y: number) => (x || y ? `translate(${x},${y})` : undefined)

const group = (attributes: Shape['attributes']): Shape => ({ tag: 'g', attributes })

const grid = (lines: Record<string, number>[]): Shape => ({
  ...group({ stroke: 'var(--dc-grid)' }),
  children: lines.map((attributes) => ({ tag: 'line', attributes })),
})
