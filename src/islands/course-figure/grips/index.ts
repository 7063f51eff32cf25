import type {
  Figure,
  Language,
  Panel,
  Point,
  PointParameter,
  Value,
  Values,
} from '../../../figures/kit/figure.ts'
import { isEnabled } from '../../../figures/kit/parameters.ts'
import { Grip, type GripOptions } from './grip.ts'
import { PointsHandle } from './points.ts'
import { strings } from '../strings.ts'

/** The context of a handle, and the function to change its value. */
export type Held<P> = Pick<GripOptions, 'stage' | 'panel' | 'color' | 'language'> & {
  parameter: P
  change(value: Value): void
}

/** The grip or grips of a parameter in a panel. */
interface Shown {
  show(value: Value, model: unknown, off: boolean): void
}

/** Everything that can be dragged in a figure's panels. */
export class Handles {
  readonly #figure: Figure
  readonly #handles: { name: string; shown: Shown }[]

  constructor(
    root: HTMLElement,
    figure: Figure,
    language: Language,
    change: (name: string, value: Value) => void,
  ) {
    this.#figure = figure
    const stageOf = (panel: Panel<unknown>) =>
      root.querySelector<HTMLElement>(`[data-panel="${panel.name}"]`)
    // A figure of one panel has the grips of the controls that it names.
    const controls = root.dataset.controls?.split(' ')
    const handles = (figure.handles ?? []).filter(
      ({ parameter, panel }) => !controls || (controls.includes(parameter) && stageOf(panel)),
    )
    this.#handles = handles.map(({ parameter: name, panel, color }) => {
      const parameter = figure.parameters[name]
      const stage = stageOf(panel)
      if (!stage) throw new Error(`${figure.name} shows no panel ${panel.name}.`)
      const held = {
        stage,
        panel,
        color,
        language,
        change: (value: Value) => change(name, value),
      }
      if (parameter.kind === 'points') {
        return { name, shown: new PointsHandle({ ...held, parameter }) }
      }
      if (parameter.kind === 'point') {
        const alone = handles.filter((handle) => handle.panel === panel).length === 1
        return { name, shown: pointHandle({ ...held, parameter }, alone) }
      }
      throw new Error(`${figure.name} has a handle on ${name}, which is no point.`)
    })
  }

  show(values: Values, model: unknown) {
    for (const { name, shown } of this.#handles) {
      shown.show(values[name], model, !isEnabled(this.#figure, name, values))
    }
  }
}

/** @param alone whether it is the only handle of its panel */
function pointHandle(held: Held<PointParameter>, alone: boolean): Shown {
  const { stage, parameter, language, change } = held
  const grip = new Grip({
    ...held,
    label: parameter.label[language],
    hint: strings.pointHint[language],
    move: change,
    keys: { Home: () => change(parameter.default) },
  })
  // With a single handle, a mouse may press anywhere in the picture; a finger there scrolls the page.
  stage.addEventListener('pointerdown', (event) => {
    if (!alone || event.pointerType !== 'mouse') return
    if (event.target !== grip.element) grip.take(event)
  })
  return {
    show(value, model, off) {
      grip.element.hidden = off
      grip.show(value as Point, model)
    },
  }
}
