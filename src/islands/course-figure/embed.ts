import type { Figure, Language, Values } from '../../figures/kit/figure.ts'
import { addressOf } from '../../figures/kit/state.ts'
import { copyText } from '../shared/copyText.ts'
import { permanentAddress } from '../shared/permanentAddress.ts'
import { strings } from './strings.ts'

/** The height of the frame, in px: room for any figure where the frame is as wide as a column of text. */
const HEIGHT = 460

/** One line of HTML that shows a figure in a state on another page. */
export function embedLine(figure: Figure, values: Values, language: Language): string {
  const folder = `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}${language}/embed/${figure.name}/`
  const [query] = addressOf(figure, figure.name, values).split('#')
  const src = new URL(folder + query, permanentAddress()).href
  const attributes = {
    src,
    title: figure.title[language],
    width: '100%',
    height: String(HEIGHT),
    style: 'border: 0',
    loading: 'lazy',
  }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`)
  return `<iframe ${written.join(' ')}></iframe>`
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** Shows the line below the buttons of a figure, or puts it away. */
export function toggleEmbed(button: HTMLButtonElement, line: string, language: Language): void {
  const buttons = button.closest('.figure-buttons')!
  const shown = buttons.parentElement!.querySelector('.figure-embed')
  shown?.remove()
  button.setAttribute('aria-expanded', String(!shown))
  if (shown) return
  const box = document.createElement('div')
  box.className = 'figure-embed'
  const hint = document.createElement('p')
  hint.textContent = strings.embedHint[language]
  const field = document.createElement('input')
  field.readOnly = true
  field.value = line
  field.ariaLabel = strings.embedLine[language]
  field.addEventListener('focus', () => {
    // Backward, so that the beginning is seen.
    field.setSelectionRange(0, line.length, 'backward')
  })
  const copy = document.createElement('button')
  copy.type = 'button'
  copy.textContent = strings.copyLine[language]
  const words = { name: strings.copyLine[language], done: strings.lineCopied[language] }
  copy.addEventListener('click', () => void copyText(field.value, copy, words))
  box.append(hint, field, copy)
  buttons.after(box)
  field.focus()
}
