import type { Language } from '../../figures/kit/figure.ts'
import { strings } from './strings.ts'

export type NoticeName = 'fromLink' | 'damagedLink' | 'earlierState' | 'ownVersion'

/** What a cell says above its code: where that comes from. */
export class Notice {
  readonly #box: HTMLElement
  readonly #language: Language
  #name: NoticeName | undefined

  constructor(box: HTMLElement, language: Language) {
    this.#box = box
    this.#language = language
  }

  show(name: NoticeName | undefined): void {
    if (name === this.#name) return
    this.#name = name
    this.#box.textContent = name ? strings[name][this.#language] : ''
    this.#box.toggleAttribute('data-quiet', name === 'ownVersion')
    if (name === 'earlierState') this.#box.append(this.#takeButton('takeState'))
    if (name === 'ownVersion') this.#box.append(this.#takeButton('takeOriginal'))
  }

  #takeButton(label: 'takeState' | 'takeOriginal'): HTMLButtonElement {
    const button = document.createElement('button')
    button.type = 'button'
    button.dataset.action = 'take'
    button.textContent = strings[label][this.#language]
    return button
  }
}
