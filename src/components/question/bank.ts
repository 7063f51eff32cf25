import { getCollection, type CollectionEntry } from 'astro:content'
import type { Locale } from '../lib/languages.ts'
import { pageAddress } from '../lib/urls.ts'
import { LEVELS, TOPICS } from '../../markdown/questionSchema.ts'

export type Question = CollectionEntry<'questions'>

/** The questions in a language, by topic and level. */
export async function questionsIn(locale: Locale): Promise<Question[]> {
  const questions = await getCollection('questions', ({ id }) => id.startsWith(`${locale}/`))
  const place = ({ data }: Question) =>
    TOPICS.indexOf(data.topic) * LEVELS.length + LEVELS.indexOf(data.level)
  return questions.toSorted((a, b) => place(a) - place(b) || a.id.localeCompare(b.id))
}

/** The id of a question, which is the same in all languages. */
export const idOf = ({ id }: Question): string => id.split('/')[1]

/** The permanent address of a question. */
export function questionAddress(base: string, locale: string, id: string): string {
  return pageAddress(base, `${locale}/q/${id}`)
}
