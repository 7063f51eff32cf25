/*
 * Shows the definition of a term, an equation or an entry of the references when the reader points at a link to it,
 * focuses the link by keyboard or taps it. Without this script the links lead there.
 *
 * As WCAG 1.4.13 requires: the pointer may move onto the card, Escape closes it, and it stays until the reader leaves.
 */
import { showPopup } from '../shared/popup.ts'
import { createCard, LINKS, loadPage } from './contents.ts'

/** Delay before the card of a hovered link opens, and before it closes after the pointer has left both, in ms. */
const REST = 150
const GRACE = 300

let shown: { link: HTMLAnchorElement; card: HTMLElement } | undefined
/** The link whose card was last requested. */
let meant: HTMLAnchorElement | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let pointer = ''

function later(action: () => void, delay: number): void {
  clearTimeout(timer)
  timer = setTimeout(action, delay)
}

async function show(link: HTMLAnchorElement): Promise<void> {
  clearTimeout(timer)
  if (shown?.link === link) return
  hide()
  meant = link
  const card = await createCard(link)
  if (meant !== link) return
  link.setAttribute('aria-describedby', 'popup-text')
  showPopup(card, link)
  shown = { link, card }
}

function hide(): void {
  clearTimeout(timer)
  meant = undefined
  if (!shown) return
  shown.card.remove()
  shown.link.removeAttribute('aria-describedby')
  shown = undefined
}

function linkAt({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>(LINKS) : null
}

function isInCard({ target }: Event): boolean {
  return target instanceof Node && shown !== undefined && shown.card.contains(target)
}

/** Whether keyboard focus keeps the card open, wherever the pointer is. */
function isFocused(): boolean {
  return meant?.matches(':focus-visible') || shown?.card.contains(document.activeElement) || false
}

document.addEventListener('pointerover', (event) => {
  if (event.pointerType === 'touch') return
  const link = linkAt(event)
  if (link) {
    loadPage(link).catch(() => {}) // then the link does what links do
    later(() => show(link).catch(() => {}), REST)
  } else if (isInCard(event) || isFocused()) clearTimeout(timer)
  else later(hide, GRACE)
})

document.documentElement.addEventListener('pointerleave', () => {
  if (!isFocused()) later(hide, GRACE)
})

document.addEventListener('focusin', (event) => {
  const link = linkAt(event)
  if (link?.matches(':focus-visible')) show(link).catch(() => {})
  else if (!link && !isInCard(event)) hide()
})

document.addEventListener('pointerdown', (event) => {
  pointer = event.pointerType
  if (!linkAt(event) && !isInCard(event)) hide()
})

document.addEventListener('click', (event) => {
  const link = linkAt(event)
  if (!link || pointer !== 'touch' || shown?.link === link) return
  event.preventDefault()
  show(link).catch(() => location.assign(link.href))
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !meant) return
  if (shown?.card.contains(document.activeElement)) shown.link.focus()
  hide()
})
