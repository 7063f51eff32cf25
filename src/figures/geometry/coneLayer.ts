import type { Layer, Point } from '../kit/figure.ts'
import { arrowBetween, label, LOSS, penaltyColor } from '../kit/labels.ts'
import { line, polygon } from '../kit/marks.ts'
import { descentAt } from '../kit/quadraticLoss.ts'
import type { GeometryModel } from './model.ts'
import type { Penalty } from './penalty.ts'

/** The normal cone of the ball at w*, which contains the direction of steepest descent. */
export const cone: Layer<GeometryModel> = {
  name: 'cone',
  of: (m) => [m.cone && m.solution],
  marks({ cone, solution: { w }, penalty, loss }) {
    if (!cone) return []
    const color = penaltyColor(penalty.kind)
    const edges = coneEdges(penalty, w)
    const far = edges.map((d): Point => [w[0] + CONE * d[0], w[1] + CONE * d[1]])
    const descent = descentAt(loss, w)
    const length = Math.hypot(...descent)
    const wedge =
      far.length > 1
        ? polygon(edges.length === 4 ? far : [w, ...far], {
            fill: color,
            fillOpacity: 0.25,
            stroke: 'none',
          })
        : line([w, ...far], {
            stroke: color,
            strokeOpacity: 0.35,
            strokeWidth: 7,
            strokeLinecap: 'round',
          })
    if (length < 1e-12) return [wedge]
    const along = (part: number): Point => [
      w[0] + (part * CONE * descent[0]) / length,
      w[1] + (part * CONE * descent[1]) / length,
    ]
    const [middle, tip] = [along(0.6), along(1)]
    return [
      wedge,
      arrowBetween(w, tip, LOSS),
      label(middle, '−∇J₀', [(24 * descent[1]) / length, (16 * descent[0]) / length], LOSS),
    ]
  },
}

/** Drawn length of the cone and of the steepest descent; only their directions matter. */
const CONE = 0.85

/** Directions that bound the normal cone of the penalty's ball at w, in turn; four of them mean the whole plane. */
function coneEdges(penalty: Penalty, w: Point): Point[] {
  const unit = (x: number, y: number): Point => {
    const length = Math.hypot(x, y)
    return [x / length, y / length]
  }
  const [s1, s2] = [Math.sign(w[0]), Math.sign(w[1])]
  const smooth = (j: 0 | 1) => {
    if (penalty.kind === 'l1') return Math.sign(w[j])
    if (penalty.kind === 'l2' || penalty.kind === 'norm') return w[j]
    if (penalty.kind === 'lq') return Math.sign(w[j]) * Math.abs(w[j]) ** (penalty.q - 1)
    return penalty.rho * Math.sign(w[j]) + (1 - penalty.rho) * w[j]
  }
  const kink = penalty.kind === 'l1' ? 1 : penalty.kind === 'elastic-net' ? penalty.rho : 0
  if (s1 === 0 && s2 === 0) {
    return [unit(1, 0), unit(0, 1), unit(-1, 0), unit(0, -1)]
  }
  if (s2 === 0) return kink ? [unit(smooth(0), kink), unit(smooth(0), -kink)] : [unit(s1, 0)]
  if (s1 === 0) return kink ? [unit(kink, smooth(1)), unit(-kink, smooth(1))] : [unit(0, s2)]
  return [unit(smooth(0), smooth(1))]
}
