/**
 * The program of a cell as a file that Node runs: what a cell offers by itself is put in front.
 *
 * @param parts Set-up and code, in their order.
 * @param address Where the cell stands.
 */
export function programFile(parts: readonly string[], address: string): string {
  return `// From ${address}
// Node runs this file where the package \`shrinkage\` and the course's tables \`data/…\` are found.
// What a cell of the course shows on its page is written to the console here.
Object.assign(globalThis, {
  print: console.log,
  table: console.table,
  plot: () => console.log('(a picture: cells of the course draw it)'),
  progress: (share: number, label = '') => console.log(\`\${Math.round(100 * share)}% \${label}\`),
  check: (holds: unknown, message: string) => console.log(holds ? '✓' : '✗', message),
})

${parts.join('\n')}
`
}
