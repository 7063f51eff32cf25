import { languageKey } from '../lib/languages.ts'
import { keepOnDevice } from '../../islands/shared/deviceStorage.ts'

/** Id of the section being read: the last heading above the middle of the window. */
function currentHeading(): string {
  const headings = document.querySelectorAll<HTMLElement>('main :is(h2, h3, h4)[id]')
  const passed = [...headings].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
  )
  return window.scrollY > 0 ? (passed.at(-1)?.id ?? '') : ''
}

/**
 * Makes a link to the other language lead to the same place: the same state of the figures, and the heading in the
 * address or else the one being read. Following the link also stores the reader's choice of language.
 */
export function keepPlace(link: HTMLAnchorElement): void {
  const path = link.pathname
  const aim = () => {
    const heading = currentHeading()
    const hash = location.hash || (heading && `#${heading}`)
    link.href = path + location.search + hash
  }
  link.addEventListener('pointerdown', aim)
  link.addEventListener('click', () => {
    aim()
    keepOnDevice(languageKey, link.dataset.locale ?? '')
  })
}
