/**
 * The name under which programs import a table: letters and digits of any script, and hyphens between them.
 *
 * @example
 * tableName('My table (2).csv') // 'My-table-2'
 */
export function tableName(text: string): string {
  const words = text
    .slice(0, 100)
    .replace(/\.(csv|tsv|txt)$/i, '')
    .match(/[\p{L}\p{N}_]+/gu)
  return words?.join('-') ?? 'mine'
}
