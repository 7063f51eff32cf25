import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders'
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema'
import { z } from 'astro/zod'
import { defineCollection } from 'astro:content'

/** Interface strings of our own. All are required: a missing translation stops the build. */
const courseStrings = z.object({
  'language.other': z.string().meta({ description: 'Name of the other language, in itself.' }),
  'theme.dark': z.string().meta({ description: 'Accessible name of the dark theme button.' }),
  'search.results': z.string().meta({ description: 'Accessible name of the list of results.' }),
  'page.reportMistake': z.string().meta({ description: 'Link to the form for mistakes.' }),
  'footer.text': z.string().meta({ description: 'Before the licence of the text.' }),
  'footer.code': z.string().meta({ description: 'Before the licence of the code.' }),
  'erratum.title': z.string().meta({ description: 'Heading of an erratum.' }),
  'erratum.name': z.string().meta({ description: 'Accessible name of an erratum.' }),
  'erratum.claim': z.string().meta({ description: 'Before what the source article claims.' }),
  'erratum.correction': z.string().meta({ description: 'Before what is right.' }),
  'erratum.state': z.string().meta({ description: 'Link to the figure state that shows it.' }),
  'claims.id': z.string().meta({ description: 'Head of the column of claim numbers.' }),
  'claims.course': z.string().meta({ description: 'Head of the column of verdicts and links.' }),
  'claims.holds': z.string().meta({ description: 'Verdict on a claim that holds.' }),
  'claims.imprecise': z.string().meta({ description: 'Verdict on a claim true in part, or too vague.' }),
  'claims.wrong': z.string().meta({ description: 'Verdict on a claim that is wrong.' }),
  'claims.see': z.string().meta({ description: 'Link to the figure state that shows a claim.' }),
  'check.right': z.string().meta({ description: 'Before the reason why an option is right.' }),
  'check.wrong': z.string().meta({ description: 'Before the reason why an option is wrong.' }),
  'glossary.letters': z.string().meta({ description: 'Accessible name of the list of initials.' }),
  'glossary.see': z.string().meta({ description: 'Before the link to where a term is explained.' }),
  'derivation.title': z.string().meta({ description: 'Default summary of a folded derivation.' }),
})

/** Of a chapter: the glossary terms whose first use stays plain, or that this holds for all. */
const chapterKeys = z.object({
  unmarkedTerms: z.union([z.literal('all'), z.array(z.string())]).optional(),
})

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: chapterKeys }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: courseStrings }) }),
}
