// The package has no types; this declares the part in use.
declare module 'subset-font' {
  /** Reduces a font to the glyphs of `text` and the given OpenType features. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2'
      keepFeatures: readonly string[]
      noHinting: boolean
      dropTables: readonly string[]
    },
  ): Promise<Buffer>
}
