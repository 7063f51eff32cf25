/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'The powers of x, standardized as one λ serves all': 'x 的各次幂，先标准化，因为它们共用一个 λ',
  'What the points come from, and 301 places between the outermost at which the polynomial is held against it':
    '数据点所来自的曲线，以及首尾两点之间拿多项式与它比较的 301 处',
  'By the trapezoidal rule: the two ends count half': '梯形法则：两个端点各算一半',
  'Cross-validation compares every strength of the slider, in folds that are spread over the interval':
    '交叉验证比较滑块上的每个 λ，每一折的点都散布在整个区间上',
}
