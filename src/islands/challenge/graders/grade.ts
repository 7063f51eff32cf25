import type { Language, Text } from '../../../figures/kit/figure.ts'
import { Unfit } from './answer.ts'

/** An answer on one set of data. */
export interface Row {
  /** The data. */
  on: Text
  /** How far the answer is from fulfilling the condition; undefined where it cannot be measured. */
  measured?: number
  /** What it may be at most. */
  most: number
  /** Why the answer does not hold here, where more can be said than the number. */
  fault?: Text
}

/** What a task asks of its answer. */
export interface Grader {
  /** The number that certifies an answer: 0 where it is exact. */
  measure: Text
  /** Judges an answer, whatever it is; one row for each set of data. */
  grade(answer: unknown): Row[]
}

/** What a cell shows results with. */
export interface Show {
  check(passed: boolean, message: string): void
  table(columns: Readonly<Record<string, readonly unknown[]>>): void
}

const words = {
  data: { en: 'data', zh: '数据' },
  most: { en: 'expected', zh: '要求' },
} as const satisfies Record<string, Text>

/**
 * Judges an answer and shows the certificate: a table of what was measured, also where it is not enough, and a check for
 * each set of data.
 *
 * @param grader of the task
 * @param answer what the reader's program gives
 * @param language of the page
 * @param show where results go
 */
export function report(
  { measure, grade }: Grader,
  answer: unknown,
  language: Language,
  { check, table }: Show,
): void {
  const rows = grade(answer)
  table({
    [words.data[language]]: rows.map(({ on }) => on[language]),
    [measure[language]]: rows.map(({ measured }) => numberText(measured)),
    [words.most[language]]: rows.map(({ most }) => `≤ ${numberText(most)}`),
  })
  const told = new Set<string>()
  for (const row of rows) {
    const why = row.fault?.[language]
    check(holds(row), messageOf(row, measure, language, why && told.has(why) ? undefined : why))
    if (why && !holds(row)) told.add(why)
  }
}

/** Whether an answer is as expected on one set of data. */
export const holds = ({ measured = NaN, most, fault }: Row): boolean => !fault && measured <= most

/** A row for one set of data; an answer that cannot be judged there gets its reason. */
export function rowOf(on: Text, most: number, judge: () => Omit<Row, 'on' | 'most'>): Row {
  try {
    return { on, most, ...judge() }
  } catch (error) {
    if (error instanceof Unfit) return { on, most, fault: error.text }
    throw error
  }
}

function messageOf(
  { on, measured, most }: Row,
  measure: Text,
  language: Language,
  why: string | undefined,
): string {
  if (measured === undefined) {
    const same = { en: 'as above.', zh: '同上。' }[language]
    return language === 'zh' ? `${on.zh}：${why ?? same}` : `${on.en}: ${why ?? same}`
  }
  const [is, at] = [numberText(measured), numberText(most)]
  return language === 'zh'
    ? `${on.zh}：${measure.zh}为 ${is}，要求不超过 ${at}。${why ?? ''}`
    : `${on.en}: the ${measure.en} is ${is}, expected at most ${at}.${why ? ` ${why}` : ''}`
}

/** A number to two digits, such as 0.017 or 3.0e-8. */
function numberText(value: number | undefined): string {
  if (value === undefined) return '–'
  const isPlain = value === 0 || (value >= 1e-3 && value < 1e4)
  return isPlain ? String(Number(value.toPrecision(2))) : value.toExponential(1)
}
