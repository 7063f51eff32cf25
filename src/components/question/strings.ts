import type { Text } from '../../figures/kit/figure.ts'
import type { Place } from '../../islands/progress/questions.ts'
import type { LEVELS, TOPICS } from '../../markdown/questionSchema.ts'

/** Where a question stands with the reader, for the list and the self-test. */
export const places: Record<Place, Text> = {
  due: { en: 'Due today', zh: '今天到期' },
  new: { en: 'Not tried', zh: '没练过' },
  later: { en: 'Coming back', zh: '之后再问' },
  known: { en: 'Known', zh: '已掌握' },
}

/** The words of the question bank. */
export const strings = {
  all: { en: 'All questions', zh: '全部题目' },
  test: { en: 'Test yourself', zh: '面试自测' },
  testTopic: { en: 'Test yourself on this topic', zh: '自测这个主题' },
  one: { en: 'Interview question', zh: '面试题' },
  strong: { en: 'The answer, in two minutes', zh: '两分钟的回答' },
  weak: { en: 'Weak answers, and what they miss', zh: '常见的差回答，差在哪里' },
  next: { en: 'What comes next', zh: '接下来会问' },
  proof: { en: 'More of it in the course', zh: '课程里的相关章节' },
  task: { en: 'Try it in code:', zh: '动手写一写：' },
  picture: { en: 'In the picture', zh: '看图' },
  whole: { en: 'The whole figure, in this state', zh: '完整的图，就在这个状态' },
  topic: { en: 'Topic', zh: '主题' },
  level: { en: 'Level', zh: '难度' },
  any: { en: 'All', zh: '全部' },
  known: { en: 'I know it', zh: '我会了' },
  state: { en: 'State', zh: '掌握情况' },
  isDue: { en: 'Due today', zh: '今天到期' },
  isMissed: { en: 'Missed or partly', zh: '没答上或部分答对' },
  isNew: { en: 'Not tried', zh: '没练过' },
  isOpen: { en: 'Not marked as known', zh: '未标“我会了”' },
  isKnown: { en: 'Marked as known', zh: '已标“我会了”' },
  find: { en: 'Find a question', zh: '找题目' },
  none: {
    en: 'No question fits. Try other words, or “All” in one of the lists.',
    zh: '没有符合条件的题目。换个词，或把其中一项改回“全部”试试。',
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
