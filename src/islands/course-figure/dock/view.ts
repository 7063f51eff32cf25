import { isInView, type Span } from './placement.ts'

/** The part of the window below the fixed parts of the frame. */
export function viewOf(): Span {
  const { scrollPaddingTop } = getComputedStyle(document.documentElement)
  return { top: parseFloat(scrollPaddingTop) || 0, bottom: innerHeight }
}

/** Whether the reader sees the main picture of a figure well enough. */
export function isSeen(figure: HTMLElement): boolean {
  return isInView(figure.querySelector('.figure-stage')!.getBoundingClientRect(), viewOf())
}
