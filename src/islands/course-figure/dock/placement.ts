/** A stretch of the window from top to bottom, in px from its upper edge. */
export interface Span {
  top: number
  bottom: number
}

/** Where an opened figure stands: at the right of the text, or in a sheet at the foot of the window; in px. */
export type Placement =
  | { kind: 'dock'; left: number }
  | {
      kind: 'sheet'
      height: number
      /** How far the page has to be scrolled for the line of the link to stay visible. */
      scroll: number
    }

/** The gap between the text and the dock, and that between the line of a link and the sheet: the next line, in px. */
const GAP = 16
const NEXT_LINE = 40

/** Widths of a dock, in px: below the first, a sheet shows more; beyond the second, a picture gains nothing. */
const NARROWEST = 280
const WIDEST = 640

/** Heights of a sheet, as shares of the window: the usual one, and the least before the page is scrolled instead. */
const USUAL = 0.62
const LEAST = 0.5

/** The share of a picture that has to be visible for the reader to see a change of it. */
const ENOUGH = 0.75

/**
 * Whether the reader sees a picture well enough where it is.
 *
 * @param picture its place in the window
 * @param view the part of the window that nothing covers
 */
export function isInView(picture: Span, view: Span): boolean {
  const seen = Math.min(picture.bottom, view.bottom) - Math.max(picture.top, view.top)
  const most = Math.min(picture.bottom - picture.top, view.bottom - view.top)
  return most > 0 && seen >= ENOUGH * most
}

/**
 * Where a figure opens for the reader of a link, so that the text keeps its lines and the link stays visible.
 *
 * @param link the place of the link in the window
 * @param view the part of the window that nothing covers
 * @param textRight the right edge of the text, in px
 * @param width the width of the window without its scrollbar, in px
 */
export function placementFor(link: Span, view: Span, textRight: number, width: number): Placement {
  const room = width - textRight - GAP
  if (room >= NARROWEST) return { kind: 'dock', left: width - Math.min(room, WIDEST) }
  const [usual, least] = [USUAL, LEAST].map((share) => Math.round(share * view.bottom))
  const below = Math.floor(view.bottom - link.bottom - NEXT_LINE)
  const height = Math.max(least, Math.min(usual, below))
  // Not so far that the line disappears at the top.
  const scroll = Math.max(0, Math.min(height - below, link.top - view.top))
  return { kind: 'sheet', height, scroll }
}
