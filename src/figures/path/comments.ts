/** The comments of the program, each with its Chinese translation. */
export const comments = {
  'Every strength of the slider, forty to a decade': '滑块上的每个 λ，每个数量级四十个',
  'Each fold is standardized by the rows it learns from': '每一折都只用训练部分的数据来标准化',
}
