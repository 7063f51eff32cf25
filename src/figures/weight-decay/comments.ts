/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'Four samples with XᵀX/4 = [[1, r], [r, 1]], each taken m/4 times: m changes λ/m and nothing else':
    '四个样本，XᵀX/4 = [[1, r], [r, 1]]，各取 m/4 次：m 只改变 λ/m',
  "Gradient descent on equation 7, with penalty and without; its λ/m is the package's λ; the first parameter is θ₀":
    '式 (7) 的梯度下降，有惩罚和无惩罚各一次；其中的 λ/m 就是软件包的 λ；第一个参数是 θ₀',
  'The penalty alone, on a weight of 1': '只有惩罚，作用在大小为 1 的权重上',
}
