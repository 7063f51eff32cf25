// The package has no types of its own; this is the part of it that is used.
declare module 'subset-font' {
  /** The font with only the glyphs that `text` needs, and the OpenType features that are named. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'woff2'; keepFeatures: readonly string[] },
  ): Promise<Buffer>
}
