import { libraries, readRecording, type Library, type Recording } from './libraries.ts'

/** A program in another library, with what it printed there. */
export interface Written extends Pick<Library, 'language'> {
  library: string
  code: string
  recording: Recording
  /** The table that it reads, by the name of its file, and where a reader can get it. */
  table: { file: string; address: string } | undefined
}

const texts = import.meta.glob<string>('../../../../content/programs/*/*', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const addresses = import.meta.glob<string>('../../../../content/data/*.csv', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** The program of a folder of `content/programs`: as a cell runs it, and in the libraries in which it is written. */
export function programOf(name: string): { code: string; others: Written[] } {
  const read = (file: string): string | undefined =>
    texts[`../../../../content/programs/${name}/${file}`]?.trimEnd()
  const code = read('shrinkage.ts')
  if (code === undefined) {
    const known = Object.keys(texts).map((path) => path.split('/').at(-2))
    throw new Error(
      `There is no program “${name}”; expected one of ${[...new Set(known)].join(', ')}.`,
    )
  }
  const others = Object.entries(libraries).flatMap(([library, { file, language }]): Written[] => {
    const theirs = read(file)
    const output = read(`${file}.txt`)
    if (theirs === undefined || output === undefined) return []
    return [
      { library, language, code: theirs, recording: readRecording(output), table: tableIn(theirs) },
    ]
  })
  return { code, others }
}

function tableIn(code: string): Written['table'] {
  const file = /"(\w+\.csv)"/.exec(code)?.[1]
  return file ? { file, address: addresses[`../../../../content/data/${file}`] } : undefined
}
