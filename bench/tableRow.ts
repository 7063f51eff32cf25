/** A row of a table in Markdown. */
export const tableRow = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
