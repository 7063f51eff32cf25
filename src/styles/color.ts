/** Colours as numbers, for tests of the palette. Channels are linear sRGB, 0 to 1. */
export type Color = readonly [number, number, number]

/** Linear sRGB of a colour such as `#cd4028`. */
export function fromHex(hex: string): Color {
  const channel = (start: number) => {
    const encoded = parseInt(hex.slice(start, start + 2), 16) / 255
    return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const luminance = ([r, g, b]: Color) => 0.2126 * r + 0.7152 * g + 0.0722 * b

/** Contrast ratio of two colours, 1 to 21 (WCAG 2). */
export function contrast(a: Color, b: Color): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const product = (matrix: readonly Color[], color: Color) =>
  matrix.map((row) => row[0] * color[0] + row[1] * color[1] + row[2] * color[2]) as unknown as Color

/** Distance of two colours in Oklab (Ottosson 2020), as seen; black to white is 1. */
export function distance(a: Color, b: Color): number {
  const oklab = (color: Color) => {
    const cones = product(
      [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ],
      color,
    ).map(Math.cbrt) as unknown as Color
    return product(
      [
        [0.2104542553, 0.793617785, -0.0040720468],
        [1.9779984951, -2.428592205, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.808675766],
      ],
      cones,
    )
  }
  const [p, q] = [oklab(a), oklab(b)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

const deficiencies = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const

export type Deficiency = keyof typeof deficiencies

/** A colour as seen by a reader without one kind of cone (Machado, Oliveira, Fernandes 2009). */
export function seenWith(deficiency: Deficiency, color: Color): Color {
  const clamp = (channel: number) => Math.min(1, Math.max(0, channel))
  const [r, g, b] = product(deficiencies[deficiency], color)
  return [clamp(r), clamp(g), clamp(b)]
}
