import { adamSteps, adamWSteps, quadraticLoss, takeSteps } from 'shrinkage'

const curvatures = [4, 0.25]
const loss = quadraticLoss(
  [
    [curvatures[0], 0],
    [0, curvatures[1]],
  ],
  curvatures.map((h) => 2 * h),
)
const options = { lambda: 0.5, learningRate: 0.01 }

const runs = {
  Adam: takeSteps(adamSteps(loss, options), 5000),
  AdamW: takeSteps(adamWSteps(loss, options), 5000),
}
for (const [name, states] of Object.entries(runs)) {
  for (const step of [1, 200, 5000]) {
    print(name, step, ...states[step].parameters)
  }
}
print('ridge', ...curvatures.map((h) => (2 * h) / (h + options.lambda)))
