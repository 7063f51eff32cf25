import { describe, expect, test } from 'vitest'
import { isInView, placementFor } from './placement.ts'

const view = { top: 80, bottom: 800 }
const line = (top: number) => ({ top, bottom: top + 20 })

describe('a picture is in view', () => {
  test.each([
    ['whole', { top: 200, bottom: 600 }, true],
    ['three quarters of it', { top: 500, bottom: 900 }, true],
    ['less', { top: 501, bottom: 901 }, false],
    ['above the window', { top: -500, bottom: -100 }, false],
    ['larger than the window, which it fills', { top: -100, bottom: 900 }, true],
    ['not drawn', { top: 300, bottom: 300 }, false],
  ])('%s', (_, picture, seen) => {
    expect(isInView(picture, view)).toBe(seen)
  })
})

describe('a figure opens', () => {
  test('beside the text where there is room, wherever the line is', () => {
    for (const top of [0, 400, 780]) {
      expect(placementFor(line(top), view, 928, 1280)).toEqual({ kind: 'dock', left: 944 })
    }
  })

  test('no wider than a picture needs', () => {
    expect(placementFor(line(400), view, 1248, 2560)).toEqual({ kind: 'dock', left: 1920 })
  })

  test('in a sheet where there is none', () => {
    const sheet = { kind: 'sheet', height: 496, scroll: 0 }
    expect(placementFor(line(100), view, 985, 1280)).toEqual(sheet)
    expect(placementFor(line(100), view, 355, 375)).toEqual(sheet)
  })

  test('in a lower sheet rather than over the line', () => {
    const sheet = { kind: 'sheet', height: 414, scroll: 0 }
    expect(placementFor(line(326), view, 355, 375)).toEqual(sheet)
  })

  test('the page is scrolled as far as the line needs, and no further than the line can go', () => {
    const [height, gap] = [400, 40]
    const low = placementFor(line(700), view, 355, 375)
    expect(low).toEqual({ kind: 'sheet', height, scroll: 720 + gap - (800 - height) })
    const flat = placementFor(line(150), { top: 80, bottom: 180 }, 800, 812)
    expect(flat).toMatchObject({ scroll: 70 })
  })
})
