/** Maximum number of faults shown per folder; later ones tend to follow from the first. */
const SHOWN = 3

/** The files of a figure in the order in which types flow through them: a fault in one reappears in the later ones. */
const FLOW = ['parameters.ts', 'model.ts', 'Panel.ts', 'Panels.ts', 'report.ts', 'index.ts']

/** A message of the compiler: its place, and its sentences from the outermost type to the innermost. */
interface Fault {
  folder: string
  file: string
  line: string
  sentences: string[]
}

/**
 * Shortens the compiler's output on figures for readers who do not know their types: the first few faults of each
 * folder, in the order in which they follow from each other, each with its most informative sentence.
 *
 * @param output output of `tsc --pretty false`
 * @returns Lines `file:line: what is wrong (types)`, empty if there are no faults.
 */
export function typeFaults(output: string): string {
  if (output.trim() === '') return ''
  const faults = faultsIn(output)
  // It could not start, or its message names no file.
  if (faults.length === 0) return output.trimEnd()
  const folders = Map.groupBy(faults, ({ folder }) => folder)
  const lines = [...folders.values()].flatMap((all) => {
    const inFlow = all.toSorted((a, b) => rankOf(a) - rankOf(b))
    const rest = inFlow.length - SHOWN
    return [
      ...inFlow.slice(0, SHOWN).map(sentenceOf),
      ...(rest > 0 ? [`  and ${rest} more in ${all[0].folder}, which may follow from these`] : []),
    ]
  })
  return [...lines, '', 'npm run check:figures shows them in full.'].join('\n')
}

function faultsIn(output: string): Fault[] {
  const faults: Fault[] = []
  for (const line of output.split('\n')) {
    const start = /^((?:src\/figures\/[^/(]+\/?)?[^(]*)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line)
    if (start) {
      const [, file, number, sentence] = start
      const folder = /^src\/figures\/[^/]+/.exec(file)?.[0] ?? file
      faults.push({ folder, file, line: number, sentences: [sentence] })
    } else if (line.startsWith(' ')) faults.at(-1)?.sentences.push(line.trim())
  }
  return faults
}

const rankOf = ({ file }: Fault) => {
  const rank = FLOW.findIndex((end) => file.endsWith(end))
  return rank < 0 ? FLOW.length : rank
}

/** The innermost sentence says what is expected; the outermost of a name says which one was meant. */
function sentenceOf({ file, line, sentences }: Fault): string {
  const sentence = sentences.find((text) => text.includes('Did you mean')) ?? sentences.at(-1)
  return `${file}:${line}: ${shortened(sentence ?? '')} (types)`
}

/** Types written out at length are of no help to a reader: `{ readonly lambda: { … }; … }` becomes `{…}`. */
function shortened(sentence: string): string {
  const inner = /\{[^{}]*\}/g
  let text = sentence
  while (inner.test(text)) text = text.replace(inner, '\u0001')
  return text.replaceAll('\u0001', '{…}').replace(/\.$/, '')
}
