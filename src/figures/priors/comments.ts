/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'b and τ': 'b 和 τ',
  '500 pairs of weights from each': '从两个先验各抽 500 对权重',
}
