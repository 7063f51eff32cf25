import type { Label } from '../fit.ts'
import { inputError, ShrinkageError } from './errors.ts'

/** Labels of two classes as callers may hand them in: 0 and 1, −1 and 1, false and true, or two words. */
export type Labels = ArrayLike<number> | readonly boolean[] | readonly string[]

/** Labels as 0 and 1, and the class that each of them stands for. */
export interface ReadLabels {
  y: Float64Array
  classes: [Label, Label]
}

/**
 * Checks labels and numbers them: −1, false, and of two words the first in alphabetical order become 0.
 *
 * Labels of a single class are fine if the other one is known, as it is for numbers and booleans.
 *
 * @param labels n labels of one kind
 * @param name the argument, for errors
 * @throws ShrinkageError if the labels are not a list, or not of one of the kinds
 */
export function readLabels(labels: Labels, name = 'y'): ReadLabels {
  const list = labels as ArrayLike<unknown> | null
  if (list === null || typeof list !== 'object' || !(list.length >= 0)) {
    throw inputError('not-numeric', name, labels, 'a list of labels')
  }
  if (list.length === 0) {
    const sentence = `${name} is empty; expected at least one label.`
    throw new ShrinkageError('empty', sentence, { name, given: 0, least: 1 })
  }
  const classes = classesOf(list, name)
  const y = Float64Array.from({ length: list.length }, (_, i) => {
    const k = classes.indexOf(list[i] as Label)
    if (k >= 0) return k
    const expected = classes.map((label) => JSON.stringify(label)).join(' or ')
    const code = typeof list[i] === typeof list[0] ? 'out-of-range' : 'not-numeric'
    throw inputError(code, { name, index: i }, list[i], expected, { expected: classes.map(String) })
  })
  return { y, classes }
}

/** The two classes that the labels name; numbers are 0 and 1 unless there is a −1. */
function classesOf(labels: ArrayLike<unknown>, name: string): [Label, Label] {
  if (typeof labels[0] === 'boolean') return [false, true]
  if (typeof labels[0] !== 'string') return Array.from(labels).includes(-1) ? [-1, 1] : [0, 1]
  const words = [...new Set(Array.from(labels).filter((label) => typeof label === 'string'))].sort()
  if (words.length === 2) return [words[0], words[1]]
  const list = words.slice(0, 5).map((word) => JSON.stringify(word))
  const more = words.length > 5 ? ', …' : ''
  throw new ShrinkageError(
    words.length < 2 ? 'no-solution' : 'out-of-range',
    `${name} has ${words.length} different words, ${list.join(', ')}${more}; expected two.`,
    { name, given: words.length, expected: 2 },
  )
}
