import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders'
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'
import { defineCollection } from 'astro:content'
import { questionSchema } from './src/markdown/questionSchema.ts'

/**
 * Of a chapter: its number, such as `2` or `1b`; the chapters that it builds on; the glossary terms whose first use stays
 * plain, or that this holds for all; what its sections weigh in the search, where others weigh 1.
 */
const chapterKeys = z.object({
  number: z.coerce.string().optional(),
  buildsOn: z.array(z.string()).default([]),
  searchWeight: z.number().positive().optional(),
  unmarkedTerms: z.union([z.literal('all'), z.array(z.string())]).optional(),
})

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: chapterKeys }) }),
  /** Entries are named by language and id: `en/why-zeros`. */
  questions: defineCollection({
    loader: glob({ base: 'content/questions', pattern: '*/*.mdx' }),
    schema: questionSchema,
  }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
}
