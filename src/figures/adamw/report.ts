import type { Readout, Table, Text } from '../kit/figure.ts'
import { fixed, pair, readout, same, scientific } from '../kit/format.ts'
import { parameters } from './parameters.ts'
import type { AdamWModel } from './model.ts'

const place = (w: readonly number[]) => pair(w, (weight) => fixed(weight, 3))

export function readouts({ goal, ridge, lasso, now, half, gap }: AdamWModel): Readout[] {
  return [
    readout('half', 'Half side of the square, 1/λ', '正方形边长的一半 1/λ', fixed(half, 3)),
    readout('goal', 'Lowest loss in the square', '正方形内损失最低处', place(goal)),
    readout('now', 'AdamW so far', 'AdamW 走到', place(now)),
    readout('ridge', 'Ridge', '岭回归', place(ridge)),
    readout('lasso', 'Lasso', 'Lasso', place(lasso)),
    readout('gap', 'Largest duality gap', '最大的对偶间隙', scientific(gap)),
  ]
}

export function describe({ goal, now, half, loss, values }: AdamWModel): Text {
  const { step, lambda } = values
  const stopped = goal.filter((weight) => Math.abs(weight) === half).length
  const size = fixed(half, 3)
  const isInside = goal[0] === loss.optimum[0] && goal[1] === loss.optimum[1]
  const end: Text = isInside
    ? {
        en: `The optimum of the loss lies in the square |w| ≤ 1/λ = ${size}, so AdamW goes to it and shrinks nothing in the end.`,
        zh: `损失的最优点在正方形 |w| ≤ 1/λ = ${size} 之内，AdamW 就走向它，最终并不收缩任何权重。`,
      }
    : stopped === 2
      ? {
          en: `Both weights are stopped by the square |w| ≤ 1/λ = ${size}, at its corner.`,
          zh: `两个权重都被正方形 |w| ≤ 1/λ = ${size} 挡住，停在它的角上。`,
        }
      : {
          en: `One weight is stopped by the square |w| ≤ 1/λ = ${size}; the other goes where the loss is lowest.`,
          zh: `一个权重被正方形 |w| ≤ 1/λ = ${size} 挡住，另一个走到损失最低的地方。`,
        }
  return {
    en: `At λ = ${lambda} AdamW is on its way to ${place(goal)}, and after ${step} steps at ${place(now)}. ${end.en}`,
    zh: `λ = ${lambda} 时，AdamW 走向 ${place(goal)}，${step} 步之后在 ${place(now)}。${end.zh}`,
  }
}

/** The run at every thousandth step. */
export function table({ wholeRun }: AdamWModel): Table {
  const every = parameters.step.step
  return {
    columns: [{ en: 'Step', zh: '步' }, same('w₁'), same('w₂')],
    rows: wholeRun
      .map(([first, second], i) => [i * every, first, second])
      .filter(([step]) => step % 1000 === 0),
  }
}

export function numbers({ goal, ridge, lasso, now, half, gap, loss }: AdamWModel) {
  return { optimum: loss.optimum, half, goal, now, ridge, lasso, gap }
}
