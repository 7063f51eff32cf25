import type { Figure, Values } from '../../figures/kit/figure.ts'
import { isEnabled } from '../../figures/kit/parameters.ts'
import { controlsIn } from '../../figures/kit/parts.ts'
import { sameValue } from '../../figures/kit/state.ts'

/**
 * The controls that a figure does not open with, behind its button “More controls”. A control joins the others once the
 * reader meets what it does: in a state that was asked for, in the text, or by another control that gives it an effect.
 */
export class WaitingControls {
  readonly #figure: Figure
  readonly #start: Values
  readonly #more: HTMLDetailsElement | null

  constructor(root: HTMLElement, figure: Figure, start: Values) {
    this.#figure = figure
    this.#start = start
    this.#more = root.querySelector('.figure-more')
  }

  /** The parameters whose controls wait. */
  get names(): string[] {
    return [...(this.#more?.querySelectorAll<HTMLElement>('[data-control]') ?? [])].map(
      ({ dataset }) => dataset.control!,
    )
  }

  /** Shows the controls that a state was asked for by, from an address. */
  showUsed(values: Values) {
    this.show(this.names.filter((name) => !sameValue(values[name], this.#start[name])))
    this.showEnabled(values)
  }

  /** Shows the controls that have an effect now and had none at the start, unless the reader sees them anyway. */
  showEnabled(values: Values) {
    if (this.#more?.open) return
    const has = (name: string, state: Values) => isEnabled(this.#figure, name, state)
    this.show(this.names.filter((name) => has(name, values) && !has(name, this.#start)))
  }

  /** Shows the controls of these parameters for good, in the order of the declaration. */
  show(names: readonly string[]) {
    if (!this.#more) return
    for (const name of names) {
      const box = this.#more.querySelector<HTMLElement>(`[data-control="${name}"]`)
      if (!box) continue
      const { group } = box.closest('fieldset')!.dataset
      const shown = this.#more.parentElement!.querySelector(`:scope > [data-group="${group}"]`)!
      const order = this.#figure.groups.flatMap(controlsIn)
      const next = [...shown.querySelectorAll<HTMLElement>('[data-control]')].find(
        ({ dataset }) => order.indexOf(dataset.control!) > order.indexOf(name),
      )
      shown.insertBefore(box, next ?? null)
    }
    if (this.names.length === 0) this.#more.hidden = true
  }
}
