import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'astro/zod'

/** Path of the list of what is new, relative to the root of the project. */
export const NEWS = 'content/news.yaml'

const words = z.strictObject({ title: z.string(), text: z.string() })
const newsSchema = z.array(
  z.strictObject({
    date: z.iso.date(),
    see: z.string().regex(/^[\w-]+(#[\w-]+)?$/, 'expected page or page#heading'),
    en: words,
    zh: words,
  }),
)

export type News = z.infer<typeof newsSchema>

/**
 * Reads what is new, newest first.
 *
 * @param text the content of the list
 * @throws Error that says which entry is wrong and what is expected
 */
export function readNews(text = readFileSync(NEWS, 'utf8')): News {
  const result = newsSchema.safeParse(parse(text))
  if (!result.success) throw new Error(`${NEWS}: ${z.prettifyError(result.error)}`)
  const places = result.data.map(({ see }) => see)
  const twice = places.find((see, index) => places.indexOf(see) !== index)
  // Readers of the feed tell entries apart by their address.
  if (twice !== undefined) throw new Error(`${NEWS}: two entries lead to “${twice}”; expected one.`)
  return result.data.toSorted((a, b) => b.date.localeCompare(a.date))
}
