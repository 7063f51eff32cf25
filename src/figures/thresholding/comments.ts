/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'One weight: the sample x = √h, y = √h·ŵ has the loss h/2·(w − ŵ)²':
    '一个权重：样本 x = √h、y = √h·ŵ 的损失是 h/2·(w − ŵ)²',
  'Three features of variance 1, the third correlated with the other two, and y = Xŵ':
    '三个方差为 1 的特征，第三个与前两个相关，y = Xŵ',
  'Duality gaps, relative to the objective at zero': '对偶间隙，相对于权重为零时的目标函数',
}
