import { libraries, readRecording, type Library, type Recording } from './libraries.ts'

/** A program for another library, with its recorded output. */
export interface Written extends Pick<Library, 'language'> {
  library: string
  code: string
  recording: Recording
  /** The table that it reads: file name, and the address to download it from. */
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

/** The programs in a folder of `content/programs`: the one that a cell runs, and those for other libraries. */
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
