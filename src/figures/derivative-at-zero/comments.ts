/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'A parabola h/2·w² − cw is, times h, the loss of one sample with x = h and y = c':
    '抛物线 h/2·w² − cw 乘以 h，就是 x = h、y = c 的单个样本的损失',
  'The slope of λw² is 2λw, so it is ridge at 2λ':
    'λw² 的斜率是 2λw，相当于正则化系数为 2λ 的岭回归',
  'The loss is the lower of the two at each weight': '在每个权重处，损失取两条抛物线中较低的一条',
}
