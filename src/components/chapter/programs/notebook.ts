import type { Locale } from '../../lib/languages.ts'
import { pageAddress } from '../../lib/urls.ts'
import { programIn } from '../../lib/programIn.ts'
import type { Written } from './programs.ts'

/** A notebook, as https://nbformat.readthedocs.io/en/latest/format_description.html has it. */
export interface Notebook {
  nbformat: 4
  nbformat_minor: 5
  metadata: {
    kernelspec: { name: string; display_name: string; language: string }
    language_info: { name: string }
  }
  cells: NotebookCell[]
}

interface CommonCell {
  /** Unique in the notebook: at most 64 letters, digits and hyphens. */
  id: string
  metadata: { jupyter?: { source_hidden: boolean } }
  /** Lines, each but the last with its end. */
  source: string[]
}

export type NotebookCell =
  | (CommonCell & { cell_type: 'markdown' })
  | (CommonCell & {
      cell_type: 'code'
      execution_count: number
      outputs: { output_type: 'stream'; name: 'stdout'; text: string[] }[]
    })

/** A place of a page that shows programs. */
export interface ProgramPlace {
  /** Folder in `content/programs`. */
  name: string
  /** Its id on the page. */
  id: string
  /** The words of the heading above it, or the title of the challenge. */
  title: string
}

/** A chapter whose programs become a notebook. */
export interface NotebookChapter {
  /** Such as `en/l2`. */
  id: string
  title: string
  description: string
  /** The text of its file. */
  body: string
}

/** Where the notebook of a page is. */
export const notebookAddress = (base: string, page: string): string => {
  const [locale, name] = page.split('/')
  return `${pageAddress(base, `${locale}/notebooks`)}${name}.ipynb`
}

/** The places of a chapter that show programs, from top to bottom. */
export function programPlaces(chapter: string): ProgramPlace[] {
  const marks =
    /^#{2,6} (.*) \{#[\w-]+\}$|^<Programs name="([^"]*)"|^<Challenge id="([^"]*)" title="([^"]*)">$/gm
  let heading = ''
  return [...chapter.matchAll(marks)].flatMap(([, words, program, challenge, title]) => {
    if (program) return [{ name: program, id: `program-${program}`, title: heading }]
    if (challenge) return [{ name: `challenge-${challenge}`, id: `challenge-${challenge}`, title }]
    heading = words
    return []
  })
}

const words = {
  en: {
    about: (title: string, address: string) =>
      `The Python programs of [${title}](${address}), each with the output that was recorded for the course. Run them, change them; the text that explains them is there.`,
    needs: (packages: string) => `They need \`pip install ${packages}\`.`,
    data: (files: string) =>
      `The next cells write the data beside this notebook: ${files}. An older file of that name is replaced.`,
    program: (title: string, address: string, versions: string) =>
      `From [${title}](${address}). Recorded with ${versions}.`,
  },
  zh: {
    about: (title: string, address: string) =>
      `[${title}](${address})中的 Python 程序，附有课程记录下来的输出。可以运行，也可以随意修改；讲解见原文。`,
    needs: (packages: string) => `需要先执行 \`pip install ${packages}\`。`,
    data: (files: string) =>
      `下面的单元格把数据写到这个笔记本旁边：${files}。同名的旧文件会被覆盖。`,
    program: (title: string, address: string, versions: string) =>
      `见[${title}](${address})。记录所用的版本：${versions}。`,
  },
} as const

/** What a program imports, and the package that brings it. */
const PACKAGES = { numpy: 'numpy', pandas: 'pandas', sklearn: 'scikit-learn', torch: 'torch' }

/**
 * The notebook of a chapter: its data, and its programs in Python as they were recorded. Undefined if it has none.
 *
 * @param chapter its page
 * @param url of the page
 * @param programsOf the programs for other libraries in a folder of `content/programs`
 * @param tableOf the text of a table of `content/data`, by the name of its file
 */
export function notebookOf(
  { id, title, description, body }: NotebookChapter,
  url: string,
  programsOf: (name: string) => readonly Written[],
  tableOf: (file: string) => string,
): Notebook | undefined {
  const language = id.split('/')[0] as Locale
  const text = words[language]
  const recorded = programPlaces(body).flatMap((place) =>
    programsOf(place.name)
      .filter((program) => program.language === 'python')
      .map((program) => ({ place, program })),
  )
  if (recorded.length === 0) return undefined
  const code = recorded.map(({ program }) => program.code).join('\n')
  const packages = Object.entries(PACKAGES)
    .filter(([module]) => new RegExp(`^(import|from) ${module}\\b`, 'm').test(code))
    .map(([, name]) => name)
  const files = [...new Set(recorded.flatMap(({ program }) => program.table?.file ?? []))]

  let count = 0
  const codeCell = (
    id: string,
    source: string,
    output: string,
    isHidden = false,
  ): NotebookCell => ({
    id,
    cell_type: 'code',
    execution_count: ++count,
    metadata: isHidden ? { jupyter: { source_hidden: true } } : {},
    source: linesOf(source),
    outputs: [{ output_type: 'stream', name: 'stdout', text: linesOf(`${output}\n`) }],
  })
  const cells: NotebookCell[] = [
    markdown(
      'title',
      `# ${title}\n\n${description}\n\n${text.about(title, url)} ${text.needs(packages.join(' '))}`,
    ),
    ...(files.length > 0
      ? [markdown('data', text.data(files.map((file) => `\`${file}\``).join(', ')))]
      : []),
    ...files.map((file) =>
      codeCell(
        `data-${file.replace('.', '-')}`,
        `%%writefile ${file}\n${tableOf(file).trimEnd()}`,
        `Writing ${file}`,
        true,
      ),
    ),
    ...recorded.flatMap(({ place, program }) => {
      const name = `${place.name}-${program.library.toLowerCase()}`
      const heading = `## ${place.title}: ${program.library}`
      const from = text.program(place.title, `${url}#${place.id}`, program.recording.versions)
      return [
        markdown(`${name}-text`, `${heading}\n\n${from}`),
        codeCell(name, programIn(language, program.code), program.recording.output),
      ]
    }),
  ]
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: {
      kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' },
      language_info: { name: 'python' },
    },
    cells,
  }
}

const markdown = (id: string, source: string): NotebookCell => ({
  id,
  cell_type: 'markdown',
  metadata: {},
  source: linesOf(source),
})

/** The lines of a text, each but the last with its end. */
const linesOf = (text: string): string[] => text.split(/(?<=\n)/)
