import {
  istaSteps,
  splitTarget,
  squaredLoss,
  standardize,
  subgradientSteps,
  takeSteps,
} from 'shrinkage'
import prostate from 'data/prostate'

const { features, X: raw, y } = splitTarget(prostate, 'lpsa')
const mean = y.reduce((sum, value) => sum + value, 0) / y.length
const loss = squaredLoss(
  standardize(raw).X,
  y.map((value) => value - mean),
)

const options = { lambda: 0.2, learningRate: 0.1 }
const train = (steps: Iterable<{ parameters: Float64Array }>) =>
  takeSteps(steps, 500)[500].parameters
const subgradient = train(subgradientSteps(loss, options))
const proximal = train(istaSteps(loss, options))

table({ feature: features, subgradient, proximal })
for (const weights of [subgradient, proximal]) {
  print('zeros', weights.filter((w) => w === 0).length)
}
