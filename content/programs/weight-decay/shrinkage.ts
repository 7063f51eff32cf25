import {
  gradientDescentSteps,
  splitTarget,
  standardize,
  takeSteps,
} from 'shrinkage'
import prostate from 'data/prostate'

const { features, X: raw, y } = splitTarget(prostate, 'lpsa')
const columns = ['lcavol', 'svi'].map((name) => features.indexOf(name))
const { X } = standardize(raw.map((row) => columns.map((j) => row[j])))

const m = y.length
const learningRate = 0.1
const lambda = 20
print('shrink factor', 1 - (learningRate * lambda) / m)

const states = takeSteps(
  gradientDescentSteps(X, y, {
    learningRate,
    lambda: lambda / m,
    start: [1, 1, -1],
  }),
  100,
)
for (const step of [0, 1, 2, 100]) print(step, ...states[step].parameters)
