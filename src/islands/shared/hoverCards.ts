import { placeCard } from './placeCard.ts'

/** Delay before a card closes after the pointer has left both its link and itself, in ms. */
const GRACE = 300

/** Cards that explain links of one kind. */
interface Cards {
  /** The link of this kind that contains an element. */
  linkAt(target: Element): HTMLAnchorElement | null
  /** Delay before the card of a hovered link opens, in ms. */
  rest: number
  /** Whether the first tap on a link shows its card instead of following it. */
  onTouch: boolean
  /** Called when the pointer reaches a link, to load what its card needs. */
  prepare(link: HTMLAnchorElement): void
  /**
   * The card of a link, an element with an id that describes the link; undefined if there is nothing to show. When it
   * fails, the link does what links do.
   */
  create(link: HTMLAnchorElement): Promise<{ card: HTMLElement; describedBy: string } | undefined>
}

/**
 * Shows cards for links when the reader points at them, focuses them by keyboard or, if meant so, taps them.
 *
 * As WCAG 1.4.13 requires: the pointer may move onto the card, Escape closes it, and it stays until the reader leaves.
 */
export function hoverCards({ linkAt, rest, onTouch, prepare, create }: Cards): void {
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
    const created = await create(link)
    if (meant !== link || !created) return
    const { card, describedBy } = created
    link.after(card)
    link.setAttribute('aria-describedby', describedBy)
    card.showPopover()
    placeCard(card, link)
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

  const linkOf = ({ target }: Event) => (target instanceof Element ? linkAt(target) : null)

  const isInCard = ({ target }: Event) =>
    target instanceof Node && shown !== undefined && shown.card.contains(target)

  /** Whether keyboard focus keeps the card open, wherever the pointer is. */
  const isFocused = () =>
    meant?.matches(':focus-visible') || shown?.card.contains(document.activeElement) || false

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return
    const link = linkOf(event)
    if (link) {
      prepare(link)
      later(() => show(link).catch(() => {}), rest)
    } else if (isInCard(event) || isFocused()) clearTimeout(timer)
    else later(hide, GRACE)
  })

  document.documentElement.addEventListener('pointerleave', () => {
    if (!isFocused()) later(hide, GRACE)
  })

  document.addEventListener('focusin', (event) => {
    const link = linkOf(event)
    if (link?.matches(':focus-visible')) show(link).catch(() => {})
    else if (!link && !isInCard(event)) hide()
  })

  document.addEventListener('pointerdown', (event) => {
    pointer = event.pointerType
    if (!linkOf(event) && !isInCard(event)) hide()
  })

  document.addEventListener('click', (event) => {
    const link = linkOf(event)
    if (!link) return
    if (!onTouch) hide()
    else if (pointer === 'touch' && shown?.link !== link) {
      event.preventDefault()
      show(link).catch(() => location.assign(link.href))
    }
  })

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !meant) return
    if (shown?.card.contains(document.activeElement)) shown.link.focus()
    hide()
  })
}
