import { parse } from 'yaml'
import { z } from 'astro/zod'
import { closest } from 'fastest-levenshtein'
import type { Problem } from '../../markdown/problems.ts'
import { questionSchema } from '../../markdown/questionSchema.ts'
import type { Chapter } from './chapter.ts'
import { isQuestion } from './questions.ts'

/** The allowed keys of a chapter. Starlight knows more, and silently ignores a misspelt one. */
const chapterSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  sidebar: z.strictObject({ order: z.number().optional(), hidden: z.boolean().optional() }),
  number: z.coerce
    .string()
    .regex(/^\d+[a-z]?$/, 'expected a number such as 2 or 1b')
    .optional(),
  buildsOn: z.array(z.string()).optional(),
  template: z.literal('splash').optional(),
  hero: z.strictObject({ tagline: z.string() }).optional(),
  tableOfContents: z.literal(false).optional(),
  pagefind: z.literal(false).optional(),
  searchWeight: z.number().positive().optional(),
  unmarkedTerms: z.union([z.literal('all'), z.array(z.string())]).optional(),
})

/** Keys of the frontmatter that are unknown, missing or of the wrong type. */
export function checkFrontmatter(chapter: Chapter): Problem[] {
  const { file, frontmatter } = chapter
  const schema = isQuestion(chapter) ? questionSchema : chapterSchema
  let data: unknown
  try {
    data = parse(frontmatter) ?? {}
  } catch (error) {
    const line = (error as { linePos?: { line: number }[] }).linePos?.[0]?.line ?? 1
    const [reason] = (error as Error).message.split('\n')
    return [
      {
        file,
        line: line + 1,
        rule: 'frontmatter',
        message: `the frontmatter is not valid YAML: ${reason}`,
      },
    ]
  }
  const { error } = schema.safeParse(data)
  return (error?.issues ?? []).flatMap((issue) => {
    const path = issue.path.join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => {
        const known = Object.keys(schema.shape)
        const nearest = closest(key, known)
        const hint = `did you mean “${nearest}”?`
        return {
          file,
          line: lineOf(frontmatter, key),
          rule: 'frontmatter',
          message: `the frontmatter knows no “${[path, key].filter(Boolean).join('.')}”: ${hint}`,
        }
      })
    }
    const missing = valueAt(data, issue.path) === undefined
    const message = missing
      ? `the frontmatter lacks “${path}”`
      : `the frontmatter’s “${path}” is not as expected: ${issue.message}`
    return [
      {
        file,
        line: missing ? 1 : lineOf(frontmatter, String(issue.path.at(-1))),
        rule: 'frontmatter',
        message,
      },
    ]
  })
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  )
}

/** The line of a frontmatter key in the file. */
function lineOf(frontmatter: string, key: string): number {
  const at = frontmatter.split('\n').findIndex((line) => line.includes(`${key}:`))
  return at + 2
}
