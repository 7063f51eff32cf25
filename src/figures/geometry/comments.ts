import { THROWS } from './throws.ts'

/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'A loss ½(w − ŵ)ᵀH(w − ŵ) of two features, as two samples with XᵀX/n = H and y = Xŵ':
    '两个特征的损失 ½(w − ŵ)ᵀH(w − ŵ)，写成两个样本：XᵀX/n = H，y = Xŵ',
  [`${THROWS} random losses: what share of their solutions has no zero, one, two?`]: `${THROWS} 个随机损失：解里没有零、有一个零、有两个零的各占多少？`,
  'The group lasso weighs the norm of a group of two by √2': '组 Lasso 给两个权重的组的范数乘上 √2',
  'Feature 1, feature 2 and the target, each standardized: their correlations make the loss':
    '特征 1、特征 2 和目标值，都已标准化：损失由它们的相关系数决定',
  "the target's standard deviation, in the units of the weights": '目标值的标准差，以权重的单位计',
}
