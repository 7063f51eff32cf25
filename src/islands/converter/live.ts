import type { LossName } from 'shrinkage'
import { copyText } from '../shared/copyText.ts'
import { languageOf } from '../shared/languageOf.ts'
import { rowOf, rows, type NumberOf } from './conventions.ts'
import {
  around,
  lossOf,
  readAddress,
  readingOf,
  readingsOf,
  readNumber,
  shortNumber,
  start,
  startOf,
  writeAddress,
  type State,
} from './state.ts'
import { strings } from './strings.ts'

/** The converter in use: reads the form, writes the rows and the address. */
export class LiveConverter {
  readonly #root: HTMLElement
  readonly #language
  #state: State

  constructor(root: HTMLElement) {
    this.#root = root
    this.#language = languageOf(root)
    this.#state = readAddress(new URLSearchParams(location.search))
    this.#writeForm()
    this.#writeRows()
    root.addEventListener('input', this.#onInput)
    root.addEventListener('click', this.#onClick)
    window.addEventListener('popstate', () => {
      this.#state = readAddress(new URLSearchParams(location.search))
      this.#writeForm()
      this.#writeRows()
    })
  }

  readonly #onInput = ({ target }: Event) => {
    const field = target as HTMLInputElement | HTMLSelectElement
    if (field.name === 'from') this.#changeConvention(field.value)
    else if (field.name === 'loss') this.#state.loss = field.value as LossName
    else if (field.name === 'standardized') this.#state.standardized = field.value === 'yes'
    else if (!this.#readField(field as HTMLInputElement)) return
    this.#update()
  }

  readonly #onClick = ({ target }: Event) => {
    const button = (target as Element).closest<HTMLButtonElement>('button[data-do]')
    if (button?.dataset.do === 'link') {
      const [name, done] = [strings.link[this.#language], strings.copied[this.#language]]
      void copyText(location.href, button, { name, done })
    } else if (button) {
      this.#state = structuredClone(start)
      this.#writeForm()
      this.#update()
    }
  }

  /** Keeps the model where the new convention can write it. */
  #changeConvention(id: string) {
    const row = rowOf(id)!
    const reading = readingOf(this.#state, row)
    const isSame = reading.kind === 'same'
    this.#state.values = isSame ? rounded(reading.values) : startOf(row)
    this.#state.from = id
    this.#state.loss = lossOf(row, this.#state.loss)
    this.#writeForm()
  }

  /** Takes the number of a field, or says beneath it what is wrong; the rows then stay as they are. */
  #readField(field: HTMLInputElement): boolean {
    const kind = this.#numbers().find(({ name }) => name === field.name)!
    const value = readNumber(field.value, kind)
    const isRight = typeof value === 'number'
    field.setAttribute('aria-invalid', String(!isRight))
    const message = this.#find<HTMLElement>(`[data-wrong="${field.name}"]`)
    message.textContent = isRight ? '' : value[this.#language]
    if (!isRight) return false
    if (field.name in this.#state.values) this.#state.values[field.name] = value
    else this.#state[field.name as keyof typeof around] = value
    return true
  }

  #numbers(): NumberOf[] {
    return [...rowOf(this.#state.from)!.numbers, ...Object.values(around)]
  }

  #update() {
    const url = new URL(location.href)
    url.search = writeAddress(this.#state).toString()
    history.replaceState(history.state, '', url)
    this.#writeRows()
  }

  #writeForm() {
    const { from, values, n, deviation, noise, loss, standardized } = this.#state
    this.#find<HTMLSelectElement>('[name="from"]').value = from
    const row = rowOf(from)!
    // Two places for numbers, which bear the names of the convention at hand.
    this.#root.querySelectorAll<HTMLElement>('[data-number]').forEach((place, k) => {
      const kind = row.numbers[k] as NumberOf | undefined
      place.hidden = !kind
      const field = place.querySelector('input')!
      field.name = kind?.name ?? ''
      place.querySelector('[data-label]')!.textContent = kind?.label ?? ''
      place.querySelector<HTMLElement>('[data-wrong]')!.dataset.wrong = kind?.name ?? ''
    })
    const fields = { ...values, n, deviation, noise }
    for (const { name } of this.#numbers()) {
      const field = this.#find<HTMLInputElement>(`input[name="${name}"]`)
      field.value = shortNumber(fields[name as keyof typeof fields]).replace('∞', 'inf')
      field.setAttribute('aria-invalid', 'false')
      this.#find(`[data-wrong="${name}"]`).textContent = ''
    }
    for (const box of this.#root.querySelectorAll<HTMLInputElement>('[name="loss"]')) {
      box.disabled = !row.objective[box.value as LossName]
      box.checked = box.value === loss
    }
    this.#find<HTMLInputElement>(
      `[name="standardized"][value="${standardized ? 'yes' : 'no'}"]`,
    ).checked = true
  }

  #writeRows() {
    const { loss, from, standardized } = this.#state
    this.#root.dataset.loss = loss
    const source = rowOf(from)!.convention
    const warning =
      source === 'glmnet standardize=TRUE' && !standardized
        ? strings.glmnetSource
        : source === 'torch.AdamW'
          ? strings.adamwSource
          : source === 'xgboost.gbtree'
            ? strings.treeSource
            : undefined
    this.#find('[data-warning]').textContent = warning?.[this.#language] ?? ''
    const readings = readingsOf(this.#state)
    for (const { id } of rows) {
      const element = this.#find<HTMLElement>(`[data-row="${id}"]`)
      const reading = readings.get(id)!
      const hasCode = 'code' in reading
      element.hidden = reading.kind === 'other loss'
      element.dataset.kind = reading.kind
      element.toggleAttribute('data-source', id === from)
      element.querySelector('[data-code]')!.textContent = hasCode ? reading.code : ''
      const says = element.querySelector('[data-says]')!
      says.textContent =
        id === from
          ? strings.here[this.#language]
          : reading.kind === 'other model'
            ? strings.otherModel[this.#language]
            : reading.kind === 'no L1' || reading.kind === 'no L2' || reading.kind === 'too large'
              ? strings[reading.kind][this.#language]
              : ''
    }
    for (const group of this.#root.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = !group.querySelector('[data-row]:not([hidden])')
    }
  }

  #find<T extends Element>(selector: string): T {
    return this.#root.querySelector<T>(selector)!
  }
}

/** Numbers as the form shows them, so that the address and the rows say the same. */
const rounded = (values: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Number(value.toPrecision(6))]),
  )
