import type { Panel, Scale } from '../../figures/kit/figure.ts'
import type { Answer, Question } from '../../figures/kit/guess.ts'
import type { Posed } from '../../figures/guessAt.ts'

/** What the page holds of a panel: its frame and its scales. */
export interface Frame extends Pick<Panel<unknown>, 'width' | 'height' | 'margin'> {
  x: Pick<Scale, 'domain' | 'type'>
  y: Pick<Scale, 'domain' | 'type'>
}

/** What the page holds of a question, in an attribute. The answer was computed when the site was built. */
export interface GuessData extends Question {
  stations: readonly number[]
  along: 'x' | 'y'
  start: Answer
  names: readonly string[]
  frame?: Frame
}

/** The data of a question for its page. */
export function dataOf(
  { kind, truth, axes, facts, stations, along, start, panel, model }: Posed,
  names: readonly string[],
): GuessData {
  const scale = ({ domain, type }: Scale) => ({ domain, type })
  // Weights are ticked beside the picture, not marked in it.
  const frame =
    panel && kind !== 'zeros'
      ? {
          width: panel.width,
          height: panel.height,
          margin: panel.margin,
          x: scale(panel.x(model)),
          y: scale(panel.y(model)),
        }
      : undefined
  return { kind, truth, axes, facts, stations, along, start, names, frame }
}
