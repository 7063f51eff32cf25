import type { Text } from '../../figures/kit/figure.ts'
import type { LEVELS, TOPICS } from '../../markdown/questionSchema.ts'

/** The words of the question bank; N stands for a number. */
export const strings = {
  all: { en: 'All questions', zh: '全部题目' },
  one: { en: 'Interview question', zh: '面试题' },
  strong: { en: 'The answer, in two minutes', zh: '两分钟的回答' },
  weak: { en: 'Weak answers, and what they miss', zh: '常见的差回答，差在哪里' },
  next: { en: 'What comes next', zh: '接下来会问' },
  proof: { en: 'Where the course proves it', zh: '课程中的证明' },
  task: { en: 'Try it in code:', zh: '动手写一写：' },
  picture: { en: 'In the picture', zh: '看图' },
  whole: { en: 'The whole figure, in this state', zh: '完整的图，就在这个状态' },
  topic: { en: 'Topic', zh: '主题' },
  level: { en: 'Level', zh: '难度' },
  any: { en: 'All', zh: '全部' },
  known: { en: 'I know it', zh: '我会了' },
  state: { en: 'Known', zh: '掌握情况' },
  isKnown: { en: 'Known', zh: '已掌握' },
  isOpen: { en: 'Not yet', zh: '未掌握' },
  shown: { en: 'N questions', zh: '共 N 题' },
  none: {
    en: 'No question fits. Choose “All” in one of the lists.',
    zh: '没有符合条件的题目。把其中一项改回“全部”试试。',
  },
} as const satisfies Record<string, Text>

export const topics: Record<(typeof TOPICS)[number], Text> = {
  sparsity: { en: 'Sparsity', zh: '稀疏性' },
  shrinkage: { en: 'Shrinkage and ridge', zh: '收缩与岭回归' },
  optimization: { en: 'Optimization', zh: '优化' },
  probability: { en: 'Priors', zh: '先验' },
  selection: { en: 'Choosing λ and features', zh: '选 λ 与选特征' },
  practice: { en: 'In practice', zh: '实践' },
}

export const levels: Record<(typeof LEVELS)[number], Text> = {
  essential: { en: 'Essential', zh: '必会' },
  expected: { en: 'Expected', zh: '常问' },
  deep: { en: 'Deep', zh: '深入' },
}
