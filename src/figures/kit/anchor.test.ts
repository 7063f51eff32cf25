import { expect, test } from 'vitest'
import { sidesOf, type Anchor, type Sides } from './anchor.ts'

test.each<[Anchor | undefined, Sides['across'], Sides['down']]>([
  ['top-left', 'left', 'top'],
  ['top-right', 'right', 'top'],
  ['bottom-left', 'left', 'bottom'],
  ['bottom-right', 'right', 'bottom'],
  ['top', 'middle', 'top'],
  ['bottom', 'middle', 'bottom'],
  ['left', 'left', 'middle'],
  ['right', 'right', 'middle'],
  [undefined, 'middle', 'middle'],
])('an anchor %s is at the %s across and at the %s down', (anchor, across, down) => {
  expect(sidesOf(anchor)).toEqual({ across, down })
})
