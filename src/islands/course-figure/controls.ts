import type {
  Figure,
  Language,
  NumberParameter,
  Point,
  Value,
  Values,
} from '../../figures/figure.ts'
import { rangeMessage } from './strings.ts'

type Change = (name: string, value: Value) => void

/** What the reader types or moves, by parameter. Bound to the inputs that the page was built with. */
export class Controls {
  readonly #root: HTMLElement
  readonly #figure: Figure
  readonly #language: Language
  readonly #change: Change
  #values: Values

  constructor(
    root: HTMLElement,
    figure: Figure,
    language: Language,
    values: Values,
    change: Change,
  ) {
    this.#root = root
    this.#figure = figure
    this.#language = language
    this.#change = change
    this.#values = values
    root.addEventListener('input', (event) => this.#read(event.target as HTMLInputElement))
    // A number that was refused gives way to the one in force.
    root.addEventListener('focusout', ({ target }) => {
      const input = target as HTMLInputElement
      if (input.type !== 'number') return
      this.#complain(input, '')
      this.show(this.#values)
    })
  }

  /** Shows a state in every input but the one that is being typed in. */
  show(values: Values) {
    this.#values = values
    const inputs = this.#root.querySelectorAll<HTMLInputElement>('[data-parameter]')
    for (const input of inputs) this.#write(input, values)
    for (const box of this.#root.querySelectorAll<HTMLElement>('[data-control]')) {
      const off = this.#figure.enabled?.(box.dataset.control!, values) === false
      box.toggleAttribute('data-off', off)
      for (const input of box.querySelectorAll<HTMLInputElement>('input, select, button')) {
        input.disabled = off
      }
    }
  }

  #read(input: HTMLInputElement) {
    const { parameter: name, axis } = input.dataset
    if (!name) return
    const parameter = this.#figure.parameters[name]
    if (parameter.kind === 'toggle') return this.#change(name, input.checked)
    if (parameter.kind === 'choice') return this.#change(name, input.value)
    const number = this.#number(input, parameter)
    if (number === undefined) return
    if (parameter.kind === 'number') return this.#change(name, number)
    const point = [...(this.#values[name] as Point)] as [number, number]
    point[Number(axis)] = number
    this.#change(name, point)
  }

  /** The number in an input, or undefined, with a word to the reader, where it is none that the parameter can take. */
  #number(
    input: HTMLInputElement,
    { min, max, label }: Pick<NumberParameter, 'min' | 'max' | 'label'>,
  ) {
    if (input.type === 'range') return fromTravel(input)
    const number = input.valueAsNumber
    const fits = number >= min && number <= max
    this.#complain(input, fits ? '' : rangeMessage(this.#language, label[this.#language], min, max))
    return fits ? number : undefined
  }

  #complain(input: HTMLInputElement, message: string) {
    const box = input.closest('[data-control]')?.querySelector<HTMLElement>('[data-error]')
    if (!box) return
    box.textContent = message
    input.toggleAttribute('aria-invalid', message !== '')
    if (message) input.setAttribute('aria-describedby', box.id)
    else input.removeAttribute('aria-describedby')
  }

  #write(input: HTMLInputElement, values: Values) {
    const { parameter: name, axis } = input.dataset
    const value = values[name!]
    if (typeof value === 'boolean') input.checked = value
    else if (typeof value === 'string') this.#writeChoice(input, name!, value, values)
    else this.#writeNumber(input, typeof value === 'number' ? value : value[Number(axis)])
  }

  #writeChoice(input: HTMLInputElement, name: string, value: string, values: Values) {
    if (input.type === 'radio') {
      input.checked = input.value === value
      return
    }
    for (const option of input.querySelectorAll('option')) {
      option.hidden = option.disabled = this.#figure.offers?.(name, option.value, values) === false
    }
    input.value = value
  }

  #writeNumber(input: HTMLInputElement, value: number) {
    if (input.type === 'range') {
      const travel = String(input.dataset.log ? Math.log10(value) : value)
      if (input.value !== travel) input.value = travel
      input.setAttribute('aria-valuetext', String(value))
    } else if (input !== document.activeElement || input.valueAsNumber !== value) {
      if (input === document.activeElement && input.hasAttribute('aria-invalid')) return
      input.value = String(value)
    }
  }
}

/** A slider's value; on a log scale the slider moves the exponent. */
function fromTravel(input: HTMLInputElement): number {
  return input.dataset.log ? 10 ** input.valueAsNumber : input.valueAsNumber
}
