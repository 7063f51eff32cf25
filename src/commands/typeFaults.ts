/** How many faults of one folder are shown: those that follow from the first say less. */
const SHOWN = 3

/** The files of a figure in the order in which types flow through them: a fault of one shows again in those behind it. */
const FLOW = ['parameters.ts', 'model.ts', 'Panel.ts', 'Panels.ts', 'report.ts', 'index.ts']

/** A message of the compiler: where, and its sentences from the outermost type to the innermost. */
interface Fault {
  folder: string
  file: string
  line: string
  sentences: string[]
}

/**
 * What the compiler says of figures, for somebody who did not write its types: of each folder the first few faults, in
 * the order in which they follow from each other, each with the sentence that says most.
 *
 * @param output what `tsc --pretty false` prints
 * @returns Lines `file:line: what is wrong (types)`, empty where it found nothing.
 */
export function typeFaults(output: string): string {
  if (output.trim() === '') return ''
  const faults = faultsIn(output)
  // It could not start, or it speaks of no file.
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
