/** A font as its tables describe it. */
export interface FontTables {
  /** The name of its family. */
  family: string
  /** The widths of its characters, in em. */
  widths: ReadonlyMap<string, number>
}

/**
 * Reads what text layout needs to know of a font.
 *
 * @param font a TrueType or OpenType font, not compressed
 */
export function readFont(font: Buffer): FontTables {
  const starts = new Map<string, number>()
  for (let entry = 0; entry < font.readUInt16BE(4); entry++) {
    const at = 12 + 16 * entry
    starts.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8))
  }
  const table = (tag: string) => {
    const start = starts.get(tag)
    if (start === undefined) throw new Error(`The font has no table “${tag}”.`)
    return font.subarray(start)
  }
  const unitsPerEm = table('head').readUInt16BE(18)
  const measured = table('hhea').readUInt16BE(34)
  const hmtx = table('hmtx')
  // Glyphs beyond those measured are as wide as the last.
  const widthOf = (glyph: number) => hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1))
  const widths = new Map<string, number>()
  for (const [point, glyph] of glyphsIn(table('cmap'))) {
    widths.set(String.fromCodePoint(point), widthOf(glyph) / unitsPerEm)
  }
  return { family: familyIn(table('name')), widths }
}

/** The name of the family for Windows, in UTF-16. */
function familyIn(names: Buffer): string {
  const texts = names.readUInt16BE(4)
  for (let record = 0; record < names.readUInt16BE(2); record++) {
    const at = 6 + 12 * record
    const [platform, name] = [names.readUInt16BE(at), names.readUInt16BE(at + 6)]
    if (platform !== 3 || name !== 1) continue
    const start = texts + names.readUInt16BE(at + 10)
    const text = Buffer.from(names.subarray(start, start + names.readUInt16BE(at + 8)))
    return text.swap16().toString('utf16le')
  }
  throw new Error('The font does not name its family.')
}

/** The glyph of each code point, from the first table of characters in a format that Unicode fonts use. */
function* glyphsIn(cmap: Buffer): Generator<[point: number, glyph: number]> {
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const encoding = cmap.subarray(cmap.readUInt32BE(4 + 8 * record + 4))
    const format = encoding.readUInt16BE(0)
    if (format === 4) return yield* segments(encoding)
    if (format === 12) return yield* groups(encoding)
  }
}

/** Format 4: segments of code points up to U+FFFF, each with a shift or a list of glyphs. */
function* segments(encoding: Buffer): Generator<[number, number]> {
  const size = encoding.readUInt16BE(6)
  const list = (index: number) => 14 + index * size + (index > 0 ? 2 : 0)
  for (let at = 0; at < size; at += 2) {
    const end = encoding.readUInt16BE(list(0) + at)
    const start = encoding.readUInt16BE(list(1) + at)
    const shift = encoding.readUInt16BE(list(2) + at)
    const offset = encoding.readUInt16BE(list(3) + at)
    for (let point = start; point <= end && point < 0xffff; point++) {
      const listed = list(3) + at + offset + 2 * (point - start)
      const glyph = offset === 0 ? point : encoding.readUInt16BE(listed)
      if (glyph !== 0) yield [point, (glyph + shift) & 0xffff]
    }
  }
}

/** Format 12: groups of consecutive code points and glyphs. */
function* groups(encoding: Buffer): Generator<[number, number]> {
  for (let group = 0; group < encoding.readUInt32BE(12); group++) {
    const at = 16 + 12 * group
    const start = encoding.readUInt32BE(at)
    const end = encoding.readUInt32BE(at + 4)
    for (let point = start; point <= end; point++) {
      yield [point, encoding.readUInt32BE(at + 8) + point - start]
    }
  }
}
