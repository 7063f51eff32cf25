/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'Every strength of the slider, forty to a decade, for both penalties':
    '滑块上的每个 λ，每个数量级四十个，两种惩罚都算',
  'y has variance 1, so the objective is half the share of it that is left, and the penalty':
    'y 的方差为 1，所以目标函数等于未解释比例的一半加上惩罚',
  'Made-up data: only the first features have a weight; all is standardized, as one λ serves all':
    '人造数据：只有前几个特征有权重；全部标准化，因为所有特征共用一个 λ',
  'The error to expect on new data, as a share of their variance':
    '新数据上的期望误差，以其方差为单位',
  'Patients in random order; beside the ten real features, decoys of pure noise':
    '患者随机排序；十个真实特征之外，再加纯噪声特征',
  'The first n train, standardized as one λ serves all; the others test':
    '前 n 位用来训练，先标准化，因为所有特征共用一个 λ；其余用来测试',
  'The error on them, as a share of their variance': '测试误差，以其方差为单位',
}
