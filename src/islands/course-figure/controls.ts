import type {
  Figure,
  Language,
  NumberParameter,
  Point,
  PointsParameter,
  Value,
  Values,
} from '../../figures/kit/figure.ts'
import { isEnabled } from '../../figures/kit/parameters.ts'
import { addPoint, gapMiddle, movePoint, removePoint } from '../../figures/kit/points.ts'
import { rangeMessage } from './strings.ts'

type Change = (name: string, value: Value) => void

/** The controls of a figure, by parameter, bound to the inputs in the built page. */
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
    root.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLButtonElement>('button[data-points]')
      if (button) this.#changePoints(button)
    })
    // A rejected number is replaced by the current one.
    root.addEventListener('focusout', ({ target }) => {
      const input = target as HTMLInputElement
      if (input.type !== 'number') return
      this.#complain(input, '')
      this.show(this.#values)
    })
  }

  /** Shows a state in every input except the one being typed in. */
  show(values: Values) {
    this.#values = values
    for (const table of this.#root.querySelectorAll<HTMLTableElement>('[data-rows]')) {
      fitRows(table.tBodies[0], (values[table.dataset.rows!] as readonly Point[]).length)
    }
    const inputs = this.#root.querySelectorAll<HTMLInputElement>('[data-parameter]')
    for (const input of inputs) this.#write(input, values)
    for (const box of this.#root.querySelectorAll<HTMLElement>('[data-control]')) {
      const off = !isEnabled(this.#figure, box.dataset.control!, values)
      box.toggleAttribute('data-off', off)
      for (const input of box.querySelectorAll<HTMLInputElement>('input, select, button')) {
        if (input.disabled !== off) input.disabled = off
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
    const value = this.#values[name]
    if (parameter.kind === 'point') {
      return this.#change(name, withAxis(value as Point, axis, number))
    }
    const [points, row] = [value as readonly Point[], rowOf(input)]
    this.#change(name, movePoint(points, row, withAxis(points[row], axis, number)))
  }

  #changePoints(button: HTMLButtonElement) {
    const name = button.value
    const parameter = this.#figure.parameters[name] as PointsParameter
    const points = this.#values[name] as readonly Point[]
    const changed =
      button.dataset.points === 'add'
        ? addPoint(parameter, points, gapMiddle(points))
        : removePoint(parameter, points, rowOf(button))
    this.#change(name, changed)
  }

  /** The number in an input, or undefined, with a message to the reader, if it is invalid for the parameter. */
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
    else if (typeof value === 'number') this.#writeNumber(input, value)
    else {
      const point = typeof value[0] === 'object' ? value[rowOf(input)] : value
      this.#writeNumber(input, (point as Point)[Number(axis)])
    }
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
      // What stays is not written: the browser would lay it out anew.
      if (input.value !== travel) input.value = travel
      if (input.getAttribute('aria-valuetext') !== String(value)) {
        input.setAttribute('aria-valuetext', String(value))
      }
    } else if (input !== document.activeElement || input.valueAsNumber !== value) {
      if (input === document.activeElement && input.hasAttribute('aria-invalid')) return
      if (input.value !== String(value)) input.value = String(value)
    }
  }
}

/** A slider's value; on a log scale the slider moves the exponent. */
function fromTravel(input: HTMLInputElement): number {
  return input.dataset.log ? 10 ** input.valueAsNumber : input.valueAsNumber
}

const withAxis = ([x, y]: Point, axis: string | undefined, number: number): Point =>
  axis === '0' ? [number, y] : [x, number]

/** The index of the point that an element of the table belongs to. */
const rowOf = (element: HTMLElement) => element.closest('tr')!.sectionRowIndex

/** Adjusts the number of rows of a table of points. */
function fitRows(body: HTMLTableSectionElement, count: number) {
  while (body.rows.length > count) {
    const last = body.rows[body.rows.length - 1]
    const focused = last.contains(document.activeElement)
    last.remove()
    if (focused) body.rows[body.rows.length - 1].querySelector('button')?.focus()
  }
  while (body.rows.length < count) {
    const row = body.rows[0].cloneNode(true) as HTMLTableRowElement
    const number = String(body.rows.length + 1)
    row.cells[0].textContent = number
    for (const part of row.querySelectorAll('[aria-label]')) {
      part.ariaLabel = part.ariaLabel!.replace(/\d+/, number)
    }
    body.append(row)
  }
}
