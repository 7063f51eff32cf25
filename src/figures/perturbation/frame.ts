export const RIDGE = 'var(--dc-l2)'
export const MUTED = 'var(--dc-muted)'

/** What the four panels share. */
export const half = {
  size: 'half',
  width: 370,
  height: 270,
  margin: { top: 18, right: 8, bottom: 34, left: 38 },
} as const
