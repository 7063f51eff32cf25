/**
 * An example that fits a table of the course, made to fit one of the reader's: its import and its constant `target`
 * name that table and column.
 */
export function programFor(
  example: string,
  { name, target }: { name: string; target: string },
): string {
  return example
    .replace(/'data\/[^']*'/, () => quoted(`data/${name}`))
    .replace(/^(const target = ).*$/m, (_, start: string) => start + quoted(target))
}

const quoted = (text: string) =>
  `'${text.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`
