/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'Passages of Pride and Prejudice (0), then of Emma (1): those to train on, then those to test on':
    '先是《傲慢与偏见》（0），后是《爱玛》（1）：训练用的文字，然后是测试用的',
  'One bit for each passage says whether it has the term. The data hold the terms that are kept at':
    '每段文字有没有某个词（或词对），用一位来记。数据里只有在某个',
  'some λ ≥ 0.003; all others have weight 0 at each, so that they may be left out here.':
    'λ ≥ 0.003 处留下的词；其余的权重始终为 0，所以这里可以略去。',
  'Ridge has a weight on every feature, too many to ship: what it came to is stored with the data':
    '岭回归的每个特征都有权重，太多了，没有随附：它的结果与数据存在一起',
  'Relative to the objective at zero, the entropy of the labels':
    '相对于权重为零时的目标函数，即标签的熵',
}
