/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'Each measurement y fitted twice; ridge needs XᵀX/n and Xᵀy/n alone':
    '每次测量的 y 拟合两遍；岭回归只需要 XᵀX/n 和 Xᵀy/n',
  'Curves of degree 12 through 15 points': '15 个点，用 12 次多项式拟合',
  'Two features of this correlation with true weights (1.4, 0.6)':
    '两个特征，相关系数如上，真实权重为 (1.4, 0.6)',
  'The measurement that makes least squares take the largest weights':
    '最小二乘权重最大的那一次测量',
}
