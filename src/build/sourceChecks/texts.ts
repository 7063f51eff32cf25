import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GLOSSARY } from '../../markdown/glossary.ts'
import { filesIn } from '../contentChecks/pages.ts'
import type { SourceFile } from './prose.ts'

/** Files with texts for readers, relative to the root of the project. */
const PLACES: [folder: string, files: RegExp][] = [
  ['content', /^news\.yaml$/],
  ['content/i18n', /\.json$/],
  ['content/data', /^claims\.json$/],
  ['src/figures', /(?<!\.test)\.ts$/],
  ['src/components', /(^|\/)strings\.ts$/],
  ['src/islands', /(^|\/)strings\.ts$/],
]

/**
 * Reads the glossary and all files with texts for readers other than chapters.
 *
 * @param root Folder of the project.
 */
export async function readTexts(root: string): Promise<SourceFile[]> {
  const names = await Promise.all(
    PLACES.map(async ([folder, files]) =>
      (await filesIn(join(root, folder)))
        .filter((name) => files.test(name))
        .map((name) => `${folder}/${name}`),
    ),
  )
  return Promise.all([GLOSSARY, ...names.flat()].map((file) => readText(root, file)))
}

/**
 * Reads one file with texts for readers.
 *
 * @param root Folder of the project.
 * @param file Path of the file in that folder.
 */
export async function readText(root: string, file: string): Promise<SourceFile> {
  return { file, text: await readFile(join(root, file), 'utf8') }
}
