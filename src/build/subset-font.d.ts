// The packages have no types; this declares the parts in use.
declare module 'subset-font' {
  /** Reduces a font to the glyphs of `text` and the given OpenType features. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'sfnt'
      keepFeatures: readonly string[]
      noHinting: boolean
      dropTables?: readonly string[]
      /** The values at which axes of a variable font are fixed. */
      variationAxes?: Readonly<Record<string, number>>
    },
  ): Promise<Buffer>
}

declare module 'fontverter' {
  /** Changes the format of a font. */
  export function convert(font: Buffer, format: 'woff2'): Promise<Buffer>
}
