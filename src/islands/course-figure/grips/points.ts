import type { Point, PointsParameter, Value } from '../../../figures/kit/figure.ts'
import { addPoint, movePoint, removePoint } from '../../../figures/kit/points.ts'
import { dataAt, Grip } from './grip.ts'
import type { Held } from './index.ts'
import { strings } from '../strings.ts'

/**
 * A grip for each point of a set; a double click in the picture adds one. Only one of them is in the tab order; Page Up
 * and Page Down move the focus to the others.
 */
export class PointsHandle {
  readonly #held: Held<PointsParameter>
  readonly #grips: Grip[] = []
  #points: readonly Point[] = []
  #model: unknown

  constructor(held: Held<PointsParameter>) {
    this.#held = held
    const { stage, panel, parameter, change } = held
    stage.addEventListener('dblclick', (event) => {
      if (this.#grips.some(({ element }) => element === event.target)) return
      change(addPoint(parameter, this.#points, dataAt(event, stage, panel, this.#model)))
    })
  }

  show(value: Value, model: unknown, off: boolean) {
    this.#points = value as readonly Point[]
    this.#model = model
    while (this.#grips.length > this.#points.length) this.#dropLast()
    while (this.#grips.length < this.#points.length) this.#grips.push(this.#newGrip())
    this.#grips.forEach((grip, i) => {
      grip.element.hidden = off
      grip.show(this.#points[i], model)
    })
  }

  #newGrip(): Grip {
    const { parameter, language, change } = this.#held
    const index = this.#grips.length
    const grip = new Grip({
      ...this.#held,
      label: `${strings.point[language]} ${index + 1}`,
      hint: strings.pointsHint[language],
      move: (to) => change(movePoint(this.#points, index, to)),
      keys: {
        PageUp: () => this.#focus(index - 1),
        PageDown: () => this.#focus(index + 1),
        Delete: () => change(removePoint(parameter, this.#points, index)),
      },
    })
    grip.element.classList.add('many')
    grip.element.tabIndex = index === 0 ? 0 : -1
    grip.element.addEventListener('focus', () => {
      for (const { element } of this.#grips) element.tabIndex = element === grip.element ? 0 : -1
    })
    return grip
  }

  #dropLast() {
    const { element } = this.#grips.pop()!
    const [focused, stop] = [element === document.activeElement, element.tabIndex === 0]
    element.remove()
    if (focused) this.#focus(this.#grips.length - 1)
    else if (stop) this.#grips[0].element.tabIndex = 0
  }

  #focus(index: number) {
    this.#grips[(index + this.#grips.length) % this.#grips.length].element.focus()
  }
}
