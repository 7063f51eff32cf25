import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders'
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema'
import { z } from 'astro/zod'
import { defineCollection } from 'astro:content'

/** Of a chapter: the glossary terms whose first use stays plain, or that this holds for all. */
const chapterKeys = z.object({
  unmarkedTerms: z.union([z.literal('all'), z.array(z.string())]).optional(),
})

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: chapterKeys }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
}
