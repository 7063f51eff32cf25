/* Prints what is wrong with the typesetting of the Chinese texts, and fails if anything is. */
import { chineseCopyProblems } from '../build/contentChecks/chineseCopy.ts'
import { readTexts } from '../build/contentChecks/texts.ts'
import { ContentError, failOn } from '../build/problems.ts'

try {
  failOn(chineseCopyProblems(await readTexts('.')))
} catch (error) {
  if (!(error instanceof ContentError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
