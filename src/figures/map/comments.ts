/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'n samples of two orthogonal features with mean square 1, and noise of this standard deviation':
    'n 个样本，两个正交特征的均方值为 1，噪声的标准差为 noise',
  'Each least-squares weight is the true one plus noise of standard deviation σ/√n':
    '每个最小二乘权重等于真实权重加上标准差为 σ/√n 的噪声',
  'The penalized fit at λ, on two samples that have the same loss':
    'λ 处带惩罚的拟合，用损失相同的两个样本来算',
}
