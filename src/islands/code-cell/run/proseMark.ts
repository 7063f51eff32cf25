import type { Outcome } from './types.ts'

/** Marks that prose is written with, and what code takes in their place. */
export const CODE_MARKS: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
  '｛': '{',
  '｝': '}',
  '，': ',',
  '、': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '＝': '=',
  '＋': '+',
  '－': '-',
  '−': '-',
  '–': '-',
  '×': '*',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
}

/** The outcome of a program with the mark of prose at which its code slips, if there is one. */
export function withProseMark(outcome: Outcome, code: string): Outcome {
  const { failure } = outcome
  if (failure?.code !== 'syntax' || !failure.line || !failure.column) return outcome
  const proseMark = code.split('\n')[failure.line - 1]?.[failure.column - 1] ?? ''
  return Object.hasOwn(CODE_MARKS, proseMark)
    ? { ...outcome, failure: { ...failure, proseMark } }
    : outcome
}
