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

const tables = import.meta.glob<string>('../../../../content/data/*.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The text of a table of the course, by the name of its file. */
export const tableText = (file: string): string => tables[`../../../../content/data/${file}`]

const read = (name: string, file: string): string | undefined =>
  texts[`../../../../content/programs/${name}/${file}`]?.trimEnd()

/** The program that a cell runs, in a folder of `content/programs`. */
export function ownProgram(name: string): string {
  const code = read(name, 'shrinkage.ts')
  if (code !== undefined) return code
  const known = Object.keys(texts).filter((path) => path.endsWith('/shrinkage.ts'))
  throw new Error(
    `There is no program “${name}”; expected one of ${known.map((path) => path.split('/').at(-2)).join(', ')}.`,
  )
}

/** The programs for other libraries in a folder of `content/programs`; none if there is no such folder. */
export function writtenPrograms(name: string): Written[] {
  return Object.entries(libraries).flatMap(([library, { file, language }]): Written[] => {
    const [code, output] = [read(name, file), read(name, `${file}.txt`)]
    if (code === undefined || output === undefined) return []
    const recording = readRecording(output)
    return [{ library, language, code, recording, table: tableIn(code) }]
  })
}

function tableIn(code: string): Written['table'] {
  const file = /"(\w+\.csv)"/.exec(code)?.[1]
  return file ? { file, address: addresses[`../../../../content/data/${file}`] } : undefined
}
