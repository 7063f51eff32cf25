import type { Figure } from '../kit/figure.ts'

type Numbers = ReturnType<Figure['numbers']>

/** The object that a program has printed, parsed from its text. */
export function readPrinted(text: string): Numbers {
  return new Function(`'use strict'; return (${text})`)()
}

/**
 * Numbers of a program that differ from those of its figure by more than 1e-12, relative for numbers larger than 1.
 * Each entry names the number and its two values.
 */
export function differences(printed: Numbers, shown: Numbers): string[] {
  const names = [...new Set([...Object.keys(printed), ...Object.keys(shown)])]
  return names.flatMap((name) => {
    const [ours, theirs] = [listOf(printed[name]), listOf(shown[name])]
    if (ours?.length !== theirs?.length) return [`${name}: ${ours}, ${theirs}`]
    return ours!.flatMap((value, i) => {
      const tolerance = 1e-12 * Math.max(1, Math.abs(theirs![i]))
      // Negated, so that NaN differs from every number.
      const agree = Math.abs(value - theirs![i]) <= tolerance || Object.is(value, theirs![i])
      return agree ? [] : [`${name}[${i}]: ${value}, ${theirs![i]}`]
    })
  })
}

const listOf = (numbers: number | readonly number[] | undefined) =>
  numbers === undefined ? undefined : [numbers].flat().map(Number)
