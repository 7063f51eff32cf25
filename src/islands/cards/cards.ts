/*
 * Shows the definition of a term, an equation or an entry of the references when the reader points at a link to it,
 * focuses the link by keyboard or taps it. Without this script the links lead there.
 */
import { hoverCards } from '../shared/hoverCards.ts'
import { createCard, LINKS, loadPage } from './contents.ts'

hoverCards({
  linkAt: (target) => target.closest<HTMLAnchorElement>(LINKS),
  rest: 150,
  onTouch: true,
  prepare: (link) => void loadPage(link).catch(() => {}), // then the link does what links do
  create: createCard,
})
