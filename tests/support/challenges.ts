import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { challengesIn } from '../../src/markdown/challengeText.ts'

/** The chapters that have challenges, with their number: `{ chapter: 'l1', count: 3 }`. */
export const challengeChapters = globSync('content/docs/en/*.mdx')
  .map((file) => ({
    chapter: basename(file, '.mdx'),
    count: challengesIn(readFileSync(file, 'utf8')).length,
  }))
  .filter(({ count }) => count > 0)
  .sort((a, b) => a.count - b.count)

/** The number of challenges of the course. */
export const challengeCount = challengeChapters.reduce((sum, { count }) => sum + count, 0)
