/*
 * Shows the definition of a term when the reader points at its link, focuses it by keyboard or taps it. Without this
 * script the links lead to the glossary.
 */
import { hoverCards } from '../shared/hoverCards.ts'
import { createCard, loadGlossary } from './card.ts'

hoverCards({
  linkAt: (target) => target.closest<HTMLAnchorElement>('a[data-term]'),
  rest: 150,
  onTouch: true,
  prepare: (link) => void loadGlossary(link).catch(() => {}), // then the link does what links do
  create: createCard,
})
