import type { Language } from '../../../figures/kit/figure.ts'
import { judge, type graders } from './index.ts'

/** How a task judges an answer: the messages of checks that fail, and the certificate that is shown. */
export function judged(id: keyof typeof graders, answer: unknown, language: Language = 'en') {
  const faults: string[] = []
  const tables: Readonly<Record<string, readonly unknown[]>>[] = []
  let count = 0
  judge(id, answer, language, {
    check(passed, message) {
      count++
      if (!passed) faults.push(message)
    },
    table: (columns) => tables.push(columns),
  })
  return { faults, count, tables }
}

/** An answer of a task, with any arguments. */
export type Answer = (...given: never[]) => unknown

export type Rows = number[][]
export const dot = (a: number[], b: number[]) => a.reduce((sum, v, i) => sum + v * b[i], 0)
export const column = (X: Rows, j: number) => X.map((row) => row[j])
export const minus = (a: number[], b: number[]) => a.map((v, i) => v - b[i])
export const times = (X: Rows, w: number[]) => X.map((row) => dot(row, w))
export const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length
export const soft = (z: number, tau: number) => Math.sign(z) * Math.max(Math.abs(z) - tau, 0)

/** Solves Ax = b by elimination with pivots. */
export function solve(A: Rows, b: number[]): number[] {
  const M = A.map((row, i) => [...row, b[i]])
  for (let k = 0; k < M.length; k++) {
    const pivot = M.slice(k).reduce(
      (p, row, i) => (Math.abs(row[k]) > Math.abs(M[p][k]) ? i + k : p),
      k,
    )
    ;[M[k], M[pivot]] = [M[pivot], M[k]]
    for (let i = 0; i < M.length; i++) {
      if (i === k) continue
      const factor = M[i][k] / M[k][k]
      for (let j = k; j < M[i].length; j++) M[i][j] -= factor * M[k][j]
    }
  }
  return M.map((row, k) => row[M.length] / row[k])
}

/** The largest eigenvalue of XᵀX/n, by the power method, and a little more. */
export function steepest(X: Rows): number {
  let v = X[0].map((_, j) => 1 + j / 7)
  let size = 0
  for (let k = 0; k < 300; k++) {
    const Xv = times(X, v)
    const next = v.map((_, j) => dot(column(X, j), Xv) / X.length)
    size = Math.sqrt(dot(next, next))
    v = next.map((value) => value / size)
  }
  return 1.01 * size
}
