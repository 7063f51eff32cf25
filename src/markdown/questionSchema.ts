import { z } from 'astro/zod'

/** How many words the short answer may have, and how many characters in Chinese. */
export const LONGEST = { en: 40, zh: 80 } as const

/** The topics in the order of the list, and the levels from what everyone is asked to what only specialists are. */
export const TOPICS = [
  'sparsity',
  'shrinkage',
  'optimization',
  'probability',
  'selection',
  'practice',
] as const
export const LEVELS = ['essential', 'expected', 'deep'] as const

/** The front matter of a question. */
export const questionSchema = z.strictObject({
  /** The question as it is asked, without formulas. */
  question: z.string().regex(/^[^$]+$/, 'expected plain text, without formulas'),
  level: z.enum(LEVELS),
  topic: z.enum(TOPICS),
  /** The answer in one breath; may hold formulas. */
  answer: z.string().min(1),
  /** The ids of questions that an interviewer asks next. */
  next: z.array(z.string()).min(1),
  /** Where the course proves the answer: a page and an id on it. */
  proof: z.string().regex(/^[\w-]+#[\w-]+$/, 'expected PAGE#ID, such as l1#why-zero'),
  /** The figure of its page, and its state. */
  figure: z.strictObject({
    name: z.string(),
    state: z.record(z.string(), z.unknown()).default({}),
  }),
  /** The id of a challenge of the course that belongs to it. */
  task: z.string().optional(),
})

export type QuestionData = z.infer<typeof questionSchema>
