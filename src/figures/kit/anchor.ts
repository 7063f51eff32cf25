/** The corner, side or middle of the frame that a mark is placed at in the directions in which it has no position. */
export type Anchor = `${'top' | 'bottom'}-${'left' | 'right'}` | 'top' | 'bottom' | 'left' | 'right'

/** The sides of a frame that an anchor is at, across and down; 'middle' where it names none, or there is none. */
export interface Sides {
  across: 'left' | 'middle' | 'right'
  down: 'top' | 'middle' | 'bottom'
}

export function sidesOf(anchor: Anchor | undefined): Sides {
  const named: readonly string[] = anchor?.split('-') ?? []
  const side = <S extends string>(one: S, other: S) =>
    named.includes(one) ? one : named.includes(other) ? other : 'middle'
  return { across: side('left', 'right'), down: side('top', 'bottom') }
}
