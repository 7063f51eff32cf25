import type {
  Language,
  Panel,
  Point,
  PointParameter,
  PointsParameter,
} from '../../../figures/kit/figure.ts'
import { fixed } from '../../../figures/kit/format.ts'
import { fromShare, toShare } from '../position.ts'
import { strings } from '../strings.ts'

/** The context of a grip, and its actions. */
export interface GripOptions {
  stage: HTMLElement
  panel: Panel<unknown>
  parameter: PointParameter | PointsParameter
  /** The colour, a custom property of the style sheet. */
  color: string
  language: Language
  label: string
  hint: string
  move(point: Point): void
  /** Actions of keys other than the arrows, by key. */
  keys: Readonly<Record<string, () => void>>
}

/** A grip that drags one point: by pointer, or by arrow keys when focused. */
export class Grip {
  readonly element = document.createElement('div')
  readonly #options: GripOptions
  #model: unknown
  #point: Point = [0, 0]
  /** Offset of the pointer within the grip, so that the grip does not jump under it. */
  #hold: Point = [0, 0]

  constructor(options: GripOptions) {
    this.#options = options
    const { parameter, color, language, label, hint } = options
    const attributes = {
      class: 'figure-grip',
      tabindex: '0',
      role: 'slider',
      'aria-label': label,
      'aria-roledescription': strings.pointRole[language],
      'aria-valuemin': String(parameter.min),
      'aria-valuemax': String(parameter.max),
      title: hint,
      'data-mark': strings.drag[language],
    }
    for (const [name, value] of Object.entries(attributes)) this.element.setAttribute(name, value)
    this.element.style.setProperty('--grip', `var(${color})`)
    this.element.addEventListener('keydown', (event) => this.#key(event))
    this.element.addEventListener('pointerdown', (event) => this.take(event))
    options.stage.append(this.element)
  }

  show(point: Point, model: unknown) {
    this.#model = model
    this.#point = point
    const { panel, parameter, language } = this.#options
    const [left, top] = toShare(panel, model, point)
    this.element.style.left = `${100 * left}%`
    this.element.style.top = `${100 * top}%`
    this.element.dataset.side = left < 0.66 ? 'right' : top > 0.2 ? 'above' : 'below'
    const [x, y] = parameter.axes.map((axis) => axis[language])
    this.element.setAttribute('aria-valuenow', String(point[0]))
    this.element.setAttribute(
      'aria-valuetext',
      `${x} = ${fixed(point[0])}, ${y} = ${fixed(point[1])}`,
    )
  }

  /** Starts dragging. A pointer outside the grip moves the point to itself. */
  take(event: PointerEvent) {
    const { element } = this
    if (event.button !== 0 || element.hidden) return
    event.preventDefault()
    this.#touch()
    const onGrip = event.target === element
    const [x, y] = this.#dataAt(event)
    this.#hold = onGrip ? [this.#point[0] - x, this.#point[1] - y] : [0, 0]
    element.focus({ preventScroll: true })
    element.setPointerCapture(event.pointerId)
    const drag = (moved: PointerEvent) => this.#dragTo(moved)
    const drop = () => {
      element.removeEventListener('pointermove', drag)
      element.removeAttribute('data-held')
    }
    element.toggleAttribute('data-held', true)
    element.addEventListener('pointermove', drag)
    element.addEventListener('lostpointercapture', drop, { once: true })
    if (!onGrip) this.#dragTo(event)
  }

  #dragTo(event: PointerEvent) {
    const [x, y] = this.#dataAt(event)
    this.#options.move([x + this.#hold[0], y + this.#hold[1]])
  }

  #dataAt(event: MouseEvent): Point {
    const { stage, panel } = this.#options
    return dataAt(event, stage, panel, this.#model)
  }

  #key(event: KeyboardEvent) {
    const { parameter, move, keys } = this.#options
    const { min, max, step } = parameter
    const by = event.shiftKey ? step : Math.max(step, (max - min) / 60)
    const [x, y] = this.#point
    const arrows: Record<string, Point> = {
      ArrowLeft: [x - by, y],
      ArrowRight: [x + by, y],
      ArrowUp: [x, y + by],
      ArrowDown: [x, y - by],
    }
    const next = arrows[event.key]
    if (next) {
      // Keys may come faster than frames: the next one starts from here.
      this.#point = next
      move(next)
    } else if (Object.hasOwn(keys, event.key)) keys[event.key]()
    else return
    this.#touch()
    event.preventDefault()
  }

  /** The mark “drag me” has done its work. */
  #touch() {
    this.#options.stage.closest('[data-untouched]')?.removeAttribute('data-untouched')
  }
}

/** The data point under the pointer. */
export function dataAt(
  event: MouseEvent,
  stage: HTMLElement,
  panel: Panel<unknown>,
  model: unknown,
): Point {
  const box = stage.getBoundingClientRect()
  const share: Point = [
    (event.clientX - box.left) / box.width,
    (event.clientY - box.top) / box.height,
  ]
  return fromShare(panel, model, share)
}
