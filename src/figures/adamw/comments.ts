/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'The loss ½(w − ŵ)ᵀH(w − ŵ), and two samples with XᵀX/n = H and y = Xŵ':
    '损失 ½(w − ŵ)ᵀH(w − ŵ)，以及满足 XᵀX/n = H、y = Xŵ 的两个样本',
  'The lowest loss in the square |w| ≤ 1/λ: ŵ itself, or the best point of its four sides':
    '正方形 |w| ≤ 1/λ 内损失最低的点：ŵ 本身，或者四条边上最好的一点',
  'AdamW from the origin, with exact gradients': 'AdamW 从原点出发，梯度都是精确的',
}
