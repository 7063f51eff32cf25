import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders'
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema'
import { z } from 'astro/zod'
import { defineCollection } from 'astro:content'

/**
 * Of a chapter: the glossary terms whose first use stays plain, or that this holds for all; and what its sections
 * weigh in the search, where others weigh 1.
 */
const chapterKeys = z.object({
  searchWeight: z.number().positive().optional(),
  unmarkedTerms: z.union([z.literal('all'), z.array(z.string())]).optional(),
})

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: chapterKeys }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
}
