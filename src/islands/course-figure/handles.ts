import type {
  Figure,
  Handle,
  Language,
  Panel,
  Point,
  PointParameter,
  Values,
} from '../../figures/figure.ts'
import { fixed } from '../../figures/format.ts'
import { fromShare, toShare } from './position.ts'
import { strings } from './strings.ts'

type Move = (name: string, point: Point) => void

/** The grips that drag point parameters: by pointer, and by arrow keys when they have the focus. */
export class Handles {
  readonly #grips: Grip[]

  constructor(root: HTMLElement, figure: Figure, language: Language, move: Move) {
    this.#grips = (figure.handles ?? []).map((handle) => {
      const panel = figure.panels.find(({ name }) => name === handle.panel)
      const stage = root.querySelector<HTMLElement>(`[data-panel="${handle.panel}"]`)
      if (!panel || !stage) throw new Error(`${figure.name} has no panel ${handle.panel}.`)
      return new Grip(stage, panel, handle, figure, language, move)
    })
  }

  show(values: Values, model: unknown) {
    for (const grip of this.#grips) grip.show(values, model)
  }
}

class Grip {
  readonly #button = document.createElement('div')
  readonly #stage: HTMLElement
  readonly #panel: Panel<unknown>
  readonly #name: string
  readonly #figure: Figure
  readonly #parameter: PointParameter
  readonly #language: Language
  readonly #move: Move
  #model: unknown
  #point: Point
  /** Where in the grip it was taken hold of, so that it does not jump under the pointer. */
  #hold: Point = [0, 0]

  constructor(
    stage: HTMLElement,
    panel: Panel<unknown>,
    handle: Handle,
    figure: Figure,
    language: Language,
    move: Move,
  ) {
    this.#stage = stage
    this.#panel = panel
    this.#name = handle.parameter
    this.#figure = figure
    this.#parameter = figure.parameters[handle.parameter] as PointParameter
    this.#language = language
    this.#move = move
    this.#point = this.#parameter.default
    this.#build(handle)
  }

  show(values: Values, model: unknown) {
    this.#model = model
    this.#point = values[this.#name] as Point
    const button = this.#button
    button.hidden = this.#figure.enabled?.(this.#name, values) === false
    const [left, top] = toShare(this.#panel, model, this.#point)
    button.style.left = `${100 * left}%`
    button.style.top = `${100 * top}%`
    const [x, y] = this.#parameter.axes.map((axis) => axis[this.#language])
    button.setAttribute('aria-valuenow', String(this.#point[0]))
    button.setAttribute(
      'aria-valuetext',
      `${x} = ${fixed(this.#point[0])}, ${y} = ${fixed(this.#point[1])}`,
    )
  }

  #build({ color }: Handle) {
    const button = this.#button
    const { label, min, max } = this.#parameter
    button.className = 'figure-grip'
    button.tabIndex = 0
    button.style.setProperty('--grip', `var(${color})`)
    const attributes = {
      role: 'slider',
      'aria-label': label[this.#language],
      'aria-roledescription': strings.pointRole[this.#language],
      'aria-valuemin': String(min),
      'aria-valuemax': String(max),
      title: strings.pointHint[this.#language],
    }
    for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value)
    button.addEventListener('keydown', (event) => this.#key(event))
    button.addEventListener('pointerdown', (event) => this.#take(event, true))
    // A mouse may press anywhere in the picture; a finger there scrolls the page.
    this.#stage.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'mouse' && event.target !== button) this.#take(event, false)
    })
    this.#stage.append(button)
  }

  #take(event: PointerEvent, onGrip: boolean) {
    if (event.button !== 0 || this.#button.hidden) return
    event.preventDefault()
    const [x, y] = this.#dataAt(event)
    this.#hold = onGrip ? [this.#point[0] - x, this.#point[1] - y] : [0, 0]
    const button = this.#button
    button.focus({ preventScroll: true })
    button.setPointerCapture(event.pointerId)
    const drag = (moved: PointerEvent) => this.#dragTo(moved)
    const drop = () => {
      button.removeEventListener('pointermove', drag)
      button.removeAttribute('data-held')
    }
    button.toggleAttribute('data-held', true)
    button.addEventListener('pointermove', drag)
    button.addEventListener('lostpointercapture', drop, { once: true })
    if (!onGrip) this.#dragTo(event)
  }

  #dragTo(event: PointerEvent) {
    const [x, y] = this.#dataAt(event)
    this.#move(this.#name, [x + this.#hold[0], y + this.#hold[1]])
  }

  #dataAt(event: PointerEvent): Point {
    const box = this.#stage.getBoundingClientRect()
    const share: Point = [
      (event.clientX - box.left) / box.width,
      (event.clientY - box.top) / box.height,
    ]
    return fromShare(this.#panel, this.#model, share)
  }

  #key(event: KeyboardEvent) {
    const { min, max, step, default: home } = this.#parameter
    const by = event.shiftKey ? step : Math.max(step, (max - min) / 60)
    const [x, y] = this.#point
    const targets: Record<string, Point> = {
      ArrowLeft: [x - by, y],
      ArrowRight: [x + by, y],
      ArrowUp: [x, y + by],
      ArrowDown: [x, y - by],
      Home: home,
    }
    const target = targets[event.key]
    if (!target) return
    event.preventDefault()
    this.#move(this.#name, target)
  }
}
